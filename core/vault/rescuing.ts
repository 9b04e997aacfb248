import type { Person } from '../people/person.ts'
import { objectionsToAccess } from '../people/rules.ts'
import { type Objection, refusal } from '../refusal.ts'
import { permissions } from '../who-may.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'
import { personBehind } from './co-sign.ts'
import type { LedgerRescued, RescueLedger } from './rescue.ts'

const NEVER = new AbortController().signal

/** Takes out of a ledger that no longer opens whatever can still be read (Art. 17), at the locked door; the vault stays as it is. */
export async function rescueLedger(world: World, order: RescueLedger, { signal = NEVER, onProgress = () => {} }: JobOptions<{ done: number; total: number }> = {}): Promise<LedgerRescued> {
  const { state } = await world.vault.status()
  if (state === 'absent') throw refusal('vault-absent', null, null, {})
  if (state === 'open') throw refusal('state-does-not-allow', null, null, { is: 'signed-in', act: 'rescue' })
  const answer = await world.vault.rescue(order, { signal, onProgress })
  if (answer.outcome === 'rescued') return answer.rescued
  // Whoever is not let in hears at this door what they hear at the other.
  await personBehind(world, order.loginId, answer)
  throw new Error('nobody comes in by a rescue')
}

/** Whoever may take the whole ledger out may take out what is left of it. Null: what is left does not say who they are. */
export function objectionsToRescue(person: Person | null): Objection[] {
  const { roles } = permissions['ledger.export']
  if (!person || typeof roles === 'string') return []
  const may = person.roles.some((role) => roles.includes(role))
  return [...objectionsToAccess(person), ...(may ? [] : [{ code: 'not-your-office', article: '11(1)', rule: null, facts: { needs: roles.join(',') } } as const])]
}
