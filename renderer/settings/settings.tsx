import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { questions } from '../asking/questions.ts'
import { OwnKey } from '../contracts/own-key.tsx'
import { useOffice } from '../frame/in-hand.tsx'
import { Facts } from '../parts/facts.tsx'
import { Block, Page } from '../parts/page.tsx'
import { speak, useLanguage } from '../words/language.ts'
import { ChangePassword } from './change-password.tsx'
import { RenewRecoveryKey } from './renew-recovery-key.tsx'
import { SecondFactor } from './second-factor.tsx'

export function Settings() {
  const { t } = useTranslation('settings')
  const { t: frame } = useTranslation('frame')
  const { t: backup } = useTranslation('backup')
  const { organisation, session } = useOffice()
  const minutes = useQuery(questions.status).data?.idleLockMinutes
  const language = useLanguage()
  const access = useQuery(questions.access).data
  const server = useQuery({ ...questions.mailServer, enabled: organisation.kind === 'contractor' }).data
  return (
    <Page title={t('title')}>
      <Block title={t('me')}>
        <Facts wide of={[
          [t('name'), session.name], [t('roles'), session.roles.map((role) => frame(`roles.${role}`)).join('・')], [t('loginId'), <span key="id" className="code">{session.loginId}</span>],
          minutes !== undefined && [t('idle'), t('idleAfter', { minutes })],
          access !== undefined && [t('cost'), t('costOf', { memory: (128 * access.cost.N * access.cost.r) / 2 ** 20, time: access.cost.milliseconds === null ? t('costUnknown') : t('costTime', { milliseconds: Math.round(access.cost.milliseconds) }) })],
        ]} />
      </Block>
      <Block title={t('password')}><ChangePassword loginId={session.loginId} /></Block>
      <Block title={t('factor')}><SecondFactor loginId={session.loginId} /></Block>
      <Block title={t('recoveryKey')} lead={t('recoveryKeyLead')}><RenewRecoveryKey /></Block>
      {organisation.kind === 'contractor' && <Block title={t('mailServer')}><p className="notice-line"><span>{server ? t('mailServerNow', { host: server.host, from: server.from.address }) : t('mailServerNone')}</span> <Link className="way-on" to="/settings/mail">{t('toMailServer')}</Link></p></Block>}
      <Block title={backup('title')}><p className="notice-line"><span>{backup('settingsLead')}</span> <Link className="way-on" to="/settings/backup">{backup('toBackups')}</Link></p></Block>
      <Block title={t('language')}>
        <Radio.Group value={language} onChange={(value) => speak(value === 'en' ? 'en' : 'ja')} aria-label={t('language')}>
          <div className="acts acts-tight"><Radio value="ja" label={t('japanese')} /><Radio value="en" label={t('english')} /></div>
        </Radio.Group>
      </Block>
      <Block title={t('organisation')}>
        <Facts wide of={[
          [t('name'), organisation.name], [t('kind'), t(organisation.kind)], [t('address'), organisation.address], [t('representative'), organisation.representative],
          [t('tel'), organisation.tel], [t('email'), organisation.email], [t('docPrefix'), organisation.docPrefix],
        ]} />
      </Block>
      <Block title={t('keys')} lead={t('keysLead')}><OwnKey /></Block>
    </Page>
  )
}
