import type { FileHandle } from 'node:fs/promises'
import type { Sink } from '../../crypto/zip/writer.ts'
import { onTarget } from './disk-problem.ts'

const BUFFER_BYTES = 1 << 20

/**
 * Gathers what is written into pieces of 1 MiB and writes one while the next is filled.
 * Takes a copy: the caller's bytes are free as soon as `write` resolves.
 */
export class Outflow implements Sink {
  readonly #file: FileHandle
  readonly #path: string
  #filling = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  #resting = Buffer.allocUnsafeSlow(BUFFER_BYTES)
  #filled = 0
  #at = 0
  #writing: Promise<void> = Promise.resolve()

  constructor(file: FileHandle, path: string) {
    this.#file = file
    this.#path = path
  }

  get position(): number {
    return this.#at + this.#filled
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const length = Math.min(bytes.length - done, BUFFER_BYTES - this.#filled)
      this.#filling.set(bytes.subarray(done, done + length), this.#filled)
      this.#filled += length
      done += length
      if (this.#filled === BUFFER_BYTES) await this.#swap()
    }
  }

  async patch(at: number, bytes: Uint8Array): Promise<void> {
    if (at >= this.#at) return void this.#filling.set(bytes, at - this.#at)
    await this.flush()
    await this.#put(bytes, at)
  }

  /** Until everything written so far has been handed to the system. */
  async flush(): Promise<void> {
    await this.#swap()
    await this.#writing
  }

  async #swap(): Promise<void> {
    await this.#writing
    const full = this.#filling.subarray(0, this.#filled)
    const at = this.#at
    this.#at += this.#filled
    this.#filled = 0
    ;[this.#filling, this.#resting] = [this.#resting, this.#filling]
    this.#writing = this.#put(full, at)
    // Awaited at the next swap; until then a failure must not count as unhandled.
    this.#writing.catch(() => {})
  }

  async #put(bytes: Uint8Array, at: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await onTarget(this.#path, () => this.#file.write(bytes, done, bytes.length - done, at + done))
      done += bytesWritten
    }
  }
}
