import { BackupProblem } from './problem.ts'

export const BLOCK = 512
/** Two empty blocks end an archive (POSIX.1-1988). */
export const END = Buffer.alloc(2 * BLOCK)
/** What eleven octal digits hold; larger sizes stand in base 256, as GNU, bsdtar and Python write and read them. */
const OCTAL_MOST = 0o77777777777

/** The ustar header of one plain file: the same name and size give the same 512 bytes. No links, no folders, no times. */
export function tarHeader(name: string, size: number): Buffer {
  if (!/^[ -~]{1,100}$/.test(name) || !Number.isSafeInteger(size) || size < 0) throw new RangeError('not a member of a backup')
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 'latin1')
  header.write('0000600\0', 100, 'latin1')
  header.write('0000000\0', 108, 'latin1')
  header.write('0000000\0', 116, 'latin1')
  if (size <= OCTAL_MOST) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  else {
    header[124] = 0x80
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  header.write('00000000000\0', 136, 'latin1')
  header.write('        ', 148, 'latin1')
  header.write('0', 156, 'latin1')
  header.write('ustar\u000000', 257, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** Zeros up to the next block. */
export const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

export interface Member { name: string; size: number; content: AsyncGenerator<Uint8Array> }

/** The members of an archive that `tarHeader` could have written, and of no other; each must be read to its end before the next is asked for. */
export async function* readTar(source: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Member> {
  const flow = new Flow(source, path)
  try {
    for (;;) {
      const header = await flow.take(BLOCK)
      if (header.every((byte) => byte === 0)) break
      const name = header.toString('latin1', 0, 100).replace(/\0+$/, '')
      const size = header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(header.toString('latin1', 124, 135), 8)
      if (!isSame(header, name, size)) throw new BackupProblem('backup-damaged', path)
      let isRead = false
      yield { name, size, content: (async function* () { yield* flow.pieces(size); isRead = true })() }
      if (!isRead) throw new Error('a part of a backup was not read to its end')
      if ((await flow.take(padding(size).length)).some((byte) => byte !== 0)) throw new BackupProblem('backup-damaged', path)
    }
    if ((await flow.take(BLOCK)).some((byte) => byte !== 0)) throw new BackupProblem('backup-damaged', path)
    await flow.end()
  } finally {
    await flow.close()
  }
}

function isSame(header: Buffer, name: string, size: number): boolean {
  try {
    return tarHeader(name, size).equals(header)
  } catch {
    return false
  }
}

/** Takes so many bytes at a time from a stream of pieces. */
class Flow {
  readonly #pieces: AsyncIterator<Uint8Array>
  readonly #path: string
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>, path: string) {
    this.#pieces = source[Symbol.asyncIterator]()
    this.#path = path
  }

  async take(bytes: number): Promise<Buffer> {
    const taken: Buffer[] = []
    for await (const piece of this.pieces(bytes)) taken.push(piece)
    return Buffer.concat(taken)
  }

  async *pieces(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0;) {
      const piece = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(piece.length)
      left -= piece.length
      if (piece.length > 0) yield piece
      if (left > 0 && !(await this.#fill())) throw new BackupProblem('backup-damaged', this.#path)
    }
  }

  /** Nothing may follow; whether the stream itself is whole is known only now. */
  async end(): Promise<void> {
    while (this.#rest.length === 0) if (!(await this.#fill())) return
    throw new BackupProblem('backup-damaged', this.#path)
  }

  async close(): Promise<void> {
    await this.#pieces.return?.()
  }

  async #fill(): Promise<boolean> {
    const next = await this.#pieces.next()
    if (next.done === true) return false
    this.#rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    return true
  }
}
