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

/**
 * A listed file's content in blocks of 1 MiB (the last is shorter), each in its own buffer.
 * Exactly as many bytes as were listed: a file that is exchanged, grows, shrinks or is touched while it is read is refused.
 */
export async function* readSource(listed: Listed, signal: AbortSignal, disk: Disk): AsyncGenerator<Buffer> {
  if (!listed.from) return
  if ('open' in listed.from) yield* fromStream(listed, listed.from, signal)
  else yield* fromDisk(listed, listed.from, signal, disk)
}

async function* fromDisk(listed: Listed, { path, device, inode }: OnDisk, signal: AbortSignal, disk: Disk): AsyncGenerator<Buffer> {
  const file = await onSource(path, () => disk.open(path, READ))
  try {
    const before = await onSource(path, () => file.stat())
    if (!before.isFile() || before.dev !== device || before.ino !== inode) throw changed(path)
    for (let at = 0; at < listed.size; at += BLOCK_BYTES) {
      signal.throwIfAborted()
      yield await readExactly(file, path, at, Math.min(BLOCK_BYTES, listed.size - at))
    }
    const oneMore = await onSource(path, () => file.read(Buffer.alloc(1), 0, 1, listed.size))
    // By path, not by handle: a file saved anew under the same name meanwhile is another file.
    const after = await onSource(path, () => disk.lstat(path))
    const same = oneMore.bytesRead === 0 && after.dev === device && after.ino === inode && after.size === listed.size && Math.floor(after.mtimeMs) === listed.mtime
    if (!same) throw changed(path)
  } finally {
    await file.close()
  }
}

async function readExactly(file: FileHandle, path: string, at: number, length: number): Promise<Buffer> {
  const block = Buffer.allocUnsafeSlow(length)
  for (let done = 0; done < length;) {
    const { bytesRead } = await onSource(path, () => file.read(block, done, length - done, at + done))
    if (bytesRead === 0) throw changed(path)
    done += bytesRead
  }
  return block
}

async function* fromStream(listed: Listed, source: StreamSource, signal: AbortSignal): AsyncGenerator<Buffer> {
  let block = Buffer.allocUnsafeSlow(Math.min(BLOCK_BYTES, listed.size))
  let filled = 0
  let seen = 0
  for await (const chunk of untilAborted(source.open(), signal)) {
    seen += chunk.length
    if (seen > listed.size) throw changed(listed.name)
    for (let done = 0; done < chunk.length;) {
      const length = Math.min(chunk.length - done, block.length - filled)
      block.set(chunk.subarray(done, done + length), filled)
      filled += length
      done += length
      if (filled < block.length) continue
      yield block
      block = Buffer.allocUnsafeSlow(Math.min(BLOCK_BYTES, listed.size - seen + chunk.length - done))
      filled = 0
    }
  }
  if (seen !== listed.size) throw changed(listed.name)
}

const changed = (path: string): PackageProblem => new PackageProblem('source-changed', { path })
