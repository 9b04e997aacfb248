import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayBytes, sayDuration, sayNumber } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import type { Job } from './jobs.ts'
import './jobs.css'

/** What is being done to what: percent, rate, time left, and a cancel that says what cancelling means. */
export function Progress({ job, small = false }: { job: Job; small?: boolean }) {
  const said = useSaid(job)
  const percent = job.pace && job.pace.total > 0 ? Math.min(100, Math.floor((job.pace.done / job.pace.total) * 100)) : 0
  return (
    <div className={small ? 'progress progress-small' : 'progress'}>
      <div className="progress-words">
        <span className="strong">{job.title}</span>
        <span className="progress-percent">{percent}%</span>
      </div>
      <progress max={100} value={percent} aria-label={job.title} />
      <div className="progress-words small soft">
        <span>{said}</span>
        <CancelJob job={job} />
      </div>
    </div>
  )
}

function useSaid({ pace, state }: Job): string {
  const { t } = useTranslation('jobs')
  const language = useLanguage()
  if (state === 'cancelling') return t('cancelling')
  if (!pace) return t('starting')
  const bytes = pace.unit === 'bytes'
  const amount = (n: number): string => (bytes ? sayBytes(n, language) : sayNumber(Math.round(n)))
  const phases: Record<string, string> = { scanning: t('scanning'), reading: t('reading'), writing: t('writing'), verifying: t('verifying'), checking: t('verifying'), restoring: t('restoring'), examining: t('examining') }
  return [
    pace.phase === null ? null : (phases[pace.phase] ?? null),
    t('of', { done: amount(pace.done), total: amount(pace.total) }),
    pace.perSecond === null ? null : t('rate', { rate: amount(pace.perSecond) }),
    pace.secondsLeft === null ? null : t('left', { time: sayDuration(pace.secondsLeft, language) }),
  ].filter(Boolean).join('　')
}

function CancelJob({ job }: { job: Job }) {
  const { t } = useTranslation('jobs')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="subtle" size="compact-md" onClick={() => setAsking(true)} disabled={job.state === 'cancelling'}>{t('cancel')}</Button>
      <Modal opened={asking && job.state === 'running'} onClose={() => setAsking(false)} title={t('cancelTitle', { title: job.title })} withCloseButton={false}>
        <p>{job.cancelMeans}</p>
        <div className="acts">
          <Button onClick={() => setAsking(false)} data-autofocus>{t('goOn')}</Button>
          <Button variant="default" onClick={() => { setAsking(false); job.cancel() }}>{t('cancelNow')}</Button>
        </div>
      </Modal>
    </>
  )
}
