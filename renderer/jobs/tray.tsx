import { Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Status } from '../parts/status.tsx'
import { dismiss, isUnderWay, lookedAt, useJobs } from './jobs.ts'
import { Progress } from './progress.tsx'

/** Long work stays in sight on every page but its own, until someone has seen how it ended. */
export function Tray() {
  const { t } = useTranslation('jobs')
  const here = useLocation().pathname
  const jobs = useJobs()
  useEffect(() => lookedAt(here), [jobs, here])
  const elsewhere = jobs.filter(({ leadsTo, seen }) => leadsTo !== here && !seen)
  if (elsewhere.length === 0) return null
  return (
    <aside className="jobs" aria-label={t('tray')}>
      {elsewhere.map((job) => (
        <div key={job.key} className="jobs-one">
          {isUnderWay(job) ? <Progress job={job} small /> : (
            <div className="progress-words">
              <Status look={job.state === 'refused' ? 'bad' : 'good'}>{t(job.state === 'refused' ? 'refused' : 'ended', { title: job.title })}</Status>
            </div>
          )}
          <div className="jobs-acts">
            <Link to={job.leadsTo}>{t('look')}</Link>
            {!isUnderWay(job) && <Button variant="subtle" size="compact-md" onClick={() => dismiss(job.key)}>{t('dismiss')}</Button>}
          </div>
        </div>
      ))}
    </aside>
  )
}
