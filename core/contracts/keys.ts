import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import { refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import type { World } from '../world.ts'
import type { ContractOfWork, EndedKey, KeySeen, LookAtKey, RevokeKey } from './contract-of-work.ts'
import { activeContract, contractNamed } from './use.ts'

/** What a 公開鍵届 says, before anybody believes it: its twelve words, to be read over the telephone, and which key it would take the place of. Nothing is written. */
export async function lookAtKey(world: World, { contractId, path }: z.output<typeof LookAtKey>): Promise<KeySeen> {
  const read = await world.documents.readKeyNotice(path)
  if (read.outcome === 'refused') throw refusal('key-notice-refused', null, null, { path, reason: read.reasons.join('、') })
  const { organisation, docNo, issuedAt, fingerprint, checkWords } = read.notice
  return look(world, (reading) => {
    const { city, contractor, counterpartKey, formerKeys } = activeContract(reading, contractId)
    const expected = reading.get('office', 'office')?.organisation.kind === 'city' ? contractor : city.name
    const current = counterpartKey?.fingerprint ?? null
    return { organisation, expected, docNo, issuedAt, fingerprint, checkWords, replaces: current === fingerprint ? null : current, known: current === fingerprint || formerKeys.some(({ key }) => key.fingerprint === fingerprint) }
  })
}

/**
 * 失効: a key of the other party may be in other hands. Nothing that it signs is believed from now on, whatever day stands on it, since whoever
 * holds it can write any day; what was taken in before stays as it was judged. Refuses a day that lies ahead.
 */
export const revokeKey = (world: World, { contractId, fingerprint, from, reason }: z.output<typeof RevokeKey>): Promise<ContractOfWork> => record(world, (reading) => {
  const { counterpartKey, formerKeys } = contractNamed(reading, contractId)
  const key = [...(counterpartKey ? [counterpartKey] : []), ...formerKeys.filter(({ why }) => why === '更新').map((ended) => ended.key)].find((one) => one.fingerprint === fingerprint)
  if (!key) throw refusal('nothing-found', null, null, { what: 'key', id: fingerprint.slice(0, 16) })
  if (from > dayOf(world.now())) throw refusal('time-in-future', null, null, { what: 'revoked' })
  const ended: EndedKey = { key, why: '失効', from, reason, at: world.now() }
  return { entries: [{ type: 'key-revoked', data: { contractId, ended } }], answer: (after) => contractNamed(after, contractId) }
})
