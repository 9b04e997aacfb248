import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OperationName } from '../../core/contract.ts'
import { freezesStopping, stoppedByFreeze } from '../../core/incidents/freeze.ts'
import { questions } from '../asking/questions.ts'

/** Why a button may not be pressed: a sentence, or kept evidence, which one may go and look at. */
export type Reason = string | Frozen
export interface Frozen { readonly say: string; readonly more: string; readonly look: string; readonly to: string }

/** R-36, said before the press: what keeps evidence that this operation would touch, by the desk's own rule; null when nothing does, and for operations that no freeze stops. */
export function useFrozen(operation: OperationName, contracts: readonly string[], isContractor: boolean): Frozen | null {
  const { t } = useTranslation('frame')
  const standing = useQuery({ ...questions.standingFreezes, enabled: isContractor && stoppedByFreeze.has(operation) }).data ?? []
  const [first, ...others] = freezesStopping(operation, contracts, standing)
  if (!first) return null
  const { what, id, no } = first
  const more = others.length === 0 ? '' : t('frozenMore', { count: others.length })
  return what === 'incident'
    ? { say: `${t('frozenByIncident', { no })}${more}`, more: t('frozenUntil'), look: t('frozenLook', { no }), to: `/incidents/${id}` }
    : { say: `${t('frozenByAudit', { no })}${more}`, more: t('frozenUntilCity'), look: t('frozenLook', { no }), to: '/incidents' }
}

/** What of the reasons is kept evidence: enough to keep what leads to the act shut as well. */
export const frozenOf = (reason: Reason | null): Frozen | null => (typeof reason === 'object' ? reason : null)
