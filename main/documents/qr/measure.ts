import { inflateSync } from 'node:zlib'

/** A scan of A4 at 600 dots an inch has 35 million points. */
export const MOST_POINTS = 40_000_000
/** What a scanner writes at that resolution, and more than any telephone does. */
export const LARGEST_PICTURE = 48 * 1024 * 1024
/** Progressive pictures have some ten scans; each goes over every point again. */
const MOST_SCANS = 32

export type Measured = { readonly width: number; readonly height: number } | { readonly why: 'malformed' | 'too-many-points' | 'bomb' }

/**
 * Looks at a PNG (ISO/IEC 15948) or JPEG (ITU-T T.81) before anybody unpacks it: how many points it has, and that unpacking
 * takes no more memory and work than so many points need.
 */
export function measure(bytes: Uint8Array): Measured | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.subarray(0, 8).equals(PNG)) return measurePng(view)
  if (view[0] === 0xff && view[1] === 0xd8 && view[2] === 0xff) return measureJpeg(view)
  return null
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

function measurePng(view: Buffer): Measured {
  const pieces: Buffer[] = []
  let head: { width: number; height: number; bits: number } | null = null
  for (let at = 8; at + 12 <= view.length;) {
    const length = view.readUInt32BE(at)
    const type = view.toString('latin1', at + 4, at + 8)
    if (length > view.length - at - 12) return { why: 'malformed' }
    const content = view.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') {
      const channels = CHANNELS[content[9] ?? -1]
      if (head || at !== 8 || length !== 13 || channels === undefined) return { why: 'malformed' }
      head = { width: content.readUInt32BE(0), height: content.readUInt32BE(4), bits: channels * (content[8] ?? 0) }
    }
    if (type === 'IDAT') pieces.push(content)
    if (type === 'IEND') break
    at += 12 + length
  }
  if (!head || head.width === 0 || head.height === 0 || head.bits === 0 || pieces.length === 0) return { why: 'malformed' }
  if (head.width * head.height > MOST_POINTS) return { why: 'too-many-points' }
  // Interlaced in seven passes, a picture has at most so many more beginnings of rows.
  const whole = head.height * Math.ceil((head.width * head.bits) / 8) + 2 * (head.height + head.width) + 64
  return unpacksWithin(Buffer.concat(pieces), whole) ? { width: head.width, height: head.height } : { why: 'bomb' }
}

function unpacksWithin(packed: Buffer, most: number): boolean {
  try {
    inflateSync(packed, { maxOutputLength: most })
    return true
  } catch {
    return false
  }
}

function measureJpeg(view: Buffer): Measured {
  let size: { width: number; height: number } | null = null
  let scans = 0
  for (let at = 2; at + 4 <= view.length;) {
    if (view[at] !== 0xff) return { why: 'malformed' }
    const marker = view[at + 1] ?? 0
    if (marker === 0xd9) break
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) { at += marker === 0xff ? 1 : 2; continue }
    const length = view.readUInt16BE(at + 2)
    if (length < 2) return { why: 'malformed' }
    if (isFrame(marker)) {
      if (size || length < 8 || at + 9 > view.length) return { why: 'malformed' }
      size = { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) }
    }
    at += 2 + length
    if (marker !== 0xda) continue
    if (++scans > MOST_SCANS) return { why: 'bomb' }
    at = endOfScan(view, at)
  }
  if (!size || size.width === 0 || size.height === 0 || scans === 0) return { why: 'malformed' }
  return size.width * size.height > MOST_POINTS ? { why: 'too-many-points' } : size
}

/** Start of frame: baseline and its many kin, but not the tables (C4), JPG (C8) and arithmetic conditioning (CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** The next marker that is neither a stuffed byte nor a restart. */
function endOfScan(view: Buffer, from: number): number {
  let at = view.indexOf(0xff, from)
  while (at >= 0 && (view[at + 1] === 0 || ((view[at + 1] ?? 0) >= 0xd0 && (view[at + 1] ?? 0) <= 0xd7))) at = view.indexOf(0xff, at + 2)
  return at < 0 ? view.length : at
}
