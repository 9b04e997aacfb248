import type * as z from 'zod'
import { contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { AuditFreeze, BeginAuditFreeze, LiftAuditFreeze } from './incident.ts'

/** 監査等による保全 (Art. 17, R-36): from now on nothing of this contract is erased, corrected or taken back. */
export function beginAuditFreeze(world: World, { reason, cityRef, contractId, auditId }: z.output<typeof BeginAuditFreeze>): Promise<AuditFreeze> {
  const id = world.newId()
  return record(world, (reading) => {
    const contract = contractNamed(reading, contractId)
    if (reason === '') throw refusal('freeze-without-reason', '17', 'R-36', {})
    const audit = auditId === undefined ? undefined : reading.get('audit', auditId)
    if (auditId !== undefined && (audit?.contractId !== contract.id || audit.state === 'closed')) throw refusal('freeze-of-other-audit', '17', 'R-36', { no: audit?.no ?? '' })
    const no = `H-${contract.shortNo}-${String((reading.get('series', `audit-freeze:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const freeze: AuditFreeze = { id, no, contractId: contract.id, reason, cityRef, since: world.now(), by: signedIn(world).personId, lifted: null, ...(auditId === undefined ? {} : { auditId }) }
    return { entries: [{ type: 'audit-freeze-begun', data: { freeze } }], answer: (after) => freezeNamed(after, id) }
  })
}

/** Lifted by the supervisor with the city's consent, and by nobody else. */
export const liftAuditFreeze = (world: World, { freezeId, ...said }: z.output<typeof LiftAuditFreeze>): Promise<AuditFreeze> => record(world, (reading) => {
  const freeze = freezeNamed(reading, freezeId)
  if (freeze.lifted) throw refusal('state-does-not-allow', '17', 'R-36', { is: 'freeze-lifted', act: 'lift-freeze' })
  if (said.on > dayOf(world.now())) throw refusal('time-in-future', '17', 'R-36', { what: 'city-said' })
  return { entries: [{ type: 'audit-freeze-lifted', data: { freezeId, lifted: { ...said, by: signedIn(world).personId, at: world.now() } } }], answer: (after) => freezeNamed(after, freezeId) }
})

/** What was begun for one audit (F-34) and still stands. */
export const freezesOf = (reading: Reading, { id, contractId }: { id: string; contractId: string }): AuditFreeze[] => reading.list('audit-freeze', contractId).filter(({ auditId, lifted }) => auditId === id && lifted === null)

/** Newest first. */
export const listAuditFreezes = (world: World, contractId: string): Promise<AuditFreeze[]> =>
  look(world, (reading) => reading.list('audit-freeze', contractNamed(reading, contractId).id).sort((a, b) => b.since - a.since))

function freezeNamed(reading: Reading, id: string): AuditFreeze {
  const freeze = reading.get('audit-freeze', id)
  if (!freeze) throw refusal('nothing-found', null, null, { what: 'audit-freeze', id })
  return freeze
}
