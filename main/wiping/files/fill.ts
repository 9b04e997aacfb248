import { constants } from 'node:fs'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { passesOf } from '../../../crypto/wipe/pattern.ts'
import { TILE } from '../../../crypto/wipe/tile.ts'
import { codeOf } from '../../files/disk.ts'
import { alignedBuffer } from '../../packages/aligned.ts'
import { HELD } from './left-fills.ts'

/** What fills the volume: open files, most of them without a name, so that a program that dies gives everything back. */
export interface Filled { files: { handle: FileHandle; bytes: number }[]; bytes: number; names: string[]; seed: Uint8Array }

const FULL = ['ENOSPC', 'EDQUOT']
const SMALLEST_DIRECT = 4096

/** Writes until the volume takes no more, flushing what it promised and trying again: what is only promised may not be room. */
export async function fillUp(folder: string, filled: Filled, how: { signal: AbortSignal; onBytes(): void }): Promise<void> {
  for (let number = 0, dry = 0; dry < 2 && !how.signal.aborted; number++) {
    const opened = await openFill(folder, number, filled)
    if (opened === null) return
    const written = await fillOne(opened.file, opened.isDirect, filled, how)
    await opened.file.handle.datasync().catch((error: unknown) => { if (!FULL.includes(codeOf(error) ?? '')) throw error })
    dry = written === 0 ? dry + 1 : 0
  }
}

/** Reads every filled byte back, past the cache where that can be had, and counts what differs. */
export async function readFill(filled: Filled, how: { signal: AbortSignal; onBytes(bytes: number): void }): Promise<{ readBack: 'uncached' | 'cached'; bytesRead: number; bytesDiffering: number }> {
  const [pass] = passesOf('tile', filled.seed)
  const [wanted, found] = [alignedBuffer(TILE), alignedBuffer(TILE)]
  pass?.prime(wanted)
  const answer = { readBack: 'uncached' as 'uncached' | 'cached', bytesRead: 0, bytesDiffering: 0 }
  for (const { handle, bytes } of filled.files) {
    const direct = process.platform === 'linux' ? await open(`/proc/self/fd/${handle.fd}`, constants.O_RDONLY | (constants.O_DIRECT ?? 0)).catch(() => null) : null
    if (direct === null) answer.readBack = 'cached'
    try {
      for (let at = 0; at < bytes && !how.signal.aborted; at += TILE) {
        pass?.turn(wanted, at)
        const length = Math.min(TILE, bytes - at)
        const { bytesRead } = await (direct ?? handle).read(found, 0, TILE, at)
        if (bytesRead < length || Buffer.compare(found.subarray(0, length), wanted.subarray(0, length)) !== 0) answer.bytesDiffering += length
        answer.bytesRead += length
        how.onBytes(answer.bytesRead)
      }
    } finally {
      await direct?.close()
    }
  }
  return answer
}

async function openFill(folder: string, number: number, filled: Filled): Promise<{ file: { handle: FileHandle; bytes: number }; isDirect: boolean } | null> {
  const name = number === 0 ? HELD : `fill-${number}`
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL
  const path = join(folder, name)
  try {
    const handle = await open(path, flags, 0o600)
    const file = { handle, bytes: 0 }
    filled.files.push(file)
    if (number > 0) filled.names.push(name)
    // Without a name its room comes back even when we are killed. The first keeps its name, and shows that we live.
    if (number === 0) return { file, isDirect: false }
    const direct = process.platform === 'linux' ? await open(path, constants.O_RDWR | (constants.O_DIRECT ?? 0)).catch(() => null) : null
    if (process.platform !== 'win32') await unlink(path)
    if (direct !== null) {
      await handle.close()
      file.handle = direct
    }
    return { file, isDirect: direct !== null }
  } catch (error) {
    if (FULL.includes(codeOf(error) ?? '') || codeOf(error) === 'EMFILE') return null
    throw error
  }
}

async function fillOne(file: { handle: FileHandle; bytes: number }, isDirect: boolean, filled: Filled, { signal, onBytes }: { signal: AbortSignal; onBytes(): void }): Promise<number> {
  // The named one stays empty: its room would not come back by itself.
  if (filled.files[0] === file) return 1
  const [pass] = passesOf('tile', filled.seed)
  const chunk = alignedBuffer(TILE)
  pass?.prime(chunk)
  const smallest = isDirect ? SMALLEST_DIRECT : 1
  for (let size = TILE; size >= smallest && !signal.aborted;) {
    const start = file.bytes - (file.bytes % TILE)
    pass?.turn(chunk, start)
    const length = Math.min(size, TILE - (file.bytes - start))
    try {
      const { bytesWritten } = await file.handle.write(chunk, file.bytes - start, length, file.bytes)
      file.bytes += bytesWritten
      filled.bytes += bytesWritten
      onBytes()
      // Half a block written past the cache leaves the next one at no place where it may begin.
      if (isDirect && file.bytes % SMALLEST_DIRECT !== 0) break
    } catch (error) {
      const code = codeOf(error) ?? ''
      if (code === 'EFBIG') break
      if (!FULL.includes(code)) throw error
      size = Math.floor(Math.min(size, length) / 2)
      if (isDirect) size -= size % SMALLEST_DIRECT
    }
  }
  return file.bytes
}
