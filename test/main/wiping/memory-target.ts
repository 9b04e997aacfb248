import type { Target } from '../../../main/wiping/target.ts'

/** What is wrong with a medium that is only memory. Sectors by their LBA. */
export interface Faults {
  unwritable?: readonly number[]
  unreadable?: readonly number[]
  /** Fail the first time only. */
  passing?: readonly number[]
  /** Takes these writes, and does nothing. */
  dropped?: readonly number[]
  /** Holds only so many bytes, and counts its addresses again from the start. */
  bytesInTruth?: number
  /** Ends here, whatever it announced: nothing is read beyond, and writing is refused. */
  endsAt?: number
  /** Pulled out after so many requests. */
  goneAfter?: number
  /** Does this much of a request at most. */
  atMost?: number
  /** The n-th flushes (from 1) that fail. What was written before such a one, since the last that went, is lost. */
  failedFlushes?: readonly number[]
  uncached?: boolean
  /** Before every request. */
  onRequest?: () => void
}

export interface MemoryTarget extends Target { content: Buffer; requests: number }

/** A medium of memory that was full of a letter, with these faults. */
export function memoryTarget(bytes: number, sectorBytes: number, faults: Faults = {}): MemoryTarget {
  const content = Buffer.alloc(faults.bytesInTruth ?? bytes, 'A')
  let settled: Buffer | null = faults.failedFlushes ? Buffer.from(content) : null
  let flushes = 0
  const passing = new Set(faults.passing)
  const bad = { write: new Set(faults.unwritable), read: new Set(faults.unreadable), drop: new Set(faults.dropped) }

  const request = (what: 'read' | 'write', piece: Uint8Array, offset: number): number => {
    faults.onRequest?.()
    target.requests++
    if (faults.goneAfter !== undefined && target.requests > faults.goneAfter) throw failure('EIO')
    if (offset % sectorBytes !== 0 || (piece.length % sectorBytes !== 0 && offset + piece.length !== bytes)) throw failure('EINVAL')
    if (what === 'write' && offset >= (faults.endsAt ?? Infinity)) throw failure('ENOSPC')
    const length = Math.max(0, Math.min(piece.length, faults.atMost ?? Infinity, (faults.endsAt ?? Infinity) - offset))
    for (let at = 0; at < length; at += sectorBytes) {
      const lba = (offset + at) / sectorBytes
      if (bad[what].has(lba)) throw failure('EIO')
      if (passing.delete(lba)) throw failure('EIO')
      const place = (offset + at) % content.length
      if (what === 'read') piece.set(content.subarray(place, place + Math.min(sectorBytes, length - at)), at)
      else if (!bad.drop.has(lba)) content.set(piece.subarray(at, Math.min(at + sectorBytes, length)), place)
    }
    return length
  }
  const target: MemoryTarget = {
    bytes, sectorBytes, uncached: faults.uncached ?? true, content, requests: 0,
    read: async (into, offset) => request('read', into, offset),
    write: async (piece, offset) => request('write', piece, offset),
    flush: async () => {
      if (faults.goneAfter !== undefined && target.requests > faults.goneAfter) throw failure('EIO')
      if (!faults.failedFlushes?.includes(++flushes)) { if (settled) settled = Buffer.from(content); return }
      settled?.copy(content)
      throw failure('EIO')
    },
    isKnown: async () => true,
    close: async () => {},
  }
  return target
}

const failure = (code: string) => Object.assign(new Error(code), { code })
