import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { Steps } from '../parts/steps.tsx'

const order = ['apply', 'approve', 'go', 'back'] as const
export type CarryStep = (typeof order)[number]

const stepOf: Readonly<Record<CarryOut['state'], CarryStep | 'end'>> = { applied: 'approve', approved: 'approve', permitted: 'go', out: 'back', back: 'back', completed: 'end', lost: 'back', rejected: 'approve', withdrawn: 'approve' }
export const stepAt = ({ state }: CarryOut): CarryStep | 'end' => stepOf[state]

/** 申請 → 承認 → 持出 → 返却. */
export function CarrySteps({ now }: { now: CarryStep | 'end' }) {
  const { t } = useTranslation('carryouts')
  const at = now === 'end' ? order.length : order.indexOf(now)
  return <Steps name={t('steps')} steps={order.map((key, index) => ({ key, label: t(`step.${key}`), state: index < at ? 'done' : index === at ? 'now' : 'later' }))} />
}
