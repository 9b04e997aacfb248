import { createCipheriv, createHash } from 'node:crypto'

/** What is written at once and what the keystream repeats after: 1 MiB. */
export const TILE = 1 << 20
/** Each of these carries its address, whatever the sectors of the drive are. */
export const STAMPED = 512

const ADDRESS_AT = 8

/**
 * The tile of a seed of 32 bytes, with the addresses of the first MiB: AES-256-CTR (SP 800-38A 6.5) from counter 0, and over it in every
 * 512 bytes the mark (8) and the address (u64, little-endian). crypto/wipe/FORMAT.md says it for other programs.
 */
export function tileOf(seed: Uint8Array): Uint8Array {
  if (seed.length !== 32) throw new RangeError('the seed of a tile has 32 bytes')
  const keystream = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16)).update(new Uint8Array(TILE))
  const tile = new Uint8Array(keystream)
  const mark = markOf(seed)
  for (let at = 0; at < TILE; at += STAMPED) tile.set(mark, at)
  stamp(tile, 0)
  return tile
}

/** Writes into a chunk that holds the tile the addresses that it has at this byte offset, a multiple of 1 MiB. */
export function stamp(chunk: Uint8Array, offset: number): void {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length)
  const first = offset / STAMPED
  for (let at = 0, n = 0; at < chunk.length; at += STAMPED, n++) {
    const address = first + n
    view.setUint32(at + ADDRESS_AT, address % 0x1_0000_0000, true)
    view.setUint32(at + ADDRESS_AT + 4, Math.floor(address / 0x1_0000_0000), true)
  }
}

/** The first eight bytes of SHA-256(seed): the same in every sector of a run, and in no other run. */
export const markOf = (seed: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(seed).digest().subarray(0, 8))

/** The byte offset for which these 512 bytes were written, if they are the tile's and whole; else null. */
export function offsetTold(found: Uint8Array, tile: Uint8Array): number | null {
  if (found.length < STAMPED || !same(found, tile, 0, 0, ADDRESS_AT)) return null
  const view = new DataView(found.buffer, found.byteOffset, STAMPED)
  const offset = (view.getUint32(ADDRESS_AT, true) + view.getUint32(ADDRESS_AT + 4, true) * 0x1_0000_0000) * STAMPED
  if (!Number.isSafeInteger(offset)) return null
  return same(found, tile, ADDRESS_AT + 8, (offset % TILE) + ADDRESS_AT + 8, STAMPED - ADDRESS_AT - 8) ? offset : null
}

function same(a: Uint8Array, b: Uint8Array, atA: number, atB: number, bytes: number): boolean {
  return Buffer.compare(a.subarray(atA, atA + bytes), b.subarray(atB, atB + bytes)) === 0
}
