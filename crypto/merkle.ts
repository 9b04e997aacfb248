import { constantTimeEqual, sha256 } from './digest.ts'
import { EvidenceProblem } from './evidence-problem.ts'
import { HashPages } from './hash-pages.ts'

/** The hash of one entry: SHA-256(0x00 ‖ bytes), RFC 6962 §2.1. The prefix keeps an inner node from passing as a leaf. */
export function leafHash(bytes: Uint8Array): Uint8Array {
  return sha256(LEAF, bytes)
}

/** The root over leaf hashes (not entries), RFC 6962 §2.1. Of nothing it is SHA-256(''). */
export function rootOf(leafHashes: Iterable<Uint8Array>): Uint8Array {
  const tree = new MerkleTree()
  for (const hash of leafHashes) tree.append(hash)
  return tree.root()
}

/** The roots and proofs of RFC 6962 §2.1 over whatever keeps the hashes of complete subtrees. */
export abstract class Tree {
  abstract get size(): number

  /** The hash over the leaves [place · 2^k, (place + 1) · 2^k), all of which are there. */
  abstract complete(place: number, k: number): Uint8Array

  /** The root over the first `size` leaves: over all unless told. */
  root(size: number = this.size): Uint8Array {
    this.#refuseBeyond(size, this.size)
    return size === 0 ? sha256() : this.#hashOf(0, size)
  }

  /** The audit path of leaf `index` in the tree of the first `size` leaves, RFC 6962 §2.1.1. */
  inclusionProof(index: number, size: number = this.size): Uint8Array[] {
    this.#refuseBeyond(size, this.size)
    this.#refuseBeyond(index, size - 1)
    return this.#path(index, 0, size)
  }

  /** Shows that the tree of the first `older` leaves begins the tree of the first `newer`, RFC 6962 §2.1.2. */
  consistencyProof(older: number, newer: number = this.size): Uint8Array[] {
    this.#refuseBeyond(newer, this.size)
    this.#refuseBeyond(older, newer)
    return older === 0 || older === newer ? [] : this.#subproof(older, 0, newer, true)
  }

  #refuseBeyond(asked: number, size: number): void {
    if (!Number.isSafeInteger(asked) || asked < 0 || asked > size) throw new EvidenceProblem('merkle-range', { asked, size })
  }

  /** The hash over leaves [start, end). `start` is always a multiple of the subtree's width. */
  #hashOf(start: number, end: number): Uint8Array {
    const width = end - start
    if (isPowerOfTwo(width)) return this.complete(start / width, Math.log2(width))
    const middle = start + split(width)
    return innerHash(this.#hashOf(start, middle), this.#hashOf(middle, end))
  }

  #path(index: number, start: number, end: number): Uint8Array[] {
    if (end - start === 1) return []
    const middle = start + split(end - start)
    return index < middle
      ? [...this.#path(index, start, middle), this.#hashOf(middle, end)]
      : [...this.#path(index, middle, end), this.#hashOf(start, middle)]
  }

  #subproof(older: number, start: number, end: number, known: boolean): Uint8Array[] {
    if (older === end) return known ? [] : [this.#hashOf(start, end)]
    const middle = start + split(end - start)
    return older <= middle
      ? [...this.#subproof(older, start, middle, known), this.#hashOf(middle, end)]
      : [...this.#subproof(older, middle, end, false), this.#hashOf(start, middle)]
  }
}

/**
 * An append-only tree over leaf hashes, in memory. It keeps every complete subtree's hash (64 bytes a leaf in all),
 * so that any root or proof, also of an earlier size, costs some log² n look-ups and at most log n hashes.
 */
export class MerkleTree extends Tree {
  /** levels[k] holds the hashes of the complete subtrees of 2^k leaves, from left to right. */
  readonly #levels: HashPages[] = []

  get size(): number {
    return this.#levels[0]?.length ?? 0
  }

  /** Adds one leaf hash and returns its index. */
  append(hash: Uint8Array): number {
    if (hash.length !== 32) throw new EvidenceProblem('hash-length', { length: hash.length })
    const index = this.size
    let node = hash
    for (let k = 0; ; k++) {
      const level = (this.#levels[k] ??= new HashPages())
      level.push(node)
      if (level.length % 2 === 1) return index
      node = innerHash(level.at(level.length - 2), node)
    }
  }

  complete(place: number, k: number): Uint8Array {
    const level = this.#levels[k]
    if (!level) throw new RangeError(`no subtree of 2^${k} leaves`)
    return level.at(place)
  }
}

export interface Inclusion {
  /** The leaf's hash, as `leafHash` gives it. */
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

export interface Consistency {
  readonly older: { readonly size: number; readonly root: Uint8Array }
  readonly newer: { readonly size: number; readonly root: Uint8Array }
  readonly proof: readonly Uint8Array[]
}

/** Whether `leaf` stands at `index` in the tree of `size` leaves with this root. RFC 9162 §2.1.3.2. */
export function verifyInclusion({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (!areSizes(index, size) || index >= size || !areHashes([leaf, root, ...proof])) return false
  let place = index
  let last = size - 1
  let node = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      node = innerHash(sibling, node)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else node = innerHash(node, sibling)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && constantTimeEqual(node, root)
}

/** Whether the newer tree begins with exactly the leaves of the older one. RFC 9162 §2.1.4.2. */
export function verifyConsistency({ older, newer, proof }: Consistency): boolean {
  if (!areSizes(older.size, newer.size) || older.size > newer.size) return false
  if (!areHashes([older.root, newer.root, ...proof])) return false
  if (older.size === newer.size) return proof.length === 0 && constantTimeEqual(older.root, newer.root)
  if (older.size === 0) return proof.length === 0 && constantTimeEqual(older.root, EMPTY_ROOT)
  return climb(older, newer, proof)
}

function climb(older: Consistency['older'], newer: Consistency['newer'], proof: readonly Uint8Array[]): boolean {
  // An older tree that is complete is itself the first node of the proof, which therefore leaves it out.
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof
  const [first, ...rest] = path
  if (!first || proof.length === 0) return false
  let place = older.size - 1
  let last = newer.size - 1
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  let olderNode = first
  let newerNode = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      olderNode = innerHash(sibling, olderNode)
      newerNode = innerHash(sibling, newerNode)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else newerNode = innerHash(newerNode, sibling)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && constantTimeEqual(olderNode, older.root) && constantTimeEqual(newerNode, newer.root)
}

const EMPTY_ROOT = Buffer.from('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex')

function areSizes(...sizes: number[]): boolean {
  return sizes.every((size) => Number.isSafeInteger(size) && size >= 0)
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === 32)
}

/** Not a shift: sizes may pass 2^31. */
function half(n: number): number {
  return Math.floor(n / 2)
}

function isPowerOfTwo(n: number): boolean {
  let k = 1
  while (k < n) k *= 2
  return k === n
}

const LEAF = Uint8Array.of(0x00)
const INNER = Uint8Array.of(0x01)

function innerHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(INNER, left, right)
}

/** The largest power of two smaller than `width`. */
function split(width: number): number {
  let k = 1
  while (k * 2 < width) k *= 2
  return k
}
