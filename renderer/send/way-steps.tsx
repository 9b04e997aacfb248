import { useTranslation } from 'react-i18next'
import { Status } from '../parts/status.tsx'

/** How far a sending has come: small marks below the road of packing and sending. */
export function WaySteps({ name, steps }: { name: string; steps: readonly (readonly [label: string, done: boolean])[] }) {
  const { t } = useTranslation('parts')
  const now = steps.findIndex(([, done]) => !done)
  return (
    <ul className="way-steps" aria-label={name}>
      {steps.map(([label, done], index) => <li key={label}><Status look={done ? 'good' : index === now ? 'busy' : 'calm'}>{label}</Status><span className="unseen">{t(done ? 'stepDone' : index === now ? 'stepNow' : 'stepLater')}</span></li>)}
    </ul>
  )
}
