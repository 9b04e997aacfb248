import { useTranslation } from 'react-i18next'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shell } from '../shell.ts'

type Made = Awaited<ReturnType<typeof desk.backup.make>>

/** 今すぐ作る: into the folder of the plan, or another one this once. */
export function Make({ planned }: { planned: boolean }) {
  const { t } = useTranslation('backup')
  const job = useJob<Made>('backup make')
  const mayNot = useWhyNot('backup.make')
  const busy = job !== undefined && isUnderWay(job)
  const make = (folder: string | null): void => begin({ key: 'backup make', title: t('making'), cancelMeans: t('makeCancel'), leadsTo: '/settings/backup', run: (options) => desk.backup.make({ folder }, options) })
  const elsewhere = async (): Promise<void> => {
    const folder = await shell.pickFolder()
    if (folder !== null) make(folder)
  }
  const made = job?.result?.outcome === 'made' ? job.result.backup.made : null
  return (
    <>
      <div className="acts">
        {planned && <ActButton loading={busy} unless={[mayNot]} onClick={() => make(null)}>{t('make')}</ActButton>}
        <ActButton variant="default" loading={busy && !planned} disabled={busy} unless={[mayNot]} onClick={() => void elsewhere()}>{t('makeInto')}</ActButton>
      </div>
      {job && busy && <Progress job={job} />}
      {made && <div className="spaced"><Notice look="good" title={t('made')}><span className="code">{made.path}</span></Notice></div>}
      <Trouble of={job?.error} />
    </>
  )
}
