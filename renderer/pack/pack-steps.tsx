import { useTranslation } from 'react-i18next'
import { Steps } from '../parts/steps.tsx'

const ORDER = ['choose', 'seal', 'verify', 'how', 'record'] as const
export type PackStep = (typeof ORDER)[number]

/** 選ぶ → 封をする → 検証 → 送り方 → 記録: one road over two pages. */
export function PackSteps({ now, done = false }: { now: PackStep; done?: boolean }) {
  const { t } = useTranslation('pack')
  const labels = { choose: t('stepChoose'), seal: t('stepSeal'), verify: t('stepVerify'), how: t('stepHow'), record: t('stepRecord') }
  const at = ORDER.indexOf(now)
  return <Steps name={t('steps')} steps={ORDER.map((key, index) => ({ key, label: labels[key], state: index < at || (done && index === at) ? 'done' : index === at ? 'now' : 'later' }))} />
}
