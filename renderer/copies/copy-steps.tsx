import { useTranslation } from 'react-i18next'
import type { Copy } from '../../core/copies/copy.ts'
import { Steps } from '../parts/steps.tsx'

const order = ['request', 'approve', 'make', 'end'] as const
export type CopyStep = (typeof order)[number] | 'over'
const stepOf: Readonly<Record<Copy['state'], CopyStep>> = { requested: 'approve', approved: 'make', making: 'make', 'in use': 'end', ended: 'over', declined: 'approve', withdrawn: 'approve' }
export const stepAt = ({ state }: Copy): CopyStep => stepOf[state]

/** 申請 → 承認 → 作成 → 消去. */
export function CopySteps({ now }: { now: CopyStep }) {
  const { t } = useTranslation('copies')
  const at = now === 'over' ? order.length : order.indexOf(now)
  return <Steps name={t('steps')} steps={order.map((key, index) => ({ key, label: t(`step.${key}`), state: index < at ? 'done' : index === at ? 'now' : 'later' }))} />
}
