import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { PackageProblem } from './problem.ts'

/** The most that Deflate can expand: 258 bytes from two bits (RFC 1951 §3.2.5), and a little for the block headers. */
const MOST_EXPANSION = 1_032
const CHUNK_BYTES = 256 * 1024
const SMALL_BYTES = 256 * 1024

/** A size that Deflate cannot reach from so few bytes is a lie, and is refused before a byte is inflated. */
export function refuseImpossibleSize(entry: { name: string; packedBytes: number; bytes: number; method: number }, overhead: number): void {
  const packed = entry.packedBytes - overhead
  if (packed < 0) throw new PackageProblem('damaged', { path: entry.name })
  if (entry.method === 0 && packed !== entry.bytes) throw new PackageProblem('damaged', { path: entry.name })
  if (entry.bytes > packed * MOST_EXPANSION + 64) throw new PackageProblem('bomb', { path: entry.name, bytes: entry.bytes })
}

/** Inflates raw Deflate. Bytes after its end, an end too early, more or fewer bytes than declared: damaged. */
export function inflated(packed: AsyncIterable<Uint8Array>, { packedBytes, bytes, name }: { packedBytes: number; bytes: number; name: string }): AsyncGenerator<Uint8Array> {
  return bytes <= SMALL_BYTES && packedBytes <= SMALL_BYTES ? inflatedAtOnce(packed, bytes, name) : inflatedAsStream(packed, bytes, name)
}

/** A stream costs more than a small file is worth. */
async function* inflatedAtOnce(packed: AsyncIterable<Uint8Array>, bytes: number, path: string): AsyncGenerator<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of packed) pieces.push(Buffer.from(piece))
  const all = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
  let whole: { buffer: Buffer; engine: { bytesWritten: number } }
  try {
    // With `info` the answer also tells how much was read; the type declarations do not know it.
    whole = inflateRawSync(all, { info: true, maxOutputLength: bytes + 1, chunkSize: Math.max(64, bytes + 1) }) as unknown as typeof whole
  } catch (error) {
    throw new PackageProblem('damaged', { path }, { cause: error })
  }
  if (whole.buffer.length !== bytes || whole.engine.bytesWritten !== all.length) throw new PackageProblem('damaged', { path })
  if (bytes > 0) yield whole.buffer
}

async function* inflatedAsStream(packed: AsyncIterable<Uint8Array>, bytes: number, path: string): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: Math.max(64, Math.min(CHUNK_BYTES, bytes + 1)) })
  const closed = new Promise<void>((resolve) => { inflate.once('close', () => resolve()) })
  let fed = 0
  let allFed = false
  const feeding = (async () => {
    for await (const piece of packed) {
      fed += piece.length
      // Awaited, because the piece belongs to the source again once it is asked for the next. Zlib never calls back for bytes
      // that follow the end of the stream; then the closing of it ends the wait.
      await Promise.race([closed, new Promise<void>((resolve, reject) => inflate.write(piece, (error) => (error ? reject(error) : resolve())))])
      if (inflate.destroyed) return
    }
    allFed = true
    inflate.end()
  })().catch((error: unknown) => { inflate.destroy(error instanceof Error ? error : new Error('source broke off')) })
  let seen = 0
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      seen += piece.length
      if (seen > bytes) throw new PackageProblem('damaged', { path })
      yield piece
    }
    if (seen !== bytes || !allFed || inflate.bytesWritten !== fed) throw new PackageProblem('damaged', { path })
  } catch (error) {
    throw isZlibError(error) ? new PackageProblem('damaged', { path }, { cause: error }) : error
  } finally {
    inflate.destroy()
    await feeding
  }
}

const isZlibError = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
