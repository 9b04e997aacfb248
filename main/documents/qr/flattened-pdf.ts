import { inflateSync, deflateSync, crc32 } from 'node:zlib'
import { measure, MOST_POINTS } from './measure.ts'
import { readQr, type Picture } from './read-qr.ts'
import { paintPage } from './paint-page.ts'

/** Bounds of a file that others wrote: so many streams are looked at, so much is unpacked of one, and of all. */
const MOST_STREAMS = 4_000
const MOST_OF_ONE = 128 * 1024 * 1024
const MOST_OF_ALL = 256 * 1024 * 1024
const MOST_PICTURES = 16

export interface Flattened {
  /** A PDF that still bears a signature is judged by it and by nothing else. */
  readonly signed: boolean
  /** The texts of the QR codes found: as pictures, as painted squares, or written out. */
  readonly codes: readonly string[]
}

/**
 * Looks through a PDF that is not of our build for what a file sanitiser may have left: pictures of pages, pages painted anew. It repairs
 * nothing and believes nothing: what it finds are texts of QR codes, and those have signatures of their own.
 */
export async function readFlattened(bytes: Uint8Array): Promise<Flattened> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const streams = streamsOf(text)
  const words = [text, ...streams.flatMap(({ picture, content }) => (picture ? [] : [content]))]
  const signed = words.some((word) => word.includes('/ByteRange'))
  const codes = new Set<string>()
  if (signed) return { signed, codes: [] }
  const pictures = streams.flatMap((stream) => pictureOf(stream) ?? []).slice(0, MOST_PICTURES)
  const painted = streams.flatMap(({ picture, content }) => (picture ? [] : paintPage(content) ?? [])).slice(0, MOST_PICTURES)
  for (const picture of [...pictures, ...painted]) for (const code of await readQr(picture)) codes.add(code)
  return { signed, codes: [...codes] }
}

interface Stream {
  readonly head: string
  readonly picture: boolean
  readonly filters: readonly string[]
  /** Unpacked where packing is Flate, as far as that goes. */
  readonly content: string
}

function streamsOf(text: string): Stream[] {
  const found: Stream[] = []
  let left = MOST_OF_ALL
  const opening = /stream\r?\n/g
  for (let match = opening.exec(text); match && found.length < MOST_STREAMS && left > 0; match = opening.exec(text)) {
    const from = match.index + match[0].length
    const end = text.indexOf('endstream', from)
    if (end < 0) break
    const before = text.slice(Math.max(0, match.index - 4000), match.index)
    const head = before.slice(Math.max(0, before.lastIndexOf(' obj')))
    const filters = [...(/\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(head)?.[1] ?? '').matchAll(/\/(\w+)/g)].map(([, name = '']) => name)
    const said = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(head)?.[1] ?? Number.NaN)
    const raw = text.slice(from, text.startsWith('endstream', from + said) || /^\r?\nendstream/.test(text.slice(from + said, from + said + 12)) ? from + said : end)
    const content = unpack(raw, filters, Math.min(left, MOST_OF_ONE))
    left -= content.length
    found.push({ head, picture: /\/Subtype\s*\/Image\b/.test(head), filters, content })
    opening.lastIndex = Math.max(from + raw.length, from)
  }
  return found
}

function unpack(raw: string, filters: readonly string[], most: number): string {
  if (filters[0] !== 'FlateDecode') return raw
  try {
    return inflateSync(Buffer.from(raw, 'latin1'), { maxOutputLength: most }).toString('latin1')
  } catch {
    return ''
  }
}

/** A picture as a JPEG that it already is, or as points. Fax and JPEG 2000 are left to those who can read them. */
function pictureOf({ head, picture, filters, content }: Stream): Picture | null {
  if (!picture) return null
  const bytes = Buffer.from(content, 'latin1')
  if (filters.at(-1) === 'DCTDecode') {
    const size = measure(bytes)
    return size && 'width' in size ? new Uint8Array(bytes) : null
  }
  if (filters.length > 0 && filters.join() !== 'FlateDecode') return null
  const [width, height, bits] = ['Width', 'Height', 'BitsPerComponent'].map((key) => Number(new RegExp(`/${key}\\s+(\\d{1,5})`).exec(head)?.[1] ?? 0))
  if (!width || !height || width * height > MOST_POINTS) return null
  const predictor = Number(/\/Predictor\s+(\d+)/.exec(head)?.[1] ?? 1)
  return predictor >= 10 ? asPng(bytes, width, height, bits ?? 8) : asPoints(bytes, width, height, bits ?? 8)
}

/** The PNG predictors of PDF (ISO 32000-1 §7.4.4.4) are those of PNG: with a head, the rows are one. */
function asPng(rows: Buffer, width: number, height: number, bits: number): Picture | null {
  const colours = [1, 3].find((channels) => rows.length === height * (1 + Math.ceil((width * bits * channels) / 8)))
  if (colours === undefined) return null
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([bits, colours === 3 ? 2 : 0, 0, 0, 0], 8)
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))]))
}

function chunk(type: string, content: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(crc32(whole), 4)
  return Buffer.concat([ends.subarray(0, 4), whole, ends.subarray(4)])
}

function asPoints(bytes: Buffer, width: number, height: number, bits: number): Picture | null {
  const data = new Uint8ClampedArray(4 * width * height)
  const row = Math.ceil(width / 8)
  const channels = bits === 8 ? [1, 3, 4].find((count) => bytes.length === count * width * height) : undefined
  if (channels === undefined && !(bits === 1 && bytes.length === row * height)) return null
  for (let y = 0, to = 0; y < height; y++) for (let x = 0; x < width; x++, to += 4) {
    const at = (y * width + x) * (channels ?? 0)
    const grey = channels === undefined ? (((bytes[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255 : channels === 3 ? ((bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + 2] ?? 0)) / 3 : (bytes[at] ?? 0)
    data.fill(grey, to, to + 3)
    data[to + 3] = 255
  }
  return { width, height, data }
}
