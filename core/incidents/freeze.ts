import type { OperationName } from '../contract.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { contractsOfOrder } from '../workplace/contract-of-order.ts'
import type { World } from '../world.ts'
import type { Freeze } from './incident.ts'
import { isOpenIncident } from './rules.ts'

/** Everything that holds the evidence of a contract, or of any. */
export function freezesOn(reading: Reading, contractId?: string): Freeze[] {
  return [
    ...reading.list('incident', contractId).filter((one) => isOpenIncident(one) && one.freezeLifted === null).map(({ id, no, contractId: of }) => ({ what: 'incident' as const, id, no, contractId: of })),
    ...reading.list('audit-freeze', contractId).filter(({ lifted }) => lifted === null).map(({ id, no, contractId: of }) => ({ what: 'audit' as const, id, no, contractId: of })),
  ]
}

/** What holds evidence in this office now: screens ask it, so that a button says beforehand what the desk would say afterwards. */
export const standingFreezes = (world: World): Promise<Freeze[]> => look(world, (reading) => freezesOn(reading))

/**
 * Every operation that erases, disposes of, corrects, takes back or ends something of a contract. A test walks the whole contract: whatever
 * sounds like one of these is here, or in `goesOnDuringFreeze` with its reason.
 */
const STOPPED = [
  'disposals.wipe', 'disposals.wipeFiles', 'disposals.wipeVault', 'disposals.command', 'disposals.recordExternal', 'disposals.recordDestruction', 'disposals.withdraw',
  'contracts.close', 'copies.end', 'corrections.record', 'documents.correct', 'documents.cancel',
  'carryOuts.withdraw', 'mailings.withdraw', 'mails.withdraw', 'copies.withdraw', 'faxes.withdraw', 'provisions.withdraw', 'subcontracts.withdraw', 'subcontracts.revise', 'requests.withdraw',
] as const satisfies OperationName[]
export type StoppedOperation = (typeof STOPPED)[number]
export const stoppedByFreeze: ReadonlySet<OperationName> = new Set<OperationName>(STOPPED)

/** What sounds like it and goes on, each with its reason. */
export const goesOnDuringFreeze: Partial<Record<OperationName, string>> = {
  'audits.correct': 'puts a finding right in the world, and adds to its record', 'audits.close': 'the end of an audit by the city; it lets go of its freeze itself',
  'cancellations.withdraw': 'the city takes its own word back; what was refused meanwhile stays written',
  'backup.tellCity': 'says that a restored ledger lost entries: evidence itself',
  'carryOuts.confirmReturn': 'what came back came back', 'carryOuts.recordErasure': 'tells of an erasure at the city, as it was approved, that has happened; not to hear of it would keep nothing',
  'carryOuts.reject': 'says no to what has not happened; nothing is taken back',
  'contracts.endPost': 'who answers for the work may change, and the register keeps both',
  'contracts.revokeKey': 'a key that may be in other hands must not wait',
  'corrections.list': 'only shows', 'corrections.words': 'only shows',
  'freezes.erasures': 'only shows', 'cancellations.list': 'only shows', 'cancellations.record': 'keeps what the city wrote; every return and erasure that follows of it is stopped by itself',
  'incidents.close': 'the end of an incident by the city; it lets go itself',
  'mails.settleSending': 'says what became of a letter that was being sent',
  'mailings.returned': 'what came back came back',
  'media.losses': 'only shows',
  'media.giveBack': 'back into the hands of the city, whose evidence it is',
  'people.removeFactor': 'a door, and no record', 'people.suspendAccount': 'shuts somebody out; nothing of theirs goes', 'people.revokeAccount': 'shuts somebody out; nothing of theirs goes', 'people.release': 'keeps all that was written of them',
  'people.revise': 'of the office and not of a contract; what stood there stays in the roster', 'people.stop': 'keeps all that was written of them',
  'post.dropServer': "the office's mail server, and no record", 'ledgers.dropView': 'a way of looking, and no record', 'vault.dropFactor': 'a door, and no record',
  'settlement.returnItems': 'back into the hands of the city, whose evidence it is', 'settlement.deliverItems': 'handed to the city, whose evidence it is',
  'staffing.returnCard': 'a card that came back came back', 'staffing.closeSelfCheck': 'confirms what was put right',
  'staffing.correctItem': 'puts a finding right in the world, and adds to its record', 'staffing.endPledge': 'the pledge as it was signed is kept',
  'subcontracts.end': 'says that somebody works no more; their erasure is proved apart',
  'cityOffice.withdrawDesignation': "the city's own office holds no evidence of the contractor", 'documents.checkCp932': 'only looks',
  'disposals.abilities': 'only asks a drive', 'disposals.wipes': 'only shows', 'disposals.report': 'writes of what was done before', 'disposals.requestNotice': 'plans, and erases nothing', 'disposals.requestWitness': 'plans, and erases nothing',
  'disposals.plan': 'plans, and erases nothing', 'disposals.issueNotice': 'plans, and erases nothing', 'disposals.submitNotice': 'plans, and erases nothing', 'disposals.confirmNotice': 'plans, and erases nothing', 'disposals.list': 'only shows',
  'disposals.lookAtFiles': 'only looks', 'disposals.verify': 'looks at what was erased before', 'disposals.saveSeed': 'for looking at what was erased before', 'disposals.certify': 'writes of what was done before',
}

/** Which freezes stop an operation on these contracts. The one rule of the desk and of its buttons. What belongs to no one contract waits for all of them. */
export function freezesStopping(name: OperationName, contracts: readonly string[], freezes: readonly Freeze[]): Freeze[] {
  if (!stoppedByFreeze.has(name)) return []
  return freezes.filter(({ contractId }) => contracts.length === 0 || contracts.includes(contractId))
}

/** R-36 (Art. 18①, 17): while evidence is kept, nothing of its contract is erased, disposed of, corrected or taken back. */
export function objectionsToFreeze(name: OperationName, order: unknown, reading: Reading): Objection[] {
  if (!stoppedByFreeze.has(name)) return []
  return freezesStopping(name, contractsOfOrder(order, reading), freezesOn(reading)).map(({ what, no }) => ({ code: 'evidence-frozen', article: what === 'incident' ? '18①' : '17', rule: 'R-36', facts: { what, no } }))
}
