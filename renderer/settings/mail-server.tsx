import { NumberInput, PasswordInput, Radio, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailServer as Server } from '../../core/mails/mail-server.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 送信サーバー (Art. 11(7)): the office's own server for outgoing mail; its password goes into the vault and is never shown again. */
export function MailServerPage() {
  const { t } = useTranslation('settings')
  const asked = useQuery(questions.mailServer)
  return (
    <Page title={t('mailServer')} lead={t('mailServerLead')} back={{ to: '/settings', label: t('title') }}>
      <p className="notice-line soft"><span>{t('mailServerWhy')}</span><ArticleChip article="11(7)" /></p>
      {asked.data !== undefined && <ServerForm key={asked.data?.setAt ?? 0} server={asked.data} />}
      {asked.data && <TryServer />}
      <Trouble of={asked.error} />
    </Page>
  )
}

function ServerForm({ server }: { server: Server | null }) {
  const { t } = useTranslation('settings')
  const { organisation, session } = useOffice()
  const [host, setHost] = useState(server?.host ?? '')
  const [security, setSecurity] = useState<Server['security']>(server?.security ?? 'tls')
  const [port, setPort] = useState(server?.port ?? 465)
  const [user, setUser] = useState(server?.user ?? '')
  const [password, setPassword] = useState('')
  const [name, setName] = useState(server?.from.name ?? organisation.name)
  const [address, setAddress] = useState(server?.from.address ?? organisation.email)
  const [caPem, setCaPem] = useState(server?.caPem ?? '')
  const [fingerprint, setFingerprint] = useState(server?.fingerprint ?? '')
  const [kept, setKept] = useState(false)
  const set = useCommand(desk.post.setServer)
  const drop = useCommand(desk.post.dropServer)
  const mayNot = useWhyNot('post.setServer')
  const onSecurity = (next: Server['security']): void => {
    setSecurity(next)
    if (port === 465 || port === 587) setPort(next === 'tls' ? 465 : 587)
  }
  const onSet = (): void => set.run({
    host, port, security, user, from: { name, address }, caPem: caPem.trim() === '' ? null : caPem, fingerprint: fingerprint.trim() === '' ? null : fingerprint.replace(/[\s:]/g, '').toLowerCase(), password: password === '' ? null : password,
  }, () => { setPassword(''); setKept(true) })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); setKept(false); onSet() }}>
      <Block title={t('serverBlock')}>
        <div className="fields">
          <TextInput label={t('host')} placeholder="smtp.example.jp" autoComplete="off" spellCheck={false} classNames={{ input: 'code' }} value={host} onChange={(event) => setHost(event.currentTarget.value)} />
          <NumberInput label={t('port')} min={1} max={65_535} allowDecimal={false} value={port} onChange={(value) => setPort(typeof value === 'number' ? value : 465)} />
          <Radio.Group className="wide" label={t('security')} value={security} onChange={(value) => onSecurity(value as Server['security'])}>
            <div className="acts acts-tight"><Radio value="tls" label={t('securities.tls')} /><Radio value="starttls" label={t('securities.starttls')} /></div>
          </Radio.Group>
          <TextInput label={t('user')} description={t('userWhy')} autoComplete="off" spellCheck={false} value={user} onChange={(event) => setUser(event.currentTarget.value)} />
          <PasswordInput label={t('serverPassword')} description={t(server?.secretName ? 'serverPasswordKept' : 'serverPasswordWhy')} autoComplete="new-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        </div>
      </Block>
      <Block title={t('fromBlock')}>
        <div className="fields">
          <TextInput label={t('fromName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label={t('fromAddress')} description={t('fromWhy', { name: session.name })} value={address} onChange={(event) => setAddress(event.currentTarget.value)} />
        </div>
      </Block>
      <details className="spaced">
        <summary>{t('certificateBlock')}</summary>
        <p className="small soft">{t('certificateWhy')}</p>
        <div className="fields">
          <Textarea className="wide" label={t('caPem')} placeholder="-----BEGIN CERTIFICATE-----" autosize minRows={3} maxRows={8} classNames={{ input: 'code' }} value={caPem} onChange={(event) => setCaPem(event.currentTarget.value)} />
          <TextInput className="wide" label={t('pin')} description={t('pinWhy')} spellCheck={false} classNames={{ input: 'code' }} value={fingerprint} onChange={(event) => setFingerprint(event.currentTarget.value)} />
        </div>
      </details>
      <div className="spaced">
        <Trouble of={set.error ?? drop.error} />
        {kept && <Notice look="good" title={t('serverKept')} />}
      </div>
      <div className="acts">
        <ActButton type="submit" loading={set.busy} unless={[mayNot, host.trim() === '' && t('need', { field: t('host') }), address.trim() === '' && t('need', { field: t('fromAddress') })]}>{t('serverSet')}</ActButton>
        {server && <ActButton variant="subtle" loading={drop.busy} unless={[mayNot]} onClick={() => drop.run()}>{t('serverDrop')}</ActButton>}
      </div>
    </form>
  )
}

/** 接続試験: what was seen of the server, and nothing sent. */
function TryServer() {
  const { t } = useTranslation('settings')
  const attempt = useCommand(() => desk.post.tryServer())
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof desk.post.tryServer>> | null>(null)
  return (
    <Block title={t('tryBlock')} lead={t('tryLead')}>
      <div className="acts"><ActButton variant="default" loading={attempt.busy} unless={[useWhyNot('post.tryServer')]} onClick={() => { setAnswer(null); attempt.run(undefined, setAnswer) }}>{t('tryNow')}</ActButton></div>
      <div className="spaced">
        <Trouble of={attempt.error} />
        {answer?.outcome === 'refused' && <Notice look="refused" title={t(`stages.${answer.stage}`)}>{answer.answer !== '' && <p className="code">{answer.answer}</p>}</Notice>}
        {answer?.outcome === 'ready' && (
          <Notice look="good" title={t('tryGood')}>
            {answer.certificate && <Facts of={[[t('certSubject'), answer.certificate.subject], [t('certIssuer'), answer.certificate.issuer], [t('certTo'), answer.certificate.validTo], ['SHA-256', <span key="f" className="code">{answer.certificate.fingerprint}</span>]]} />}
          </Notice>
        )}
      </div>
    </Block>
  )
}
