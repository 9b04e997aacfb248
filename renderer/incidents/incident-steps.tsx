import { useTranslation } from 'react-i18next'
import type { Incident } from '../../core/incidents/incident.ts'
import { Steps } from '../parts/steps.tsx'

const order = ['found', 'first', 'respond', 'follow', 'final', 'close'] as const
type IncidentStep = (typeof order)[number] | 'over'
const stepOf: Readonly<Record<Incident['state'], IncidentStep>> = { found: 'first', 'first-reported': 'respond', responding: 'follow', 'followed-up': 'final', 'final-reported': 'close', closed: 'over', 'not-an-incident': 'over' }

/** 発見 → 第一報 → 初動 → 続報 → 最終報 → 終結. Null before it is written down. */
export function IncidentSteps({ incident }: { incident: Incident | null }) {
  const { t } = useTranslation('incidents')
  const now = incident === null ? 'found' : stepOf[incident.state]
  const at = now === 'over' ? order.length : order.indexOf(now)
  return <Steps name={t('steps')} steps={order.map((key, index) => ({ key, label: t(`step.${key}`), state: index < at ? 'done' : index === at ? 'now' : 'later' }))} />
}
