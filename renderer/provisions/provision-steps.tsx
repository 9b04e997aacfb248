import { useTranslation } from 'react-i18next'
import type { Provision } from '../../core/provisions/provision.ts'
import { Steps } from '../parts/steps.tsx'
import type { StatusLook } from '../parts/status.tsx'

const order = ['apply', 'consent', 'provide'] as const
type ProvisionStep = (typeof order)[number] | 'over'
const stepOf: Readonly<Record<Provision['state'], ProvisionStep>> = { applied: 'consent', consented: 'provide', provided: 'over', refused: 'consent', withdrawn: 'consent' }
export const stepAt = ({ state }: Provision): ProvisionStep => stepOf[state]
export const looks: Readonly<Record<Provision['state'], StatusLook>> = { applied: 'warn', consented: 'busy', provided: 'good', refused: 'bad', withdrawn: 'calm' }
export const isOpen = ({ state }: Provision): boolean => state === 'applied' || state === 'consented'

/** 申請 → 承諾 → 提供. */
export function ProvisionSteps({ now }: { now: ProvisionStep }) {
  const { t } = useTranslation('provisions')
  const at = now === 'over' ? order.length : order.indexOf(now)
  return <Steps name={t('steps')} steps={order.map((key, index) => ({ key, label: t(`step.${key}`), state: index < at ? 'done' : index === at ? 'now' : 'later' }))} />
}
