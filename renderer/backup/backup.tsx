import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BackupState } from '../../core/backup/use.ts'
import { questions } from '../asking/questions.ts'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { sayBytes, sayNumber, sayTime } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { BackupList } from './list.tsx'
import { Make } from './make.tsx'
import { Plan } from './plan.tsx'
import { SetBack } from './set-back.tsx'
import { Verify } from './verify.tsx'

/** バックアップ: when the last one was made, whether the next one will be, and one at once. */
export function BackupPage() {
  const { t } = useTranslation('backup')
  const { t: settings } = useTranslation('settings')
  const state = useQuery(questions.backups)
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/settings', label: settings('title') }}>
      <Asked of={state}>{(said) => (
        <>
          {said.restored && <SetBack restored={said.restored} numbers={said.numbers} />}
          <Block title={t('last')}><Now state={said} /><Make planned={said.plan !== null} /></Block>
          <Plan key={`${said.plan?.folder} ${said.plan?.at} ${said.plan?.keep}`} plan={said.plan} />
          <BackupList backups={said.backups} />
          <Verify />
          <Block title={t('erased')} lead={t('erasedWhy')}>{null}</Block>
        </>
      )}</Asked>
    </Page>
  )
}

function Now({ state: { lastMade, plan, dueSince } }: { state: BackupState }) {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  const made = lastMade?.made
  return (
    <>
      {dueSince !== null && lastMade && <Notice look="warning" title={t('late')}>{t('lateWhy')}</Notice>}
      <Facts wide of={[
        [t('lastMade'), made ? sayTime(made.at, language) : t('lastNone')],
        made !== undefined && made !== null && [t('size'), sayBytes(made.bytes, language)],
        made !== undefined && made !== null && [t('entries'), t('entriesOf', { number: sayNumber(made.head.size) })],
        made !== undefined && made !== null && [t('file'), <span key="file" className="code">{made.path}</span>],
        [t('next'), plan ? t('nextAt', { at: plan.at }) : t('notPlanned')],
      ]} />
    </>
  )
}
