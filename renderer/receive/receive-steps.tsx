import { useTranslation } from 'react-i18next'
import { Steps } from '../parts/steps.tsx'

const ORDER = ['designate', 'take', 'check', 'receipt'] as const
export type ReceiveStep = (typeof ORDER)[number]

/** 指定 → 受取 → 照合 → 預り証. */
export function ReceiveSteps({ now, reached = now, onGo }: { now: ReceiveStep; reached?: ReceiveStep; onGo?: (step: ReceiveStep) => void }) {
  const { t } = useTranslation('receive')
  const labels = { designate: t('stepDesignate'), take: t('stepTake'), check: t('stepCheck'), receipt: t('stepReceipt') }
  return (
    <Steps name={t('steps')} steps={ORDER.map((key) => ({
      key, label: labels[key],
      state: key === now ? 'now' : ORDER.indexOf(key) < ORDER.indexOf(reached) ? 'done' : 'later',
      ...(onGo && ORDER.indexOf(key) <= ORDER.indexOf(reached) ? { onGo: () => onGo(key) } : {}),
    }))} />
  )
}
