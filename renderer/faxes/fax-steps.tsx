import { useTranslation } from 'react-i18next'
import type { Fax } from '../../core/faxes/fax.ts'
import { Steps } from '../parts/steps.tsx'
import type { StatusLook } from '../parts/status.tsx'

const order = ['request', 'approve', 'send', 'confirm'] as const
type FaxStep = (typeof order)[number] | 'over'
const stepOf: Readonly<Record<Fax['state'], FaxStep>> = { requested: 'approve', approved: 'send', sent: 'confirm', differs: 'confirm', confirmed: 'over', declined: 'approve', withdrawn: 'approve' }
export const stepAt = ({ state }: Fax): FaxStep => stepOf[state]
export const looks: Readonly<Record<Fax['state'], StatusLook>> = { requested: 'warn', approved: 'warn', sent: 'busy', differs: 'bad', confirmed: 'good', declined: 'calm', withdrawn: 'calm' }
export const isOpen = ({ state }: Fax): boolean => stepOf[state] !== 'over' && state !== 'declined' && state !== 'withdrawn'

/** 申請 → 承認 → 送信 → 着信確認. */
export function FaxSteps({ now }: { now: FaxStep }) {
  const { t } = useTranslation('faxes')
  const at = now === 'over' ? order.length : order.indexOf(now)
  return <Steps name={t('steps')} steps={order.map((key, index) => ({ key, label: t(`step.${key}`), state: index < at ? 'done' : index === at ? 'now' : 'later' }))} />
}
