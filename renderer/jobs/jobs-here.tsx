import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Status } from '../parts/status.tsx'
import { dismiss, isUnderWay, useJobs } from './jobs.ts'
import { Progress } from './progress.tsx'

/** Work that was begun in a side panel of this page: it stays in sight when the panel is closed. `of` begins the jobs' keys. */
export function JobsHere({ of: beginnings }: { of: readonly string[] }) {
  const { t } = useTranslation('jobs')
  const jobs = useJobs().filter(({ key }) => beginnings.some((beginning) => key.startsWith(beginning)))
  if (jobs.length === 0) return null
  return (
    <div className="jobs-here">
      {jobs.map((job) => (isUnderWay(job) ? <Progress key={job.key} job={job} /> : (
        <div key={job.key} className="progress-words">
          <Status look={job.state === 'refused' ? 'bad' : 'calm'}>{t(job.state === 'refused' ? 'refused' : 'endedHere', { title: job.title })}</Status>
          <Button variant="subtle" size="compact-md" onClick={() => dismiss(job.key)}>{t('dismiss')}</Button>
        </div>
      )))}
    </div>
  )
}
