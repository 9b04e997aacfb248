import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { type Refusal, refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { admits, explainedBy, toldRestorings, type ToldRestoring } from './shown-restorings.ts'
import { ConsistencyFile, goneNumbers, isAccepted, isSame, type KnownLedger, type KnownRestoring, type LedgerContradiction, type SeenCheckpoint, type ShownRestoring, type WitnessedLedger } from './witnessed.ts'
import { checkpointOf, type SignedCheckpoint } from './witnessing.ts'

const LARGEST = 64 << 20

/**
 * 整合証明の取込: a contractor's proof that its newest checkpoint continues those that we hold (RFC 6962 §2.1.2). What it proves is proved from now
 * on, a cut that was none (a clock that ran ahead) included. A proof that fails for what we hold is a FORK, and refused as one; unless the ledger itself
 * shows that it was restored and lost at least that much: then it is kept as told, believed no more than before, and put to somebody who decides.
 */
export async function proveLedger(world: World, { contractId, path }: { contractId: string; path: string }): Promise<WitnessedLedger> {
  const file = await readProof(world, path)
  const { known, refused } = await record<Proving>(world, (reading) => {
    const contract = reading.get('contract', contractId)
    const newest = contract ? checkpointOf(world, contract, file.checkpoint) : null
    if (!contract || !newest) throw refusal('ledger-proof-refused', null, null, { path, why: 'not-theirs' })
    const known = witnessed(reading, newest.origin)
    if (!known) throw refusal('ledger-proof-refused', null, null, { path, why: 'nothing-known' })
    const told = toldRestorings(world.documents, file, newest)
    if (told === 'forged') throw refusal('ledger-proof-refused', '17①', null, { path, why: 'restoring-forged' })
    const { entries, refused } = judgement(world, known, newest, file, told.filter(({ restored }) => !known.restorings.some((one) => one.id === restored.id && isAccepted(one))), contract, path)
    return { entries, answer: (after) => ({ known: witnessed(after, newest.origin), refused }) }
  })
  if (refused) throw refused
  if (!known) throw new Error('a proof of a ledger that is not there')
  return known
}

interface Proving { known: WitnessedLedger | null; refused: Refusal | null }

/** What a proof does to what we know: entries, and with them perhaps a refusal that stays written. */
function judgement(world: World, known: WitnessedLedger, newest: SignedCheckpoint, file: ConsistencyFile, told: readonly ToldRestoring[], contract: ContractOfWork, path: string): { entries: EntryBody[]; refused: Refusal | null } {
  const judge = <T extends { size: number; root: string }>(seen: T): { seen: T; holds: boolean | null } => ({ seen, holds: holds(world, seen, newest, file) })
  const held = known.checkpoints.map(judge)
  const explained = explainedBy(told, held)
  const gone = explained.flatMap((one) => one.gone)
  const left = held.filter(({ seen }) => !gone.includes(seen))
  const contradiction = (seen: SeenCheckpoint, kind: LedgerContradiction['kind']): EntryBody[] => {
    const isKnown = known.contradictions.some((one) => isSame(one, newest))
    const against: LedgerContradiction = { kind, docNo: '', size: newest.size, root: newest.root, text: file.checkpoint, known: { size: seen.size, root: seen.root, docNo: seen.docNo }, at: world.now(), contractId: contract.id }
    return isKnown ? [] : [{ type: 'ledger-contradicted', data: { origin: newest.origin, organisation: contract.contractor, contradiction: against } }]
  }

  const broken = left.find(({ holds: continued }) => continued === false)?.seen
  if (newest.size < Math.max(0, ...left.map(({ seen }) => seen.size))) throw refusal('ledger-proof-refused', null, null, { path, why: 'older' })
  if (broken) return { entries: contradiction(broken, 'FORK'), refused: refusal('ledger-forked', null, null, { size: newest.size, knownSize: broken.size, docNo: broken.docNo }) }
  const short = explained.find((one) => !admits(one.told, one.gone))
  if (short) {
    const longest = short.gone.reduce((a, b) => (b.size > a.size ? b : a))
    const { from, to } = goneNumbers({ keptTo: short.told.restored.from.entries, gone: short.gone })
    return { entries: contradiction(longest, longest.size > newest.size ? 'ROLLBACK' : 'FORK'), refused: refusal('restoring-understated', '17①', null, { told: short.told.toldLost, gone: to - from + 1, from, to }) }
  }
  // A ledger can prove every checkpoint that it ever issued. Silence about one that is proved is another ledger's; of what a backup kept, silence about any is a gap that the restoring does not tell.
  if (left.some(({ seen, holds: continued }) => continued !== true && (seen.proved || gone.length > 0))) throw refusal('ledger-proof-refused', '17①', null, { path, why: 'incomplete' })

  const contradicted = known.contradictions.map(judge).filter((one) => one.holds === true).map(({ seen }) => seen)
  const proved = left.filter((one) => one.holds === true).map(({ seen }) => seen)
  const shown = explained.map((one) => shownRestoring(world, known, contract, newest, file, one, [...proved, ...contradicted])).filter((one) => isNews(known.restorings, one))
  const restorings = shown.map((restoring): EntryBody => ({ type: 'restoring-shown', data: { restoring } }))
  // Nothing of a line that nobody has accepted becomes a part of what we know.
  if (gone.length > 0) return { entries: restorings, refused: null }

  const accepted = known.restorings.filter(isAccepted).flatMap((one) => one.gone)
  const cleared = contradicted.filter((one) => one.kind === 'ROLLBACK' || accepted.some((lost) => isSame(lost, one.known)))
  const checkpoints: EntryBody[] = cleared.map((one) => ({ type: 'checkpoint-seen', data: { contractId: contract.id, origin: newest.origin, organisation: contract.contractor, checkpoint: { size: one.size, root: one.root, text: one.text, docNo: one.docNo, issuedAt: one.at, seenAt: world.now(), proved: true } } }))
  const seen: SeenCheckpoint = { size: newest.size, root: newest.root, text: file.checkpoint, docNo: '', issuedAt: world.now(), seenAt: world.now(), proved: true }
  return { entries: [...restorings, ...checkpoints, { type: 'checkpoints-proved', data: { origin: newest.origin, checkpoint: seen, sizes: [...proved, ...contradicted].map(({ size }) => size) } }], refused: null }
}

function shownRestoring(world: World, known: KnownLedger, contract: ContractOfWork, { size, root }: SignedCheckpoint, file: ConsistencyFile, { told: { restored, seq, entry, toldLost }, gone }: ReturnType<typeof explainedBy>[number], proved: readonly { size: number; root: string }[]): ShownRestoring {
  return {
    id: restored.id, origin: known.origin, organisation: known.organisation, contractId: contract.id, restoredAt: restored.at, madeAt: restored.from.madeAt, keptTo: restored.from.entries, toldLost,
    cityRef: restored.told?.cityRef ?? '', toldAt: restored.told?.at ?? null, seq, entry, checkpoint: { size, root, text: file.checkpoint },
    provedTo: Math.max(0, ...proved.map((one) => one.size).filter((one) => one <= restored.from.entries)), proved: proved.map((one) => ({ size: one.size, root: one.root })), gone, shownAt: world.now(),
  }
}

/** What lost nothing of ours is written once; what somebody has to decide, whenever the ledger shows more. */
function isNews(restorings: readonly KnownRestoring[], shown: ShownRestoring): boolean {
  const before = restorings.find(({ id }) => id === shown.id)
  return !before || before.toldLost !== shown.toldLost || before.cityRef !== shown.cityRef || before.gone.length !== shown.gone.length || (shown.gone.length > 0 && before.checkpoint.size !== shown.checkpoint.size)
}

function witnessed(reading: Reading, origin: string): WitnessedLedger | null {
  const known = reading.get('known-ledger', origin)
  return known ? { ...known, restorings: reading.list('known-restoring', origin) } : null
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
