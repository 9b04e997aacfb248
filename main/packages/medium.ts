import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { PackagePart } from '../../core/packages/package.ts'
import type { Packages } from '../../core/world.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { codeOf, type Disk } from '../files/disk.ts'
import { draftName, exists, settleDraft, sweepDrafts } from '../files/draft.ts'
import { openFile } from '../files/open-file.ts'
import { atWork, type Begin } from './at-work.ts'
import { onPackage, onTarget } from './disk-problem.ts'
import { hashFile } from './hash-parts.ts'
import type { How, Progress } from './order.ts'
import { planVolumes } from './split.ts'

type Order = Parameters<Packages['write']>[0]
type Source = Order['files'][number]
type ReadBack = 'uncached' | 'cached'

const CHUNK_BYTES = 1 << 20
/** FAT counts a file's bytes in 32 bits. */
const FAT_MOST_BYTES = 2 ** 32 - 1
const FAT_MAGIC = 0x4d44

/** The desk's writing onto media, and what it asks of them before. */
export function realMedium({ begin, disk }: { begin: Begin; disk: Disk }): Pick<Packages, 'cut' | 'write' | 'sweep' | 'room'> {
  return {
    cut: ({ path, fileName, volumeBytes }, how) => atWork(begin, how, path, (each) => cut(path, fileName, volumeBytes, each, disk)),
    write: (order, how) => atWork(begin, how, order.into, (each) => write(order, each, disk)),
    sweep: async (folder, names) => { for (const name of names) await sweepDrafts(join(folder, name), disk) },
    room: (folder) => roomIn(folder, disk),
  }
}

/** The volumes that a file would be cut into, each with its hash, and the hash of the whole. Reads it once and writes nothing. */
export async function cut(path: string, fileName: string, volumeBytes: number, how: How, disk: Disk): Promise<{ outcome: 'cut'; sha256: string; volumes: PackagePart[] }> {
  const { size } = await onPackage(path, () => disk.stat(path))
  const plan = planVolumes(fileName, size, volumeBytes)
  const whole = createHash('sha256')
  const progress: Progress = { phase: 'reading', bytesDone: 0, bytesTotal: size, filesDone: 0, filesTotal: plan.length }
  const volumes: PackagePart[] = []
  for (const [i, { path: name, bytes }] of plan.entries()) {
    const hash = createHash('sha256')
    await eachPiece({ from: path, at: i * volumeBytes, bytes }, how.signal, disk, async (piece) => {
      whole.update(piece)
      hash.update(piece)
      progress.bytesDone += piece.length
      how.onProgress({ ...progress })
    })
    progress.filesDone++
    volumes.push({ name, bytes, sha256: hash.digest('hex') })
  }
  return { outcome: 'cut', sha256: whole.digest('hex'), volumes }
}

/**
 * Each file is drafted beside its name, flushed, read back from the medium and compared; when all are true, all get their
 * names. On any failure, and when called off, nothing of it stays. A file that lies there already is believed by its bytes alone.
 */
export async function write({ files, into }: Order, how: How, disk: Disk): Promise<{ outcome: 'written'; readBack: ReadBack }> {
  const planned = files.map((file) => ({ ...file, path: join(into, file.name), draft: draftName(join(into, file.name)) }))
  for (const { path } of planned) await sweepDrafts(path, disk)
  const there = new Set<string>()
  for (const { path } of planned) if (await onTarget(path, () => exists(path, disk))) there.add(path)
  const missing = planned.filter(({ path }) => !there.has(path))
  await requireRoom(into, missing, disk)

  const tell = progressOver(planned, missing, how)
  const settled: string[] = []
  try {
    for (const file of missing) await writeDraft(file, how.signal, disk, tell.wrote)
    const readBacks: ReadBack[] = []
    for (const file of planned) readBacks.push(await readBack(file, there.has(file.path) ? file.path : file.draft, how.signal, disk, tell.read))
    how.signal.throwIfAborted()
    // The first volume last: where its name lies, all of them do, whatever ends us in between.
    for (const { draft, path } of missing.toReversed()) {
      await onTarget(path, () => settleDraft(draft, path, 'refuse', disk))
      settled.push(path)
    }
    return { outcome: 'written', readBack: readBacks.every((one) => one === 'uncached') ? 'uncached' : 'cached' }
  } catch (error) {
    for (const path of [...missing.map(({ draft }) => draft), ...settled]) await disk.rm(path, { force: true })
    throw error
  }
}

async function writeDraft({ from, at, bytes, sha256, draft, path }: Source & { draft: string; path: string }, signal: AbortSignal, disk: Disk, wrote: (bytes: number) => void): Promise<void> {
  const hash = createHash('sha256')
  const target = await onTarget(path, () => disk.open(draft, 'wx', 0o600))
  try {
    await eachPiece({ from, at, bytes }, signal, disk, async (piece) => {
      hash.update(piece)
      for (let put = 0; put < piece.length;) put += (await onTarget(path, () => target.write(piece, put, piece.length - put))).bytesWritten
      wrote(piece.length)
    })
    await onTarget(path, () => target.sync())
  } finally {
    await target.close()
  }
  // What goes out is what was verified, or nothing does.
  if (hash.digest('hex') !== sha256) throw new PackageProblem('source-changed', { path: from })
}

/** What the cache would say is what was meant to be written; what the medium says is what was. */
async function readBack({ bytes, sha256, path }: Source & { path: string }, from: string, signal: AbortSignal, disk: Disk, read: (bytes: number) => void): Promise<ReadBack> {
  const lying = await hashFile(from, signal, disk, (piece) => read(piece.length))
  if (lying.bytes === bytes && lying.sha256 === sha256) return lying.readBack
  throw new PackageProblem(from === path ? 'target-exists' : 'target-broken', { path })
}

async function eachPiece({ from, at, bytes }: Pick<Source, 'from' | 'at' | 'bytes'>, signal: AbortSignal, disk: Disk, use: (piece: Buffer) => Promise<void>): Promise<void> {
  const source = await onPackage(from, () => openFile(from, disk))
  try {
    const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, Math.max(bytes, 1)))
    for (let done = 0; done < bytes;) {
      signal.throwIfAborted()
      const { bytesRead } = await onPackage(from, () => source.read(buffer, 0, Math.min(buffer.length, bytes - done), at + done))
      if (bytesRead === 0) throw new PackageProblem('package-unreadable', { path: from })
      await use(buffer.subarray(0, bytesRead))
      done += bytesRead
    }
  } finally {
    await source.close()
  }
}

async function requireRoom(into: string, files: readonly Source[], disk: Disk): Promise<void> {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const { bavail, bsize, type } = await onTarget(into, () => disk.statfs(into))
  if (type === FAT_MAGIC && files.some(({ bytes }) => bytes > FAT_MOST_BYTES)) throw new PackageProblem('file-too-large-for-disk', { path: into })
  if (needed > bavail * bsize) throw new PackageProblem('disk-full', { path: into, needed, free: bavail * bsize })
}

async function roomIn(folder: string, disk: Disk): ReturnType<Packages['room']> {
  try {
    if (!(await disk.stat(folder)).isDirectory()) return null
    const { bavail, bsize, type } = await disk.statfs(folder)
    return { freeBytes: bavail * bsize, mostFileBytes: type === FAT_MAGIC ? FAT_MOST_BYTES : null }
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw error
  }
}

function progressOver(planned: readonly Source[], missing: readonly Source[], { onProgress }: How): { wrote(bytes: number): void; read(bytes: number): void } {
  const sum = (files: readonly Source[]): number => files.reduce((total, { bytes }) => total + bytes, 0)
  const writing: Progress = { phase: 'writing', bytesDone: 0, bytesTotal: sum(missing), filesDone: 0, filesTotal: missing.length }
  const verifying: Progress = { phase: 'verifying', bytesDone: 0, bytesTotal: sum(planned), filesDone: 0, filesTotal: planned.length }
  return {
    wrote: (bytes) => { writing.bytesDone += bytes; onProgress({ ...writing }) },
    read: (bytes) => { verifying.bytesDone += bytes; onProgress({ ...verifying }) },
  }
}
