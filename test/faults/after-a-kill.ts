import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SaidEntry } from './programs/talk.ts'
import type { Victim } from './victim.ts'

/** What is known of one home's ledger from outside: entries that were seen, and appends that were answered. */
export interface Memory { hashes: string[]; acknowledged: { size: number; hash: string }[]; begun: Map<string, string>; fetched: number; entries: SaidEntry[] }
export const nothingKnown = (): Memory => ({ hashes: [], acknowledged: [], begun: new Map(), fetched: 0, entries: [] })

/** What was found wrong after a kill; all of it must stay empty. */
export interface Wrong { lost: string[]; contradicted: string[]; ledger: string[]; questions: string[]; files: string[] }
export const nothingWrong = (): Wrong => ({ lost: [], contradicted: [], ledger: [], questions: [], files: [] })

/**
 * Looks at a desk that was just opened after a kill: the ledger verifies from its first entry; whatever was acknowledged or seen before
 * stands there unchanged; what was begun and not ended, and nothing else, is asked; every blob that an entry speaks of opens to what it says.
 */
export async function lookAtLedger(victim: Victim, memory: Memory, wrong: Wrong, home: string): Promise<void> {
  const from = memory.hashes.length
  const { entries, problems } = await victim.entries(Math.max(0, from - 1))
  wrong.ledger.push(...problems.map(({ seq, what }) => `${seq}: ${what}`))
  for (const { seq, hash } of entries) {
    if (memory.hashes[seq] !== undefined && memory.hashes[seq] !== hash) wrong.contradicted.push(`${seq} was ${memory.hashes[seq]} and is ${hash}`)
    memory.hashes[seq] = hash
  }
  if (from > 0 && entries[0]?.seq !== from - 1) wrong.lost.push(`the ledger ends before ${from - 1}`)
  for (const { size, hash } of memory.acknowledged) {
    const found = memory.hashes[size - 1]
    if (found === undefined) wrong.lost.push(`${size - 1} was acknowledged`)
    else if (found !== hash) wrong.contradicted.push(`${size - 1} was acknowledged as ${hash} and is ${found}`)
  }
  memory.acknowledged = []
  const fresh = entries.filter(({ seq }) => seq >= from)
  memory.entries.push(...fresh)
  fresh.forEach((entry) => noteBegun(memory.begun, entry))
  const asked = [...victim.open.questions].toSorted()
  const expected = [...memory.begun.keys()].toSorted()
  if (asked.join() !== expected.join()) wrong.questions.push(`asked ${asked.join()}, where ${expected.join()} was begun and not ended`)
  await lookAtBlobs(victim, memory, fresh, wrong, home)
}

/** Told anew from the entries, and not by the desk's own tables. */
function noteBegun(begun: Map<string, string>, { type, data }: SaidEntry): void {
  const said = data as { handoverId?: string; packageId?: string; wipeId?: string; writingId?: string; copyId?: string; handover?: { id: string }; package?: { id: string }; wipe?: { id: string }; writing?: { id: string } }
  const id = said.handoverId ?? said.packageId ?? said.wipeId ?? said.writingId ?? said.copyId ?? said.handover?.id ?? said.package?.id ?? said.wipe?.id ?? said.writing?.id
  if (id === undefined) return
  if (/^(receiving|sealing|wipe|medium-writing|copy)-begun$/.test(type)) begun.set(id, type)
  if (/^(receiving|sealing|wipe|medium-writing)-(ended|abandoned|not-begun)$|^copy-(made|abandoned)$/.test(type)) begun.delete(id)
}

/** Every blob of the entries that are new is whole; and nothing else lies in the folder, no draft either. */
async function lookAtBlobs(victim: Victim, memory: Memory, fresh: readonly SaidEntry[], wrong: Wrong, home: string): Promise<void> {
  const named = new Map(fresh.flatMap(({ data }) => blobsIn(data)))
  const found = await victim.fetch([...named.keys()])
  for (const [i, [blob, sha256]] of [...named].entries()) if (sha256 !== null ? found[i] !== sha256 : found[i] === null) wrong.files.push(`${blob} is not what the ledger says it is`)
  const folder = join(home, 'vault/blobs')
  const spoken = JSON.stringify(memory.entries)
  for (const name of existsSync(folder) ? readdirSync(folder) : []) if (!spoken.includes(name)) wrong.files.push(`${name} lies in the vault, and no entry speaks of it`)
}

/** Blobs with the hash that stands beside them, wherever they stand in an entry. */
function blobsIn(data: unknown): [string, string | null][] {
  if (data === null || typeof data !== 'object') return []
  const { blob, sha256 } = data as { blob?: unknown; sha256?: unknown }
  return [...(typeof blob === 'string' ? [[blob, typeof sha256 === 'string' && 'size' in data ? sha256 : null] as [string, string | null]] : []), ...Object.values(data).flatMap(blobsIn)]
}

const DRAFT = /\.[0-9a-f]{8}-\d+-[0-9a-f]{8}\.part$/

/** Names in a folder that are not recognisable as drafts; and how many drafts there are. */
export function namesIn(folder: string): { whole: string[]; drafts: number } {
  const names = readdirSync(folder)
  const whole = names.filter((name) => !DRAFT.test(name))
  return { whole, drafts: names.length - whole.length }
}

/** Every file that has its final name is whole: what the ledger says it is, or, where a kill kept the ledger from saying it, what another program says is whole. */
export function lookAtFiles(folder: string, { entries }: Memory, wrong: Wrong): void {
  const spoken = JSON.stringify(entries.slice(-400))
  const { whole } = namesIn(folder)
  for (const name of whole) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) lookAtExport(path, wrong)
    else if (!spoken.includes(createHash('sha256').update(readFileSync(path)).digest('hex')) && !isWhole(path, whole)) wrong.files.push(`${name} is partial`)
  }
}

const EXPORTED = ['README.txt', 'check.py', 'checkpoint.txt', 'entries.ndjson', 'proofs.ndjson', 'public-key.pem']
/** An exported ledger proves itself. */
function lookAtExport(folder: string, wrong: Wrong): void {
  if (readdirSync(folder).toSorted().join() !== EXPORTED.join()) wrong.files.push(`${folder} is partial`)
  else if (!passesIn(folder, 'python3', 'check.py')) wrong.files.push(`${folder} does not prove itself`)
}

function isWhole(path: string, names: readonly string[]): boolean {
  const bytes = readFileSync(path)
  // Volumes are one file in pieces: the first is named last, so where it lies all of them do.
  if (/\.zip\.\d{3}$/.test(path)) return path.endsWith('.001') ? passes('7zz', 'l', path) : names.includes(path.split('/').at(-1) as string)
  if (/\.(zip|xlsx)$/.test(path)) return path.endsWith('.xlsx') || !/\/P-/.test(path) ? passes('7zz', 't', path) : passes('7zz', 'l', path)
  if (path.endsWith('.pdf')) return /%%EOF\s*$/.test(bytes.subarray(-64).toString('latin1')) && passes('qpdf', '--check', path)
  if (path.endsWith('.csv')) return bytes.subarray(-2).toString('latin1') === '\r\n'
  if (path.endsWith('.json')) return isJson(bytes)
  return passes('openssl', 'cms', '-cmsout', '-inform', 'DER', '-in', path)
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'))
    return true
  } catch {
    return false
  }
}

function passes(program: string, ...words: string[]): boolean {
  return passesIn(process.cwd(), program, ...words)
}

function passesIn(cwd: string, program: string, ...words: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore', cwd })
    return true
  } catch {
    return false
  }
}
