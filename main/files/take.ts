import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { SealProgress } from '../../core/packages/package.ts'
import type { Files, FileTrouble, Found, How } from '../../core/world.ts'
import type { Blobs } from './blobs.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'
import { troubleOf } from './find.ts'
import { sideBySide } from './side-by-side.ts'
import { untilAborted } from './until-aborted.ts'

type Taking = Awaited<ReturnType<Files['take']>>

const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const BLOCK_BYTES = 1 << 20

/** Several at a time, because a disk that syncs each file alone spends its time waiting. */
const AT_ONCE = 6

/**
 * Copies files into the vault, sealed, hashing the plain bytes on the way. All of them or none: whatever fails, is called off
 * or changes while it is read, nothing stays. `bytesTotal` is what was found.
 */
export async function take(found: readonly Found[], blobs: Blobs, how: How<SealProgress>, disk: Disk = realDisk): Promise<Taking> {
  if (how.signal.aborted) return { outcome: 'abandoned' }
  const progress = progressOver(found, how)
  const taking = await sideBySide(found, AT_ONCE, async (each, callOff) => {
    const hash = createHash('sha256')
    const bytes = read(each, disk, (block) => { hash.update(block); progress.bytes(block.length) })
    const draft = await blobs.draft(untilAborted(bytes, AbortSignal.any([how.signal, callOff])))
    progress.file()
    return { draft, taken: { ...each, sha256: hash.digest('hex'), blob: draft.blob } }
  })
  const drafts = taking.results.map(({ draft }) => draft)
  try {
    if ('failure' in taking) throw taking.failure.error
    how.signal.throwIfAborted()
    await blobs.settle(drafts)
    return { outcome: 'taken', taken: taking.results.map(({ taken }) => taken) }
  } catch (error) {
    await blobs.drop(drafts)
    if (how.signal.aborted) return { outcome: 'abandoned' }
    const path = 'failure' in taking ? taking.failure.on.path : (found[0]?.path ?? '')
    if (error instanceof SourceTrouble) return { outcome: 'trouble', path, what: error.what }
    if (isFull(error)) return { outcome: 'trouble', path, what: 'disk-full' }
    throw error
  }
}

export const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')

/** Something about a source, as against the vault's own disk. */
class SourceTrouble extends Error {
  override readonly name = 'SourceTrouble'
  readonly what: FileTrouble

  constructor(what: FileTrouble) {
    super(what)
    this.what = what
  }
}

/** Exactly the bytes of the file that was found: one that was exchanged, grew, shrank or was touched meanwhile is refused. */
async function* read({ path, size, modifiedAt }: Found, disk: Disk, see: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  const file = await onSource(() => disk.open(path, READ))
  try {
    const before = await onSource(() => file.stat())
    if (!before.isFile() || before.size !== size || Math.floor(before.mtimeMs) !== modifiedAt) throw new SourceTrouble('source-changed')
    // One buffer for all: sealing copies each block before it asks for the next.
    const buffer = Buffer.allocUnsafeSlow(Math.min(BLOCK_BYTES, size))
    for (let at = 0; at < size;) {
      const block = await readBlock(file, buffer.subarray(0, Math.min(buffer.length, size - at)), at)
      at += block.length
      see(block)
      yield block
    }
    const beyond = await onSource(() => file.read(Buffer.alloc(1), 0, 1, size))
    // By path as well: a file that was saved anew under the same name is another file.
    const after = await onSource(() => disk.lstat(path))
    const same = beyond.bytesRead === 0 && after.ino === before.ino && after.dev === before.dev && after.size === size && Math.floor(after.mtimeMs) === modifiedAt
    if (!same) throw new SourceTrouble('source-changed')
  } finally {
    await file.close()
  }
}

async function readBlock(file: FileHandle, block: Buffer, at: number): Promise<Buffer> {
  const { bytesRead } = await onSource(() => file.read(block, 0, block.length, at))
  if (bytesRead === 0) throw new SourceTrouble('source-changed')
  return block.subarray(0, bytesRead)
}

async function onSource<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw new SourceTrouble(troubleOf(error))
  }
}

function progressOver(found: readonly Found[], { onProgress }: How<SealProgress>): { bytes(count: number): void; file(): void } {
  const bytesTotal = found.reduce((sum, { size }) => sum + size, 0)
  let bytesDone = 0
  let filesDone = 0
  const tell = (): void => onProgress({ phase: 'reading', bytesDone, bytesTotal, filesDone, filesTotal: found.length })
  return {
    bytes: (count) => { bytesDone += count; tell() },
    file: () => { filesDone++; tell() },
  }
}
