import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** SQLCipher 4: pages of 4096 bytes, of which the last 80 hold the initialisation vector (16) and an HMAC-SHA512 (64). */
const PAGE = 4096
const RESERVED = 80
const IV = 16
const USABLE = PAGE - RESERVED
const SALT = 16
const CLEAR = 24
const WAL_HEADER = 32
const FRAME_HEADER = 24

/** A page as it can be read, whole or not: the newest copy first. */
export interface RescuedPage { no: number; content: Buffer; isWhole: boolean }

/** Pages of an encrypted database and of its write-ahead log, read as bytes: no SQLite, no lock, and nothing is written. */
export class RescuePages {
  readonly #file: number
  readonly #wal: number | null
  readonly #key: Uint8Array
  readonly #macKey: Buffer
  /** Page number → where its copies lie in the log, newest first. */
  readonly #frames = new Map<number, number[]>()
  readonly pages: number

  constructor(path: string, key: Uint8Array) {
    this.#file = openSync(path, 'r')
    this.#wal = openIfThere(`${path}-wal`)
    this.#key = Uint8Array.from(key)
    // A last page that was cut counts: what is left of it may still hold something.
    this.pages = Math.ceil(fstatSync(this.#file).size / PAGE)
    const salt = read(this.#file, 0, SALT)
    this.#macKey = pbkdf2Sync(this.#key, salt.map((byte) => byte ^ 0x3a), 2, 32, 'sha512')
    if (this.#wal !== null) this.#findFrames(this.#wal)
  }

  /** Every number that any copy of a page has. */
  numbers(): number[] {
    return [...new Set([...Array.from({ length: this.pages }, (_, i) => i + 1), ...this.#frames.keys()])].toSorted((a, b) => a - b)
  }

  /** All copies of a page, the newest first. What a log holds of other pages is found to be none by its MAC or by its content. */
  copies(no: number): RescuedPage[] {
    const found = (this.#frames.get(no) ?? []).map((at) => this.#decrypt(no, read(this.#wal!, at, PAGE)))
    if (no >= 1 && no <= this.pages) found.push(this.#decrypt(no, read(this.#file, (no - 1) * PAGE, PAGE)))
    return found
  }

  close(): void {
    closeSync(this.#file)
    if (this.#wal !== null) closeSync(this.#wal)
    this.#key.fill(0)
    this.#macKey.fill(0)
  }

  #findFrames(wal: number): void {
    const { size } = fstatSync(wal)
    for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE <= size; at += FRAME_HEADER + PAGE) {
      const no = read(wal, at, 4).readUInt32BE(0)
      if (no > 0) this.#frames.set(no, [at + FRAME_HEADER, ...this.#frames.get(no) ?? []])
    }
  }

  #decrypt(no: number, page: Buffer): RescuedPage {
    // The first page begins with the salt and eight bytes of SQLite's own head in the clear. What is left is no whole number of blocks; its end holds the
    // schema, which nobody needs here, and stays unread.
    const from = no === 1 ? CLEAR : 0
    const sealed = page.subarray(from, from + ((USABLE - from) & ~15))
    const iv = page.subarray(USABLE, USABLE + IV)
    const number = Buffer.alloc(4)
    number.writeUInt32LE(no)
    const mac = createHmac('sha512', this.#macKey).update(page.subarray(from, USABLE + IV)).update(number).digest()
    const decipher = createDecipheriv('aes-256-cbc', this.#key, iv).setAutoPadding(false)
    const content = Buffer.alloc(USABLE)
    decipher.update(sealed).copy(content, from)
    return { no, content, isWhole: mac.equals(page.subarray(USABLE + IV)) }
  }
}

/** What stands in a table's row: numbers, bytes, text as bytes, and null for what takes no room. */
export interface RescuedRow { rowId: number; columns: (number | Buffer | null)[] }

/**
 * The rows of a page, where it is a leaf of a table (SQLite file format §1.6, §2.1). What makes no sense is left out: whoever asks holds each
 * row against its own hash.
 */
export function rowsOn(pages: RescuePages, { no, content }: RescuedPage): RescuedRow[] {
  const head = no === 1 ? 100 : 0
  if (content[head] !== 0x0d) return []
  const cells = Math.min(content.readUInt16BE(head + 3), (USABLE - head - 8) >> 1)
  return Array.from({ length: cells }, (_, i) => rowAt(pages, content, content.readUInt16BE(head + 8 + 2 * i))).filter((row) => row !== null)
}

/** The size of an entry that anybody would believe. */
const LARGEST_ROW = 1 << 28

function rowAt(pages: RescuePages, page: Buffer, at: number): RescuedRow | null {
  const size = varint(page, at)
  const rowId = varint(page, size.next)
  if (size.value > LARGEST_ROW || rowId.next >= USABLE) return null
  const payload = payloadAt(pages, page, rowId.next, size.value)
  return payload && { rowId: rowId.value, columns: columnsOf(payload) }
}

/** What of a payload lies on the page itself, and where the rest goes on. */
function payloadAt(pages: RescuePages, page: Buffer, at: number, size: number): Buffer | null {
  const most = USABLE - 35
  if (size <= most) return at + size <= USABLE ? page.subarray(at, at + size) : null
  const least = Math.trunc((USABLE - 12) * 32 / 255) - 23
  const wanted = least + (size - least) % (USABLE - 4)
  const here = wanted <= most ? wanted : least
  if (at + here + 4 > USABLE) return null
  const pieces = [page.subarray(at, at + here)]
  let left = size - here
  for (let next = page.readUInt32BE(at + here); left > 0;) {
    const copies = pages.copies(next)
    const copy = copies.find(({ isWhole }) => isWhole) ?? copies[0]
    if (!copy) return null
    const piece = copy.content.subarray(4, 4 + Math.min(left, USABLE - 4))
    pieces.push(piece)
    left -= piece.length
    next = copy.content.readUInt32BE(0)
  }
  return Buffer.concat(pieces)
}

function columnsOf(payload: Buffer): RescuedRow['columns'] {
  const head = varint(payload, 0)
  const columns: RescuedRow['columns'] = []
  let body = head.value
  for (let at = head.next; at < head.value && at < payload.length;) {
    const { value: type, next } = varint(payload, at)
    at = next
    const size = sizeOf(type)
    if (body + size > payload.length) return []
    columns.push(type >= 12 ? payload.subarray(body, body + size) : type === 0 || type === 7 ? null : type === 8 || type === 9 ? type - 8 : payload.readIntBE(body, Math.min(size, 6)))
    body += size
  }
  return columns
}

const sizeOf = (type: number): number => (type >= 12 ? (type - 12) >> 1 : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0)

/** A number of one to nine bytes, seven bits in each, the highest first. Larger than 2^53 is nothing that we ever wrote. */
function varint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i] ?? 0
    if (i === 8) return { value: value * 256 + byte, next: at + 9 }
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, next: at + i + 1 }
  }
  return { value, next: at + 9 }
}

/** Bytes of a file; what lies past its end is zero. */
function read(file: number, at: number, count: number): Buffer {
  const bytes = Buffer.alloc(count)
  readSync(file, bytes, 0, count, at)
  return bytes
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
