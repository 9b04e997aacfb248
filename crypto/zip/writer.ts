import { randomBytes } from 'node:crypto'
import { aesOverhead, deriveKeys, encryptWhole, type EntryKeys, saltBytes } from './ae2.ts'
import { inMemory, type OpenSpill, Pages } from './pages.ts'
import { centralHeader, descriptor, endRecords, type EntryFields, FULL32, localHeader } from './records.ts'

/** Where a container's bytes go. `write` may take its time, but must have taken its copy when it resolves. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>
  /** Like `write`, but the bytes are the sink's to work on where they lie, until it says `done`. Left out where they are copied anyway. */
  hand?(bytes: Uint8Array, done: () => void): Promise<void>
  /** Corrects bytes already written. A sink that cannot (a stream) leaves it out, and descriptors are used instead. */
  patch?(at: number, bytes: Uint8Array): Promise<void>
  /** From here on everything written is encrypted with these keys … */
  beginEncryption?(keys: EntryKeys): Promise<void>
  /** … up to here. Answers the authentication code. */
  endEncryption?(): Promise<Uint8Array>
}

export interface NewEntry {
  name: string
  kind: 'file' | 'folder'
  method: 0 | 8
  mtime?: number
  /** No packed byte count beyond this is possible; from 4 GiB on the headers are zip64. */
  mostBytes: number
}

interface OpenEntry { fields: EntryFields; at: number; /** Packed bytes begin here. */ from: number }

const STRENGTH = 3

/** Writes a ZIP into a sink, entry after entry: `begin`, `write`…, `finish`; `end` at last. With a password every file is AE-2 AES-256. */
export class ZipWriter {
  readonly #sink: Sink
  readonly #password: Uint8Array | undefined
  readonly #directory: Pages
  #entries = 0
  #at = 0
  #open: OpenEntry | undefined

  /** The directory waits in `spill` until it is written. */
  constructor(sink: Sink, password?: Uint8Array, spill: OpenSpill = inMemory) {
    this.#directory = new Pages(spill)
    this.#sink = sink
    this.#password = password
  }

  async begin(entry: NewEntry): Promise<void> {
    const encrypted = this.#password !== undefined && entry.kind === 'file'
    const fields: EntryFields = {
      ...fieldsOf(entry), ...(encrypted ? { aes: STRENGTH } : {}), zip64: entry.mostBytes + 64 >= FULL32, sizesFollow: this.#sink.patch === undefined,
    }
    const at = this.#at
    await this.#put(localHeader(fields))
    if (encrypted) await this.#beginEncryption()
    this.#open = { fields, at, from: this.#at }
  }

  /** Packed (stored or deflated) bytes of the open entry. */
  async write(packed: Uint8Array): Promise<void> {
    this.#mustBeOpen()
    await this.#put(packed)
  }

  /** The same, but without a copy where the sink can do without one: the bytes are given away until `done`. */
  async hand(packed: Uint8Array, done: () => void): Promise<void> {
    this.#mustBeOpen()
    if (!this.#sink.hand) {
      await this.#put(packed)
      return done()
    }
    this.#at += packed.length
    await this.#sink.hand(packed, done)
  }

  /** Closes the open entry with its plain size and CRC-32, which AE-2 does not show. */
  async finish({ crc, bytes }: { crc: number; bytes: number }): Promise<void> {
    const { fields, at, from } = this.#mustBeOpen()
    Object.assign(fields, { crc, bytes, packedBytes: this.#at - from + (fields.aes ? aesOverhead(STRENGTH) : 0) })
    if (fields.aes) await this.#put(await this.#sink.endEncryption!())
    if (fields.sizesFollow) await this.#put(descriptor(fields))
    else await this.#sink.patch?.(at, localHeader(fields))
    await this.#remember(fields, at)
    this.#open = undefined
  }

  /** A small entry at once: its sizes are known before its header, so nothing is patched and no descriptor follows. Encrypts `packed` in place. */
  async addWhole(entry: NewEntry, packed: Uint8Array, sums: { crc: number; bytes: number }): Promise<void> {
    if (this.#password !== undefined && entry.kind === 'file') await this.addEncrypted(entry, encryptWhole(this.#password, packed), sums)
    else await this.#add(fieldsOf(entry), packed, sums)
  }

  /** The same for an entry that another thread has already encrypted: salt, verifier, bytes and code. */
  async addEncrypted(entry: NewEntry, body: Uint8Array, sums: { crc: number; bytes: number }): Promise<void> {
    await this.#add({ ...fieldsOf(entry), aes: STRENGTH }, body, sums)
  }

  async end(): Promise<void> {
    const directoryAt = this.#at
    for await (const page of this.#directory.all()) await this.#put(page)
    await this.#put(endRecords(this.#entries, directoryAt, this.#at - directoryAt))
  }

  async #add(fields: EntryFields, body: Uint8Array, { crc, bytes }: { crc: number; bytes: number }): Promise<void> {
    const at = this.#at
    Object.assign(fields, { crc, bytes, packedBytes: body.length })
    await this.#put(localHeader(fields))
    await this.#put(body)
    await this.#remember(fields, at)
  }

  async #beginEncryption(): Promise<void> {
    const salt = randomBytes(saltBytes(STRENGTH))
    const keys = deriveKeys(this.#password!, salt, STRENGTH)
    await this.#put(Buffer.concat([salt, keys.verifier]))
    await this.#sink.beginEncryption!(keys)
  }

  async #remember(fields: EntryFields, at: number): Promise<void> {
    const line = centralHeader(fields, at)
    line.copy(await this.#directory.room(line.length))
    this.#entries++
  }

  #mustBeOpen(): OpenEntry {
    if (!this.#open) throw new Error('no entry is open')
    return this.#open
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#at += bytes.length
    await this.#sink.write(bytes)
  }
}

const fieldsOf = (entry: NewEntry): EntryFields => ({
  name: entry.name, kind: entry.kind, method: entry.method, ...(entry.mtime === undefined ? {} : { mtime: entry.mtime }),
  zip64: false, sizesFollow: false, crc: 0, packedBytes: 0, bytes: 0,
})
