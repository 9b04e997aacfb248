import { useTranslation } from 'react-i18next'
import { Steps } from '../parts/steps.tsx'

const ORDER = ['plan', 'notice', 'witness', 'do', 'verify', 'certify'] as const
export type WipeStep = (typeof ORDER)[number]

/** 計画 → 届出 → 立会い → 実施 → 検証 → 証明書. */
export function WipeSteps({ now, reached = now, onGo }: { now: WipeStep; reached?: WipeStep; onGo?: (step: WipeStep) => void }) {
  const { t } = useTranslation('wipes')
  const labels = { plan: t('stepPlan'), notice: t('stepNotice'), witness: t('stepWitness'), do: t('stepDo'), verify: t('stepVerify'), certify: t('stepCertify') }
  return (
    <Steps name={t('steps')} steps={ORDER.map((key) => ({
      key, label: labels[key],
      state: key === now ? 'now' : ORDER.indexOf(key) < ORDER.indexOf(reached) ? 'done' : 'later',
      // Any step may be looked at beforehand: what lies ahead is part of the plan.
      ...(onGo ? { onGo: () => onGo(key) } : {}),
    }))} />
  )
}
