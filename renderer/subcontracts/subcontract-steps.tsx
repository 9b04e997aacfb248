import { useTranslation } from 'react-i18next'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import { Steps } from '../parts/steps.tsx'

const order = ['draft', 'apply', 'agree', 'work', 'end'] as const
type SubStep = (typeof order)[number] | 'over'
const stepOf: Readonly<Record<Subcontract['state'], SubStep>> = { drafted: 'draft', applied: 'apply', approved: 'agree', refused: 'apply', contracted: 'work', working: 'work', ended: 'over', withdrawn: 'draft' }
export const stepAt = ({ state }: Subcontract): SubStep => stepOf[state]

/** 下書き → 申請・承認 → 契約 → 履行・監督 → 終了. */
export function SubcontractSteps({ now }: { now: SubStep }) {
  const { t } = useTranslation('subcontracts')
  const at = now === 'over' ? order.length : order.indexOf(now)
  return <Steps name={t('steps')} steps={order.map((key, index) => ({ key, label: t(`step.${key}`), state: index < at ? 'done' : index === at ? 'now' : 'later' }))} />
}
