import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import './steps.css'

export interface Step { key: string; label: string; state: 'done' | 'now' | 'later'; onGo?: () => void }

/** A task of three to five steps, the state of each visible; what is done may be looked at again. */
export function Steps({ name, steps }: { name: string; steps: readonly Step[] }) {
  const { t } = useTranslation('parts')
  return (
    <nav aria-label={name} className="steps no-print">
      <ol>
        {steps.map(({ key, label, state, onGo }, index) => (
          <li key={key} className={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <button type="button" disabled={!onGo} onClick={onGo}>
              <span className="step-mark" aria-hidden>{state === 'done' ? <IconCheck size={20} stroke={3} /> : index + 1}</span>
              <span className="step-label">{label}</span>
              <span className="unseen">{t(state === 'done' ? 'stepDone' : state === 'now' ? 'stepNow' : 'stepLater')}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
