import { whileCallable } from '../ledger/calling-off.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { Refusal, refusal, refuseIfAny, type Objection } from '../refusal.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { How, World } from '../world.ts'
import { beginWipe, endWipe, lineOf, type Line, objectionsToLine, refuseIfBegun, secondPerson, wipeOf } from './carrying-out.ts'
import { cutShort, exceptionsOf, keptListOf, MOST_NAMED, pathIn } from './file-figures.ts'
import type { FileList, FileSetWipe, FilesProgress, FileWipe, FreeSpaceWipe } from './files.ts'
import { resultOfFiles } from './results.ts'
import type { FilesSeen, FilesWiped, LookAtFiles, Wipe, WipeFiles } from './wipe.ts'

const NEVER = new AbortController().signal
/** A list is held in memory, and stands whole before the first byte. */
const MOST_NAMES = 500_000

/** What a line's paths hold now, with everything that stands in the way of wiping it. Changes nothing. */
export async function lookAtFiles(world: World, order: LookAtFiles, { signal = NEVER, onProgress = () => {} }: JobOptions<FilesProgress> = {}): Promise<FilesSeen> {
  const { target } = await look(world, (reading) => filesLineOf(world, reading, order))
  const list = await world.wiping.listFiles(target.paths, { signal, onProgress })
  if (list === 'abandoned') return { outcome: 'abandoned' }
  refuseIfAny(objectionsToList(list, null))
  const findings = [...list.leftOut, ...list.files.flatMap((file) => file.findings.map((finding) => ({ path: pathIn(list, file), finding })))]
  return {
    outcome: 'seen', names: list.files.length, files: list.files.filter(({ kind }) => kind === 'file').length, bytes: list.bytes, sha256: list.sha256, limits: list.limits,
    findings: findings.slice(0, MOST_NAMED), findingsMore: Math.max(0, findings.length - MOST_NAMED),
  }
}

/**
 * ファイル単位の消去 (Art. 15): after the same rules as a medium, everything named is listed, the list goes with its hash into the ledger,
 * and only then is the first byte written. Refuses the vault and the app's own folders, a list that changed since it was looked at, and
 * paths that hold nothing. The figures decide: only what was overwritten whole and read back passes.
 */
export async function wipeFiles(world: World, order: WipeFiles, { signal = NEVER, onProgress = () => {} }: JobOptions<FilesProgress> = {}): Promise<FilesWiped> {
  const line = await look(world, (reading) => filesLineOf(world, reading, order))
  refuseIfAny(objectionsToLine(line, null, order.witness, world.now()))
  await secondPerson(world, line, order.second, 'disposals.wipeFiles')
  const list = await world.wiping.listFiles(line.target.paths, { signal, onProgress })
  if (list === 'abandoned') return { outcome: 'abandoned', wipe: null }
  refuseIfAny(objectionsToList(list, order.listSha256))
  const wipe = await beginFiles(world, line, list, order, (reading) => { refuseIfAny(objectionsToLine(filesLineOf(world, reading, order), null, order.witness, world.now())) })
  return whileCallable(world, wipe.id, signal, (either) => performFiles(world, wipe, list, { signal: either, onProgress }))
}

function filesLineOf(world: World, reading: Reading, order: LookAtFiles): Line {
  const line = lineOf(world, reading, order)
  if (line.target.kind !== 'files' || line.target.method !== 'files') throw refusal('not-by-this-way', '15②', null, { method: line.target.method })
  refuseIfBegun(line)
  return line
}

function objectionsToList(list: FileList, seen: string | null): Objection[] {
  const kept = list.leftOut.find(({ finding }) => finding === 'protected')
  if (kept) return [{ code: 'path-kept-out', article: '15①', rule: null, facts: { path: kept.path } }]
  if (list.files.length === 0) return [{ code: 'nothing-to-wipe', article: '15①', rule: null, facts: { path: list.leftOut[0]?.path ?? '' } }]
  if (list.files.length > MOST_NAMES) return [{ code: 'too-many-files', article: null, rule: null, facts: { count: list.files.length, limit: MOST_NAMES } }]
  return seen !== null && seen !== list.sha256 ? [{ code: 'files-changed-since', article: '15①', rule: null, facts: {} }] : []
}

/** Keeps the list in the vault and its hash in the ledger, with the wipe that is begun; `check` looks again at what may have changed. */
export async function beginFiles(world: World, line: Line, list: FileList, order: Pick<WipeFiles, 'hardLinks' | 'readOnly' | 'freeSpace' | 'pattern' | 'readBack' | 'witness'>, check: (reading: Reading) => void): Promise<Wipe> {
  const { blob } = await world.files.keep('file list', asBytes(list))
  const files: FileSetWipe = {
    list: keptListOf(list, blob), hardLinks: order.hardLinks, readOnly: order.readOnly, end: null, reason: null, overwritten: 0, removedOnly: 0, failed: 0, notReached: 0, bytesOverwritten: 0, readFromCache: 0,
    limits: list.limits, exceptions: [], exceptionsMore: 0, blob: null, freeSpaceIn: order.freeSpace ? foldersOf(list) : [], freeSpace: [],
  }
  let stands = false
  try {
    const wipe = wipeOf(world, line, { medium: null, pattern: order.pattern, readBack: order.readBack ? 'full' : 'none', witness: order.witness, files })
    return await beginWipe(world, wipe, check, () => { stands = true })
  } finally {
    if (!stands) await world.files.forget([blob])
  }
}

/** Wipes what was listed and writes down what came of it; `leaves` says of items in the vault which are still there. */
export async function performFiles(world: World, wipe: Wipe, list: FileList, how: How<FilesProgress>, erase = world.wiping.wipeFiles, leaves: (done: FileWipe | null) => Wipe['itemsLeft'] = () => null): Promise<FilesWiped> {
  const { pattern, readBack, files } = wipe
  if (!files || (pattern !== 'tile' && pattern !== 'zero')) throw new Error('a wipe of files was begun without its list')
  const done = await erase({ list, pattern, readBack: readBack === 'full', hardLinks: files.hardLinks, readOnly: files.readOnly }, how).catch(reasonOf)
  const freeSpace = typeof done !== 'string' && done.outcome !== 'abandoned' ? await fillFreeSpace(world, files.freeSpaceIn, list, how) : []
  const ended: FileSetWipe = { ...files, freeSpace, ...(typeof done === 'string' ? { end: 'failed', reason: done } : { ...figuresOf(list, done), blob: await keepAnswer(world, done) }) }
  const result = resultOfFiles(ended)
  return { outcome: result === '中止' ? 'abandoned' : 'ended', wipe: await endWipe(world, wipe, { files: ended, result, itemsLeft: leaves(typeof done === 'string' ? null : done) }) }
}

function figuresOf(list: FileList, { outcome, files, bytesOverwritten, limits }: FileWipe): Partial<FileSetWipe> {
  const count = (wanted: string) => files.filter((file) => file.outcome === wanted).length
  const exceptions = exceptionsOf(list, files)
  return {
    end: outcome, overwritten: count('overwritten'), removedOnly: count('removed-only'), failed: count('failed'), notReached: count('not-reached'), bytesOverwritten, limits,
    readFromCache: files.filter((file) => file.outcome === 'overwritten' && file.size > 0 && file.bytesOverwritten > 0 && file.readBack !== 'uncached').length,
    ...cutShort(exceptions),
  }
}

/** The record of every name is worth keeping; that there is no room for it must not keep the end out of the ledger. */
async function keepAnswer(world: World, done: FileWipe): Promise<string | null> {
  try {
    return (await world.files.keep('files wiped', asBytes(done))).blob
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function fillFreeSpace(world: World, folders: readonly string[], list: FileList, how: How<FilesProgress>): Promise<FreeSpaceWipe[]> {
  const filled: FreeSpaceWipe[] = []
  for (const folder of folders) {
    filled.push(await world.wiping.wipeFreeSpace({ folder, readBack: true }, {
      signal: how.signal, onProgress: (progress) => how.onProgress({ ...progress, filesDone: list.files.length, filesTotal: list.files.length }),
    }).catch((error: unknown) => ({ ...UNFILLED, system: reasonOf(error) })))
  }
  return filled
}

const UNFILLED: FreeSpaceWipe = {
  outcome: 'failed', trouble: 'other', system: null, freeBefore: 0, bytesWritten: 0, smallFiles: 0, readBack: 'none', bytesRead: 0, bytesDiffering: 0, notReached: 0, reserved: 0, fileSystem: '', limits: [], leftBehind: [],
}

/** One folder of each volume, the one that lies highest: what lies below might go with what is wiped. */
function foldersOf({ roots }: FileList): string[] {
  const byVolume = new Map(roots.toSorted((a, b) => b.folder.length - a.folder.length).map(({ folderIdentity, folder }) => [folderIdentity.device, folder]))
  return [...byVolume.values()].slice(0, 100)
}

const asBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 200) : 'unknown')
