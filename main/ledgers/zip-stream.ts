import { once } from 'node:events'
import { createDeflateRaw, crc32 } from 'node:zlib'

/** A file that goes into an archive, its bytes as they come. */
export interface ZipPart { name: string; bytes: AsyncIterable<Uint8Array> }

/**
 * A plain ZIP archive (APPNOTE 6.3.10), written as it is read: sizes follow the bytes (§4.3.9), so nothing is held. What the office
 * seals is written by crypto/zip; this is what spreadsheets and evidence are wrapped in. Names are UTF-8 (§4.4.4, bit 11, where they are not ASCII); parts and the whole stay below 4 GiB, or it throws.
 */
export async function* zipStream(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = []
  let at = 0
  for await (const { name, bytes } of parts) {
    const begins = at
    const fileName = Buffer.from(name, 'utf8')
    const flags = fileName.length === name.length ? 8 : 8 | 0x800
    const local = Buffer.concat([header(0x04034b50, [[2, 20], [2, flags], [2, 8], [2, 0], [2, DAY_ONE], [4, 0], [4, 0], [4, 0], [2, fileName.length], [2, 0]]), fileName])
    yield local
    at += local.length
    const seen = { crc: 0, size: 0, packed: 0 }
    for await (const chunk of deflated(bytes, seen)) {
      seen.packed += chunk.length
      yield chunk
    }
    const after = header(0x08074b50, [[4, seen.crc], [4, seen.packed], [4, seen.size]])
    yield after
    at += seen.packed + after.length
    if (at > MOST || seen.size > MOST) throw new RangeError('too large for a plain archive')
    directory.push(header(0x02014b50, [[2, 20], [2, 20], [2, flags], [2, 8], [2, 0], [2, DAY_ONE], [4, seen.crc], [4, seen.packed], [4, seen.size], [2, fileName.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, begins]]), fileName)
  }
  const central = Buffer.concat(directory)
  yield central
  const entries = directory.length / 2
  yield header(0x06054b50, [[2, 0], [2, 0], [2, entries], [2, entries], [4, central.length], [4, at], [2, 0]])
}

const MOST = 0xffff_ffff
/** 1980-01-01: when a part was written is nobody's business. */
const DAY_ONE = 0x21

/** Compresses what comes, counting it; a slow reader slows the writer. */
async function* deflated(bytes: AsyncIterable<Uint8Array>, seen: { crc: number; size: number }): AsyncGenerator<Uint8Array> {
  const pressed = createDeflateRaw({ level: 6 })
  const fed = (async () => {
    try {
      for await (const chunk of bytes) {
        seen.crc = crc32(chunk, seen.crc)
        seen.size += chunk.length
        if (!pressed.write(chunk)) await once(pressed, 'drain')
      }
      pressed.end()
    } catch (error) {
      pressed.destroy(error as Error)
    }
  })()
  try {
    for await (const chunk of pressed) yield chunk as Uint8Array
  } finally {
    pressed.destroy()
  }
  await fed
}

function header(signature: number, fields: readonly (readonly [2 | 4, number])[]): Buffer {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [width]) => sum + width, 0))
  let at = bytes.writeUInt32LE(signature, 0)
  for (const [width, value] of fields) at = width === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at)
  return bytes
}
