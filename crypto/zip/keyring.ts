import { type EntryKeys, keyBytes } from './ae2.ts'
import type { Bytes } from './bytes.ts'
import type { Entry } from './directory.ts'
import { type Unlocked, unlock } from './reader.ts'

const SLOT_BYTES = 2 * keyBytes(3)
/** Beyond these, keys are derived anew for the second pass: time is spent where memory would not be bounded. */
const MOST_SLOTS = 256 * 1024

/** The keys of a container's entries, derived once: authenticating and reading are two passes. They lie close together, and in memory only. */
export class Keyring {
  readonly #bytes: Bytes
  readonly #password: Uint8Array
  #slots = new Uint8Array(0)
  readonly #known = new Map<number, number>()

  constructor(bytes: Bytes, password: Uint8Array) {
    this.#bytes = bytes
    this.#password = password
  }

  async unlock(entry: Entry): Promise<Unlocked> {
    const slot = this.#known.get(entry.at)
    if (slot !== undefined) return unlock(this.#bytes, entry, this.#password, this.#at(slot, entry))
    const unlocked = await unlock(this.#bytes, entry, this.#password)
    if (this.#known.size < MOST_SLOTS) this.#keep(entry.at, unlocked.keys)
    return unlocked
  }

  #at(slot: number, { encryption }: Entry): EntryKeys {
    const length = keyBytes(typeof encryption === 'string' ? 3 : encryption.strength)
    const from = slot * SLOT_BYTES
    return { encryption: this.#slots.slice(from, from + length), authentication: this.#slots.slice(from + length, from + 2 * length), verifier: new Uint8Array(0) }
  }

  #keep(place: number, { encryption, authentication }: EntryKeys): void {
    const slot = this.#known.size
    if ((slot + 1) * SLOT_BYTES > this.#slots.length) {
      const wider = new Uint8Array(Math.max(64 * SLOT_BYTES, 2 * this.#slots.length))
      wider.set(this.#slots)
      this.#slots.fill(0)
      this.#slots = wider
    }
    this.#slots.set(encryption, slot * SLOT_BYTES)
    this.#slots.set(authentication, slot * SLOT_BYTES + encryption.length)
    this.#known.set(place, slot)
  }
}
