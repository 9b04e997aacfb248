import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import type { Disk } from '../files/disk.ts'
import { untilAborted } from '../files/until-aborted.ts'
import { onSource } from './disk-problem.ts'
import type { Listed, OnDisk } from './listing.ts'
import type { StreamSource } from './order.ts'

// Never through a link, and never waiting for a pipe that took the file's place after it was listed.
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
export const BLOCK_BYTES = 1 << 20

/** Where blocks are read into: given back by the reader's caller when done with, or fresh ones that nobody gives back. */
export interface Blocks { take(): Promise<Uint8Array>; give(block: Uint8Array): void }
export const freshBlocks: Blocks = { take: async () => Buffer.allocUnsafeSlow(BLOCK_BYTES), give: () => {} }

/**
 * A listed file's content in blocks of 1 MiB (the last is shorter), each in a slot of `blocks`; the next one is read ahead.
 * Exactly as many bytes as were listed: a file that is exchanged, grows, shrinks or is touched while it is read is refused.
 */
export async function* readSource(listed: Listed, signal: AbortSignal, disk: Disk, blocks: Blocks = freshBlocks): AsyncGenerator<Uint8Array> {
  if (!listed.from) return
  if ('open' in listed.from) yield* fromStream(listed, listed.from, signal, blocks)
  else yield* fromDisk(listed, listed.from, signal, disk, blocks)
}

async function* fromDisk(listed: Listed, { path, device, inode }: OnDisk, signal: AbortSignal, disk: Disk, blocks: Blocks): AsyncGenerator<Uint8Array> {
  const file = await onSource(path, () => disk.open(path, READ))
  let ahead: Promise<Uint8Array> | undefined
  try {
    const before = await onSource(path, () => file.stat())
    if (!before.isFile() || before.dev !== device || before.ino !== inode) throw changed(path)
    const readAt = async (at: number): Promise<Uint8Array> => readExactly(file, path, at, (await blocks.take()).subarray(0, Math.min(BLOCK_BYTES, listed.size - at)))
    for (let at = 0; at < listed.size; at += BLOCK_BYTES) {
      signal.throwIfAborted()
      const block: Uint8Array = await (ahead ?? readAt(at))
      ahead = at + BLOCK_BYTES < listed.size ? readAt(at + BLOCK_BYTES) : undefined
      ahead?.catch(() => {})
      yield block
    }
    const oneMore = await onSource(path, () => file.read(Buffer.alloc(1), 0, 1, listed.size))
    // By path, not by handle: a file saved anew under the same name meanwhile is another file.
    const after = await onSource(path, () => disk.lstat(path))
    const same = oneMore.bytesRead === 0 && after.dev === device && after.ino === inode && after.size === listed.size && Math.floor(after.mtimeMs) === listed.mtime
    if (!same) throw changed(path)
  } finally {
    await ahead?.catch(() => {})
    await file.close()
  }
}

async function readExactly(file: FileHandle, path: string, at: number, block: Uint8Array): Promise<Uint8Array> {
  for (let done = 0; done < block.length;) {
    const { bytesRead } = await onSource(path, () => file.read(block, done, block.length - done, at + done))
    if (bytesRead === 0) throw changed(path)
    done += bytesRead
  }
  return block
}

async function* fromStream(listed: Listed, source: StreamSource, signal: AbortSignal, blocks: Blocks): AsyncGenerator<Uint8Array> {
  let block: Uint8Array | undefined
  let filled = 0
  let seen = 0
  for await (const chunk of untilAborted(source.open(), signal)) {
    if (seen + chunk.length > listed.size) throw changed(listed.name)
    for (let done = 0; done < chunk.length;) {
      block ??= (await blocks.take()).subarray(0, Math.min(BLOCK_BYTES, listed.size - seen))
      const length = Math.min(chunk.length - done, block.length - filled)
      block.set(chunk.subarray(done, done + length), filled)
      filled += length
      done += length
      seen += length
      if (filled < block.length) continue
      yield block
      block = undefined
      filled = 0
    }
  }
  if (seen !== listed.size) throw changed(listed.name)
}

const changed = (path: string): PackageProblem => new PackageProblem('source-changed', { path })
