import type * as z from 'zod'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { saveAll } from '../documents/save.ts'
import type { DocumentRecord } from '../documents/records.ts'
import type { Finding } from '../documents/document.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { instantOf } from '../time.ts'
import { finding } from '../words/findings.ts'
import type { World } from '../world.ts'
import { type ConsistencyFile, isAccepted, isSame, type KnownLedger, type LedgerContradiction, type SeenCheckpoint, type WitnessedLedger } from './witnessed.ts'

/** What a document's checkpoint does to what we know: entries to be written with it, or why it is not believed, with the entries that say so. */
export interface Witnessing { finding: Finding | null; entries: EntryBody[] }
const NOTHING: Witnessing = { finding: null, entries: [] }

/**
 * 台帳の証人 (evidence §8): keeps the checkpoint that a signed document carries. A ledger of the same length with another root is two ledgers (FORK);
 * one that is shorter though the document is younger was cut (ROLLBACK): both are refused, and stay written. A longer one is kept until its proof comes.
 */
export function witness(world: World, reading: Reading, contract: ContractOfWork, said: DocumentRecord): Witnessing {
  if (!('witness' in said) || said.witness === null) return NOTHING
  const { checkpoint: text } = said.witness
  const read = checkpointOf(world, contract, text)
  if (!read) return NOTHING
  const { origin, size, root } = read
  const known = reading.get('known-ledger', origin)
  // A paper that we have already, from before a restoring that was accepted.
  if (isOfLostLine(world, reading, contract, said)) return NOTHING
  const seen: SeenCheckpoint = { size, root, text, docNo: said.docNo, issuedAt: instantOf(said.issuedAt), seenAt: world.now(), proved: !known || known.checkpoints.length === 0 }
  const against = known ? contradictionOf(known, seen, contract.id) : null
  if (!against) return known?.checkpoints.some((one) => one.size === size) ? NOTHING : { finding: null, entries: [{ type: 'checkpoint-seen', data: { contractId: contract.id, origin, organisation: contract.contractor, checkpoint: seen } }] }
  const isNew = !known?.contradictions.some((one) => one.size === size && one.root === root)
  const facts = { docNo: said.docNo, size, knownSize: against.known.size, knownDocNo: against.known.docNo }
  return {
    finding: against.kind === 'FORK' ? finding('ledger-forked', facts, 'witness') : finding('ledger-rolled-back', facts, 'witness'),
    entries: isNew ? [{ type: 'ledger-contradicted', data: { origin, organisation: contract.contractor, contradiction: against } }] : [],
  }
}

/** Whether a paper was issued on the line of a ledger that a restoring lost, and that the city then gave up for the new one. */
export function isOfLostLine(world: World, reading: Reading, contract: ContractOfWork, said: DocumentRecord): boolean {
  const carried = 'witness' in said && said.witness !== null ? checkpointOf(world, contract, said.witness.checkpoint) : null
  return carried !== null && reading.list('known-restoring', carried.origin).some((one) => isAccepted(one) && one.gone.some((lost) => isSame(lost, carried)))
}

/** Papers may arrive in any order: shorter is only cut when the paper is younger than that of the longer one. */
function contradictionOf({ checkpoints }: KnownLedger, seen: SeenCheckpoint, contractId: string): LedgerContradiction | null {
  const { size, root, text, docNo } = seen
  const against = (kind: LedgerContradiction['kind'], known: SeenCheckpoint): LedgerContradiction => ({ kind, docNo, size, root, text, known: { size: known.size, root: known.root, docNo: known.docNo }, at: seen.seenAt, contractId })
  const same = checkpoints.find((one) => one.size === size)
  if (same) return same.root === root ? null : against('FORK', same)
  const longer = checkpoints.filter((one) => one.size > size && one.issuedAt < seen.issuedAt).at(-1)
  return longer ? against('ROLLBACK', longer) : null
}

export const listKnownLedgers = (world: World, contractId: string): Promise<WitnessedLedger[]> =>
  look(world, (reading) => reading.list('known-ledger').filter(({ contractIds }) => contractIds.includes(contractId)).map((known) => ({ ...known, restorings: reading.list('known-restoring', known.origin) })))

/** 整合証明 into a folder, for the city: a text that passes every gate. */
export async function saveConsistency(world: World, { into }: { into: string }): Promise<{ paths: string[] }> {
  const { checkpoint, proofs, restorings } = await world.ledger.consistency()
  // Of a ledger that was never restored, the file is the one that older programs read.
  const file: z.input<typeof ConsistencyFile> = { v: 1, kind: 'azukari-ledger-consistency', checkpoint, proofs, ...(restorings.length > 0 ? { restorings } : {}) }
  const size = checkpoint.split('\n')[1] ?? '0'
  return saveAll(world, [{ name: `台帳整合証明-${size}.txt`, type: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(file)) }], into)
}

export interface SignedCheckpoint { origin: string; size: number; root: string }

/** What the contractor signed, with a key that holds or that another took the place of; a revoked one proves nothing, whoever has it. */
export function checkpointOf(world: World, { counterpartKey, formerKeys }: ContractOfWork, text: string): SignedCheckpoint | null {
  const keys = [...(counterpartKey ? [counterpartKey] : []), ...formerKeys.filter(({ why }) => why === '更新').map(({ key }) => key)]
  return keys.map(({ checkpointKeyPem }) => world.documents.readCheckpoint(text, checkpointKeyPem)).find((one) => one !== null) ?? null
}
