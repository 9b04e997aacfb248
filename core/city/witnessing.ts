import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { saveAll } from '../documents/save.ts'
import type { DocumentRecord } from '../documents/records.ts'
import type { Finding } from '../documents/document.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { instantOf } from '../time.ts'
import { finding } from '../words/findings.ts'
import type { World } from '../world.ts'
import { ConsistencyFile, type KnownLedger, type LedgerContradiction, type SeenCheckpoint } from './witnessed.ts'

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
  const keys = [...(contract.counterpartKey ? [contract.counterpartKey] : []), ...contract.formerKeys.map(({ key }) => key)]
  const read = keys.map(({ checkpointKeyPem }) => world.documents.readCheckpoint(text, checkpointKeyPem)).find((one) => one !== null)
  if (!read) return NOTHING
  const { origin, size, root } = read
  const known = reading.get('known-ledger', origin)
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

/** Papers may arrive in any order: shorter is only cut when the paper is younger than that of the longer one. */
function contradictionOf({ checkpoints }: KnownLedger, seen: SeenCheckpoint, contractId: string): LedgerContradiction | null {
  const { size, root, text, docNo } = seen
  const against = (kind: LedgerContradiction['kind'], known: SeenCheckpoint): LedgerContradiction => ({ kind, docNo, size, root, text, known: { size: known.size, root: known.root, docNo: known.docNo }, at: seen.seenAt, contractId })
  const same = checkpoints.find((one) => one.size === size)
  if (same) return same.root === root ? null : against('FORK', same)
  const longer = checkpoints.filter((one) => one.size > size && one.issuedAt < seen.issuedAt).at(-1)
  return longer ? against('ROLLBACK', longer) : null
}

const LARGEST = 64 << 20

/**
 * 整合証明の取込: a contractor's proof that its newest checkpoint continues those that we hold (RFC 6962 §2.1.2). What it proves is proved from now
 * on, a cut that was none (a clock that ran ahead) included. A proof that fails for what we hold is a FORK, and refused as one.
 */
export async function proveLedger(world: World, { contractId, path }: { contractId: string; path: string }): Promise<KnownLedger> {
  const file = await readProof(world, path)
  const outcome = await record(world, (reading): { entries: EntryBody[]; answer: (after: Reading) => { known: KnownLedger | undefined; forked: LedgerContradiction | null } } => {
    const contract = reading.get('contract', contractId)
    const keys = contract ? [...(contract.counterpartKey ? [contract.counterpartKey] : []), ...contract.formerKeys.map(({ key }) => key)] : []
    const newest = keys.map(({ checkpointKeyPem }) => world.documents.readCheckpoint(file.checkpoint, checkpointKeyPem)).find((one) => one !== null)
    if (!contract || !newest) throw refusal('ledger-proof-refused', null, null, { path, why: 'not-theirs' })
    const known = reading.get('known-ledger', newest.origin)
    if (!known) throw refusal('ledger-proof-refused', null, null, { path, why: 'nothing-known' })
    const held = [...known.checkpoints, ...known.contradictions.filter(({ kind }) => kind === 'ROLLBACK')]
    const judged = held.map(({ size, root, docNo }) => ({ size, root, docNo, holds: holds(world, { size, root }, newest, file) }))
    const longest = Math.max(...known.checkpoints.map(({ size }) => size))
    if (newest.size < longest) throw refusal('ledger-proof-refused', null, null, { path, why: 'older' })
    const broken = judged.find((one) => one.holds === false && known.checkpoints.some(({ size }) => size === one.size))
    const seen: SeenCheckpoint = { size: newest.size, root: newest.root, text: file.checkpoint, docNo: '', issuedAt: world.now(), seenAt: world.now(), proved: true }
    if (broken) {
      const contradiction: LedgerContradiction = { kind: 'FORK', docNo: '', size: newest.size, root: newest.root, text: file.checkpoint, known: { size: broken.size, root: broken.root, docNo: broken.docNo }, at: world.now(), contractId }
      const isNew = !known.contradictions.some((one) => one.size === newest.size && one.root === newest.root)
      return { entries: isNew ? [{ type: 'ledger-contradicted', data: { origin: newest.origin, organisation: contract.contractor, contradiction } }] : [], answer: (after) => ({ known: after.get('known-ledger', newest.origin), forked: contradiction }) }
    }
    const proved = judged.filter((one) => one.holds === true)
    const cleared = known.contradictions.filter((one) => one.kind === 'ROLLBACK' && proved.some(({ size, root }) => size === one.size && root === one.root))
    const checkpoints: EntryBody[] = cleared.map((one) => ({ type: 'checkpoint-seen', data: { contractId: contract.id, origin: newest.origin, organisation: contract.contractor, checkpoint: { size: one.size, root: one.root, text: one.text, docNo: one.docNo, issuedAt: one.at, seenAt: world.now(), proved: true } } }))
    return { entries: [...checkpoints, { type: 'checkpoints-proved', data: { origin: newest.origin, checkpoint: seen, sizes: proved.map(({ size }) => size) } }], answer: (after) => ({ known: after.get('known-ledger', newest.origin), forked: null }) }
  })
  if (outcome.forked) throw refusal('ledger-forked', null, null, { size: outcome.forked.size, knownSize: outcome.forked.known.size, docNo: outcome.forked.known.docNo })
  if (!outcome.known) throw new Error('a proof of a ledger that is not there')
  return outcome.known
}

export const listKnownLedgers = (world: World, contractId: string): Promise<KnownLedger[]> =>
  look(world, (reading) => reading.list('known-ledger').filter(({ contractIds }) => contractIds.includes(contractId)))

/** What still has no proof, and what contradicts. */
export const unproved = ({ checkpoints }: KnownLedger): SeenCheckpoint[] => checkpoints.filter(({ proved }) => !proved)
/** A cut that a proof has since explained is none. */
export const standing = ({ contradictions, checkpoints }: KnownLedger): LedgerContradiction[] =>
  contradictions.filter(({ kind, size, root }) => kind === 'FORK' || !checkpoints.some((one) => one.proved && one.size === size && one.root === root))

/** 整合証明 into a folder, for the city: a text that passes every gate. */
export async function saveConsistency(world: World, { into }: { into: string }): Promise<{ paths: string[] }> {
  const { checkpoint, proofs } = await world.ledger.consistency()
  const file: ConsistencyFile = { v: 1, kind: 'azukari-ledger-consistency', checkpoint, proofs }
  const size = checkpoint.split('\n')[1] ?? '0'
  return saveAll(world, [{ name: `台帳整合証明-${size}.txt`, type: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(file)) }], into)
}

/** Null where the file says nothing of this size. */
function holds(world: World, older: { size: number; root: string }, newest: { size: number; root: string }, { proofs }: ConsistencyFile): boolean | null {
  if (older.size === newest.size) return older.root === newest.root
  const proof = proofs.find(({ size }) => size === older.size)?.proof
  return proof && older.size < newest.size ? world.documents.continues(older, newest, proof) : null
}

async function readProof(world: World, path: string): Promise<ConsistencyFile> {
  const read = await world.files.readSmall(path, LARGEST)
  if (read.outcome === 'too-large') throw refusal('too-large', null, null, { path, limit: LARGEST })
  if (read.outcome !== 'read') throw refusal('file-unreadable', null, null, { path })
  const parsed = ConsistencyFile.safeParse(parsedJson(read.bytes))
  if (!parsed.success) throw refusal('ledger-proof-refused', null, null, { path, why: 'malformed' })
  return parsed.data
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

