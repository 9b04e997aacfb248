import type { FileHandle } from 'node:fs/promises'
import type { EntryKeys } from '../../crypto/zip/ae2.ts'
import type { Sink } from '../../crypto/zip/writer.ts'
import type { Crew, Lane } from './crew.ts'
import { onTarget } from './disk-problem.ts'
import { SlotStock } from './shared-memory.ts'

/** Slots that are gathered, encrypted and written at once. */
export const OUTFLOW_SLOTS = 6

/**
 * The way of a container's bytes to the disk: gathered into slots, encrypted there by the crew, written.
 * Several slots are on their way at once; `write` waits only when none is free. The first failure is thrown by whatever comes next.
 */
export class Outflow implements Sink {
  readonly #file: FileHandle
  readonly #path: string
  readonly #crew: Crew
  readonly #stock: SlotStock
  readonly #underWay = new Set<Promise<void>>()
  #slot: Uint8Array | undefined
  #filled = 0
  #at = 0
  #encryption: Lane | undefined
  #failure: { error: unknown } | undefined

  /** Slots of `stock` that are handed over are encrypted and written where they lie. */
  constructor(file: FileHandle, path: string, crew: Crew, stock: SlotStock) {
    this.#file = file
    this.#path = path
    this.#crew = crew
    this.#stock = stock
  }

  get position(): number {
    return this.#at + this.#filled
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      this.#slot ??= await this.#stock.take()
      const length = Math.min(bytes.length - done, this.#slot.length - this.#filled)
      this.#slot.set(bytes.subarray(done, done + length), this.#filled)
      this.#filled += length
      done += length
      if (this.#filled === this.#slot.length) this.#send()
    }
    this.#throwFailure()
  }

  async hand(bytes: Uint8Array, done: () => void): Promise<void> {
    if (!this.#stock.holds(bytes)) {
      await this.write(bytes)
      return done()
    }
    this.#send()
    this.#sendOff(bytes, done)
    this.#throwFailure()
  }

  async patch(at: number, bytes: Uint8Array): Promise<void> {
    if (this.#slot && at >= this.#at) return this.#slot.set(bytes, at - this.#at)
    await this.flush()
    await this.#put(bytes, at)
  }

  /** Encrypted bytes begin in a slot of their own: what stands before them is not encrypted. */
  async beginEncryption(keys: EntryKeys): Promise<void> {
    this.#send()
    this.#encryption = this.#crew.lane({ encrypt: keys }, this.#stock)
  }

  async endEncryption(): Promise<Uint8Array> {
    this.#send()
    const encryption = this.#encryption!
    this.#encryption = undefined
    // A lane works in the order in which it is asked: the code comes after the last slot, which need not have been written for it.
    const code = await encryption.finish()
    this.#throwFailure()
    return code
  }

  /** Until everything written so far has been handed to the system. */
  async flush(): Promise<void> {
    this.#send()
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
    this.#throwFailure()
  }

  #send(): void {
    if (!this.#slot) return
    const slot = this.#slot
    const bytes = slot.subarray(0, this.#filled)
    this.#filled = 0
    this.#slot = undefined
    this.#sendOff(bytes, () => this.#stock.give(slot))
  }

  #sendOff(bytes: Uint8Array, done: () => void): void {
    const at = this.#at
    const encryption = this.#encryption
    this.#at += bytes.length
    // A lane works in the order in which it is asked, so encryption is asked at once. Writing need keep no order.
    const sent: Promise<void> = (encryption ? encryption.step(bytes) : Promise.resolve())
      .then(() => this.#put(bytes, at))
      .catch((error: unknown) => { this.#failure ??= { error } })
      .finally(() => {
        this.#underWay.delete(sent)
        done()
      })
    this.#underWay.add(sent)
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error
  }

  async #put(bytes: Uint8Array, at: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await onTarget(this.#path, () => this.#file.write(bytes, done, bytes.length - done, at + done))
      done += bytesWritten
    }
  }
}
