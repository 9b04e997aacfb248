import { randomBytes } from 'node:crypto'
import { deriveKeys, EntryEncryption, MAC_BYTES, saltBytes, VERIFIER_BYTES } from './ae2.ts'
import { centralHeader, descriptor, endRecords, type EntryFields, FULL32, localHeader } from './records.ts'

/** Where a container's bytes go. Whoever implements it may change the bytes only after `write` has resolved. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>
  /** Corrects bytes already written. A sink that cannot (a stream) leaves it out, and descriptors are used instead. */
  patch?(at: number, bytes: Uint8Array): Promise<void>
}

export interface NewEntry {
  name: string
  kind: 'file' | 'folder'
  method: 0 | 8
  mtime?: number
  /** No packed byte count beyond this is possible; from 4 GiB on the headers are zip64. */
  mostBytes: number
}

interface OpenEntry { fields: EntryFields; at: number; encryption?: EntryEncryption }

const STRENGTH = 3

/** Writes a ZIP into a sink, entry after entry: `begin`, `write`…, `finish`; `end` at last. With a password every file is AE-2 AES-256. */
export class ZipWriter {
  readonly #sink: Sink
  readonly #password: Uint8Array | undefined
  readonly #directory: Buffer[] = []
  #entries = 0
  #at = 0
  #open: OpenEntry | undefined

  constructor(sink: Sink, password?: Uint8Array) {
    this.#sink = sink
    this.#password = password
  }

  async begin(entry: NewEntry): Promise<void> {
    const encrypted = this.#password !== undefined && entry.kind === 'file'
    const fields: EntryFields = {
      name: entry.name, kind: entry.kind, method: entry.method,
      ...(encrypted ? { aes: STRENGTH } : {}), ...(entry.mtime === undefined ? {} : { mtime: entry.mtime }),
      zip64: entry.mostBytes + 64 >= FULL32, sizesFollow: this.#sink.patch === undefined && entry.kind === 'file', crc: 0, packedBytes: 0, bytes: 0,
    }
    this.#open = { fields, at: this.#at }
    await this.#put(localHeader(fields))
    if (encrypted) await this.#beginEncryption(this.#open)
  }

  /** Packed (stored or deflated) bytes of the open entry. Encrypts them in place. */
  async write(packed: Uint8Array): Promise<void> {
    const entry = this.#mustBeOpen()
    entry.encryption?.encrypt(packed)
    entry.fields.packedBytes += packed.length
    await this.#put(packed)
  }

  /** Closes the open entry with its plain size and CRC-32, which AE-2 does not show. */
  async finish({ crc, bytes }: { crc: number; bytes: number }): Promise<void> {
    const { fields, at, encryption } = this.#mustBeOpen()
    if (encryption) {
      await this.#put(encryption.code())
      fields.packedBytes += saltBytes(STRENGTH) + VERIFIER_BYTES + MAC_BYTES
    }
    Object.assign(fields, { crc, bytes })
    if (fields.sizesFollow) await this.#put(descriptor(fields))
    else if (fields.kind === 'file') await this.#sink.patch?.(at, localHeader(fields))
    this.#remember(fields, at)
    this.#open = undefined
  }

  /** A small entry at once: its sizes are known before its header, so nothing is patched and no descriptor follows. */
  async addWhole(entry: NewEntry, packed: Uint8Array, { crc, bytes }: { crc: number; bytes: number }): Promise<void> {
    const fields: EntryFields = {
      name: entry.name, kind: entry.kind, method: entry.method, ...(entry.mtime === undefined ? {} : { mtime: entry.mtime }),
      zip64: false, sizesFollow: false, crc, packedBytes: packed.length, bytes,
    }
    const at = this.#at
    if (this.#password === undefined || entry.kind === 'folder') {
      await this.#put(localHeader(fields))
      await this.#put(packed)
    } else {
      const salt = randomBytes(saltBytes(STRENGTH))
      const keys = deriveKeys(this.#password, salt, STRENGTH)
      const encryption = new EntryEncryption(keys)
      encryption.encrypt(packed)
      Object.assign(fields, { aes: STRENGTH, packedBytes: packed.length + salt.length + VERIFIER_BYTES + MAC_BYTES })
      await this.#put(Buffer.concat([localHeader(fields), salt, keys.verifier, packed, encryption.code()]))
    }
    this.#remember(fields, at)
  }

  async end(): Promise<void> {
    const directoryAt = this.#at
    for (const block of this.#directory) await this.#put(block)
    await this.#put(endRecords(this.#entries, directoryAt, this.#at - directoryAt))
  }

  async #beginEncryption(open: OpenEntry): Promise<void> {
    // A fresh salt for every entry and every attempt: the same salt twice would be the same keystream twice.
    const salt = randomBytes(saltBytes(STRENGTH))
    const keys = deriveKeys(this.#password!, salt, STRENGTH)
    open.encryption = new EntryEncryption(keys)
    await this.#put(Buffer.concat([salt, keys.verifier]))
  }

  #remember(fields: EntryFields, at: number): void {
    this.#directory.push(centralHeader(fields, at))
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
