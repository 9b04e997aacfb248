import type { Db } from './database.ts'

const BLOB = /blob-[0-9a-f]{32}/g
const MARK = Buffer.from('blob-')

/**
 * Which sealed files (main/files/blobs.ts) the entries name, so that coming in does not mean reading all of them. It only ever says yes: before anything is
 * removed because it is not in here, the entries themselves are asked. So a hole in it costs time and never a file.
 */
export class NamedBlobs {
  readonly #db: Db
  readonly #name
  readonly #has

  constructor(db: Db) {
    this.#name = db.prepare('INSERT OR IGNORE INTO named_blobs (blob) VALUES (?)')
    this.#has = db.prepare<[string], number>('SELECT 1 FROM named_blobs WHERE blob = ?').pluck()
    this.#db = db
  }

  /** An entry is written; within its transaction. */
  note(bytes: Uint8Array): void {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (!text.includes(MARK)) return
    for (const [blob] of text.toString('latin1').matchAll(BLOB)) this.#name.run(blob)
  }

  has(blob: string): boolean {
    return this.#has.get(blob) !== undefined
  }

  /** Somebody read the entries, and found these named there: they are of an older program. */
  learn(blobs: readonly string[]): void {
    this.#db.transaction(() => {
      for (const blob of blobs) this.#name.run(blob)
    }).immediate()
  }
}
