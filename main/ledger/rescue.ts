import { createPublicKey } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal, refusal } from '../../core/refusal.ts'
import type { LedgerRescued } from '../../core/vault/rescue.ts'
import type { How } from '../../core/world.ts'
import { readCheckpoint } from '../../crypto/checkpoint.ts'
import { toHex } from '../../crypto/digest.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { leafHash, MerkleTree } from '../../crypto/merkle.ts'
import { codeOf, realDisk } from '../files/disk.ts'
import { draftName, exists, settleDraft, sweepDrafts, syncFolder } from '../files/draft.ts'
import { writeWhole } from '../files/write-whole.ts'
import { type KeptEntry, readKept } from './entry-bytes.ts'
import { RescuePages, type RescuedRow, rowsOn } from './rescue-pages.ts'
import { rescueReadme } from './rescue-words.ts'

export interface RescueOrder {
  database: string
  /** The database's key of 32 bytes; zeroed when the rescue is over. */
  key: Uint8Array
  /** A new folder for what is found. */
  into: string
  /** How many entries there were when the vault was last locked; null when that was never noted. */
  expected: number | null
  /** Names of the sealed files that lie in the vault, or null where their folder cannot be read. */
  sealed: ReadonlySet<string> | null
  /** Looks at each entry as it is found; whoever throws here stops the rescue before anything is written. */
  allow(entries: Iterable<KeptEntry>): Promise<void> | void
}

/** Where an entry was found, and what it says of itself. */
interface Found { page: number; copy: number; row: number; leaf: Buffer; prev: Buffer }
interface Survey { entries: Map<number, Found>; checkpoints: Map<number, string>; contradicting: Set<number>; pages: number; damaged: number }

/**
 * Reads every entry that can still be read out of a damaged database, and believes those whose bytes fit their own hash. Reads the files as
 * bytes and writes nothing there. What was found goes whole into a new folder: entries as they were hashed, the sealed files they name, and
 * which numbers are missing. Refuses a folder that exists, one whose parent does not, and a full disk.
 */
export async function rescueLedger({ database, key, into, expected, sealed, allow }: RescueOrder, how: How<{ done: number; total: number }>): Promise<LedgerRescued> {
  if (!(await exists(dirname(into)))) throw refusal('folder-missing', null, null, { path: dirname(into) })
  if (await exists(into)) throw refusal('target-exists', null, null, { path: into })
  const pages = opened(database, key)
  try {
    const survey = await surveyOf(pages, how)
    const seqs = [...survey.entries.keys()].toSorted((a, b) => a - b)
    await allow(entriesIn(pages, survey, seqs))
    const total = Math.max(expected ?? 0, (seqs.at(-1) ?? -1) + 1, ...survey.checkpoints.keys())
    const proved = provedBy(survey, publicKeyIn(pages, survey, seqs))
    const report = {
      entries: seqs.length, total, missing: rangesMissing(seqs, total), contradicting: [...survey.contradicting], proved, pages: survey.pages,
      // Every page is proved by what the first begins with: when that is lost, none is, and they may be read all the same.
      damagedPages: survey.damaged === survey.pages ? null : survey.damaged,
    }
    const blobs = await write(into, { pages, survey, seqs, sealed, report }, how)
    return { folder: into, ...report, ...blobs }
  } finally {
    pages.close()
    key.fill(0)
  }
}

function opened(database: string, key: Uint8Array): RescuePages {
  try {
    return new RescuePages(database, key)
  } catch (error) {
    key.fill(0)
    if (codeOf(error) === undefined) throw error
    throw refusal('vault-damaged', null, null, { what: basename(database) })
  }
}

/** Every page once, in every copy: a write-ahead log may hold what the file has lost, and the other way round. */
async function surveyOf(pages: RescuePages, { signal, onProgress }: How<{ done: number; total: number }>): Promise<Survey> {
  const numbers = pages.numbers()
  const survey: Survey = { entries: new Map(), checkpoints: new Map(), contradicting: new Set(), pages: numbers.length, damaged: 0 }
  for (const [i, no] of numbers.entries()) {
    if (i % 64 === 0) {
      signal.throwIfAborted()
      onProgress({ done: i, total: numbers.length })
      await breathe()
    }
    const copies = pages.copies(no)
    if (copies.some(({ isWhole }) => !isWhole)) survey.damaged++
    for (const [copy, page] of copies.entries()) for (const [row, found] of rowsOn(pages, page).entries()) note(survey, found, { page: no, copy, row })
  }
  onProgress({ done: numbers.length, total: numbers.length })
  return survey
}

function note(survey: Survey, row: RescuedRow, where: Pick<Found, 'page' | 'copy' | 'row'>): void {
  const entry = entryIn(row)
  if (entry) {
    const before = survey.entries.get(row.rowId)
    if (!before) survey.entries.set(row.rowId, { ...where, leaf: Buffer.from(entry.leaf), prev: Buffer.from(entry.prev) })
    else if (!before.leaf.equals(entry.leaf)) survey.contradicting.add(row.rowId)
    return
  }
  const [, text] = row.columns
  // Its size stands in its second line too; the name alone of the log, which another table holds, has none.
  if (row.columns.length === 2 && Buffer.isBuffer(text) && /^azukari\/[^\n]*\n(\d+)\n/.exec(text.toString('utf8'))?.[1] === String(row.rowId)) survey.checkpoints.set(row.rowId, text.toString('utf8'))
}

/** A row that is an entry: its bytes fit the hash beside them, and what they say of their place is so. */
function entryIn({ rowId, columns }: RescuedRow): { bytes: Buffer; leaf: Buffer; prev: Buffer; kept: KeptEntry } | null {
  const [none, prev, leaf, bytes] = columns
  if (columns.length !== 4 || none !== null || !Buffer.isBuffer(prev) || !Buffer.isBuffer(leaf) || !Buffer.isBuffer(bytes)) return null
  if (leaf.length !== 32 || !leaf.equals(leafHash(bytes))) return null
  try {
    const kept = readKept(bytes)
    return kept.seq === rowId && kept.prev === toHex(prev) ? { bytes, leaf, prev, kept } : null
  } catch {
    // Bytes that fit their hash and are no entry belong to another table.
    return null
  }
}

function* read(pages: RescuePages, { entries }: Survey, seqs: readonly number[]): Generator<{ bytes: Buffer; kept: KeptEntry }> {
  // Entries of one number after the other lie on one page after the other.
  let last = null as { page: number; copy: number; rows: RescuedRow[] } | null
  for (const seq of seqs) {
    const { page, copy, row } = entries.get(seq)!
    if (last?.page !== page || last.copy !== copy) last = { page, copy, rows: rowsOn(pages, pages.copies(page)[copy]!) }
    const entry = last.rows[row] && entryIn(last.rows[row])
    if (!entry) throw new Error('the database changed while it was read')
    yield entry
  }
}

function* entriesIn(pages: RescuePages, survey: Survey, seqs: readonly number[]): Generator<KeptEntry> {
  for (const { kept } of read(pages, survey, seqs)) yield kept
}

/** The first entry says with which key this office signs its checkpoints. */
function publicKeyIn(pages: RescuePages, survey: Survey, seqs: readonly number[]): { origin: string; pem: string } | null {
  if (seqs[0] !== 0) return null
  const [first] = entriesIn(pages, survey, [0])
  const pem = (first?.data as { keys?: { checkpointKeyPem?: unknown } } | undefined)?.keys?.checkpointKeyPem
  return first && typeof pem === 'string' ? { origin: first.log, pem } : null
}

/** How many entries from the first on are exactly those that a checkpoint of this office was signed over. */
function provedBy({ entries, checkpoints }: Survey, key: ReturnType<typeof publicKeyIn>): number {
  if (!key) return 0
  const tree = new MerkleTree()
  for (let seq = 0; entries.has(seq); seq++) tree.append(entries.get(seq)!.leaf)
  const publicKey = createPublicKey(key.pem)
  return Math.max(0, ...[...checkpoints].map(([size, text]) => {
    try {
      const said = readCheckpoint(text, { origin: key.origin, publicKey })
      return said.size === size && size <= tree.size && Buffer.compare(said.root, tree.root(size)) === 0 ? size : 0
    } catch (error) {
      if (!(error instanceof EvidenceProblem)) throw error
      return 0
    }
  }))
}

/** Numbers below `total` that were not found, as ranges, both ends counted. */
export function rangesMissing(seqs: readonly number[], total: number): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  let next = 0
  for (const seq of [...seqs, total]) {
    if (seq > next) ranges.push({ from: next, to: seq - 1 })
    next = seq + 1
  }
  return ranges
}

interface ToWrite { pages: RescuePages; survey: Survey; seqs: readonly number[]; sealed: ReadonlySet<string> | null; report: Omit<LedgerRescued, 'folder' | 'blobs' | 'blobsMissing'> }

async function write(into: string, { pages, survey, seqs, sealed, report }: ToWrite, { signal }: How<unknown>): Promise<Pick<LedgerRescued, 'blobs' | 'blobsMissing'>> {
  await sweepDrafts(into)
  const draft = draftName(into)
  const named = new Map<string, boolean | null>()
  try {
    await realDisk.mkdir(draft, { mode: 0o700 })
    await writeWhole(join(draft, 'entries.ndjson'), lines(pages, survey, seqs, (blob) => named.set(blob, sealed && sealed.has(blob))), signal)
    await writeWhole(join(draft, 'sealed-files.ndjson'), [...named].map(([blob, isThere]) => `${JSON.stringify({ blob, isThere })}\n`), signal)
    const blobs = { blobs: named.size, blobsMissing: [...named.values()].filter((isThere) => isThere === false).length }
    await writeWhole(join(draft, 'checkpoints.txt'), [[...survey.checkpoints.values()].join('\n')], signal)
    await writeWhole(join(draft, 'report.json'), [`${JSON.stringify({ ...report, ...blobs }, null, 2)}\n`], signal)
    await writeWhole(join(draft, 'README.txt'), [rescueReadme({ ...report, ...blobs })], signal)
    await syncFolder(draft)
    await settleDraft(draft, into, 'refuse')
    return blobs
  } catch (error) {
    await realDisk.rm(draft, { recursive: true, force: true })
    if (error instanceof Refusal) throw error
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') throw refusal('disk-full', null, null, { path: into })
    if (codeOf(error) === 'EEXIST') throw refusal('target-exists', null, null, { path: into })
    throw error
  }
}

async function* lines(pages: RescuePages, survey: Survey, seqs: readonly number[], onBlob: (blob: string) => void): AsyncGenerator<string> {
  let count = 0
  for (const { bytes } of read(pages, survey, seqs)) {
    const text = bytes.toString('utf8')
    for (const [blob] of text.matchAll(/blob-[0-9a-f]{32}/g)) onBlob(blob)
    yield `${text}\n`
    if (++count % 200 === 0) await breathe()
  }
}
