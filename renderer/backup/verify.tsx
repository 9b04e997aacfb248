import { useTranslation } from 'react-i18next'
import { troubles } from '../../core/words/objections/backup.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'
import { useLanguage } from '../words/language.ts'

type Verdict = Awaited<ReturnType<typeof desk.backup.verify>>

/** Whether a backup that lies somewhere could be restored. */
export function Verify() {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  const job = useJob<Verdict>('backup verify')
  const mayNot = useWhyNot('backup.verify')
  const onVerify = async (): Promise<void> => {
    const [path] = await shell.pickFiles()
    if (path !== undefined) begin({ key: 'backup verify', title: t('verifying'), cancelMeans: t('verifyCancel'), leadsTo: '/settings/backup', run: (options) => desk.backup.verify({ path }, options) })
  }
  const verdict = job?.result
  return (
    <Block title={t('verify')} lead={`${t('verifyLead')}${t('restoreLead')}`}>
      <div className="acts"><ActButton variant="default" unless={[mayNot]} loading={job !== undefined && isUnderWay(job)} onClick={() => void onVerify()}>{t('pickBackup')}</ActButton></div>
      {job && isUnderWay(job) && <Progress job={job} />}
      {verdict?.outcome === 'sound' && <Notice look="good" title={t('sound', { generation: verdict.header.generation, entries: verdict.head.size })} />}
      {verdict?.outcome === 'unsound' && <Notice look="refused" title={t('unsound')}>{troubles[verdict.why][language === 'en' ? 1 : 0].replace('{path}', '')}</Notice>}
      <Trouble of={job?.error} />
    </Block>
  )
}
