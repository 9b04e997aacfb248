import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { SealProgress } from '../../core/packages/package.ts'
import type { Files, FileTrouble, Found, How, Taken } from '../../core/world.ts'
import type { Blobs, Draft } from './blobs.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'
import { troubleOf } from './find.ts'
import { untilAborted } from './until-aborted.ts'

type Taking = Awaited<ReturnType<Files['take']>>

const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const BLOCK_BYTES = 1 << 20

/**
 * Copies files into the vault, sealed, hashing the plain bytes on the way. All of them or none: whatever fails, is called off
 * or changes while it is read, nothing stays. `bytesTotal` is what was found.
 */
export async function take(found: readonly Found[], blobs: Blobs, how: How<SealProgress>, disk: Disk = realDisk): Promise<Taking> {
  const drafts: Draft[] = []
  const taken: Taken[] = []
  const progress = progressOver(found, how)
  let path = ''
  try {
    for (const each of found) {
      path = each.path
      how.signal.throwIfAborted()
      const hash = createHash('sha256')
      const draft = await blobs.draft(untilAborted(read(each, disk, (bytes) => { hash.update(bytes); progress.bytes(bytes.length) }), how.signal))
      drafts.push(draft)
      taken.push({ ...each, sha256: hash.digest('hex'), blob: draft.blob })
      progress.file()
    }
    how.signal.throwIfAborted()
    await blobs.settle(drafts)
    return { outcome: 'taken', taken }
  } catch (error) {
    await blobs.drop(drafts)
    if (how.signal.aborted) return { outcome: 'abandoned' }
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
    for (let at = 0; at < size;) {
      const block = await readBlock(file, Math.min(BLOCK_BYTES, size - at), at)
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

async function readBlock(file: FileHandle, length: number, at: number): Promise<Buffer> {
  const block = Buffer.allocUnsafeSlow(length)
  const { bytesRead } = await onSource(() => file.read(block, 0, length, at))
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
