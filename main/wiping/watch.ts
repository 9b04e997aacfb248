import { codeOf } from '../files/disk.ts'
import { alignedBuffer } from '../packages/aligned.ts'
import { Stop } from './stop.ts'
import { readFully, type Target } from './target.ts'

/** So many failures without one success between them: perhaps it is not there any more. */
const ASK_AFTER = 64
/** So many chunks of which nothing could be done at all: to go on would take days and reach nothing. */
const DEAD_CHUNKS = 32

const GONE = new Set(['ENXIO', 'ENODEV', 'ENOMEDIUM', 'ESHUTDOWN'])
/** What the system says of our own mistakes, and never of a medium. */
const OURS = new Set(['EBADF', 'EFAULT', 'EINVAL', 'ENOMEM', 'ERR_INVALID_ARG_TYPE', 'ERR_OUT_OF_RANGE', 'ABORT_ERR'])

/** Tells a medium with bad sectors, which is gone on with, from one that has been pulled out or is dying, which is not. */
export class Watch {
  readonly #target: Target
  readonly #spare: Uint8Array
  #failuresInARow = 0
  #deadChunks = 0
  #answeredAt = 0

  constructor(target: Target) {
    this.#target = target
    this.#spare = alignedBuffer(target.sectorBytes).subarray(0, target.sectorBytes)
  }

  /** In the middle of much that fails, a second try of each sector is only time. */
  get isHopeful(): boolean { return this.#failuresInARow < ASK_AFTER }

  went(offset: number): void {
    this.#failuresInARow = 0
    this.#deadChunks = 0
    this.#answeredAt = offset
  }

  /** Takes note of a request that failed. Throws what is not the medium's fault, and `Stop` when the device is gone. */
  async failed(error: unknown): Promise<void> {
    const code = codeOf(error)
    if (code === undefined || OURS.has(code)) throw error
    this.#failuresInARow++
    if (GONE.has(code) || this.#failuresInARow % ASK_AFTER === 0) await this.#stopIfGone(code)
  }

  /** Of a whole chunk, nothing could be done. Throws `Stop` after the thirty-second in a row. */
  async deadChunk(): Promise<void> {
    if (++this.#deadChunks < DEAD_CHUNKS) return
    await this.#stopIfGone('EIO')
    throw new Stop('failing', `${DEAD_CHUNKS} MiB in a row`)
  }

  /** A flush failed: throws `Stop` if that is because the device is gone. */
  async flushFailed(error: unknown): Promise<void> {
    const code = codeOf(error)
    if (code === undefined || OURS.has(code)) throw error
    await this.#stopIfGone(code)
  }

  async #stopIfGone(code: string): Promise<void> {
    if (!await this.#target.isKnown() || !await this.#answers()) throw new Stop('device-gone', code)
  }

  /** At its beginning, its middle, its end, or where it answered last. */
  async #answers(): Promise<boolean> {
    const { bytes, sectorBytes } = this.#target
    const last = Math.max(0, Math.floor(bytes / sectorBytes) - 1) * sectorBytes
    const middle = Math.floor(last / 2 / sectorBytes) * sectorBytes
    for (const offset of [this.#answeredAt, 0, middle, last]) {
      try {
        await readFully(this.#target, this.#spare.subarray(0, Math.min(sectorBytes, bytes - offset)), offset)
        return true
      } catch {
        // The next place may answer.
      }
    }
    return false
  }
}
