import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { leafHash, MerkleTree, rootOf, verifyConsistency, verifyInclusion } from '../../../crypto/merkle.ts'
import { sha256, toHex } from '../../../crypto/digest.ts'
import { problemOf } from './problem-of.ts'

// The entries, roots and proofs that Certificate Transparency's implementations test one another with.
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const firstLeaf = roots[1]!
const secondLeaf = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const leaves34 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const leaves5to8 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const fifthLeaf = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const leaves78 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const leaves56 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'

const tree = treeOf(entries.map((hex) => Buffer.from(hex, 'hex')))
const hexes = (proof: Uint8Array[]) => proof.map(toHex)

describe('the tree of RFC 6962', () => {
  test.each(roots.map((root, size) => [size, root] as const))('has the known root over %i entries', (size, root) => {
    expect(toHex(tree.root(size))).toBe(root)
    expect(toHex(rootOf(entries.slice(0, size).map((hex) => leafHash(Buffer.from(hex, 'hex')))))).toBe(root)
  })

  test.each([
    [0, 1, []],
    [0, 8, [secondLeaf, leaves34, leaves5to8]],
    [5, 8, [fifthLeaf, leaves78, roots[4]!]],
    [2, 3, [roots[2]!]],
    [1, 5, [firstLeaf, leaves34, fifthLeaf]],
  ])('has the known path of entry %i among %i', (index, size, path) => {
    expect(hexes(tree.inclusionProof(index, size))).toEqual(path)
  })

  test.each([
    [1, 1, []],
    [1, 8, [secondLeaf, leaves34, leaves5to8]],
    [6, 8, [leaves56, leaves78, roots[4]!]],
    [2, 5, [leaves34, fifthLeaf]],
  ])('shows how %i entries became %i', (older, newer, proof) => {
    expect(hexes(tree.consistencyProof(older, newer))).toEqual(proof)
  })

  test('refuses questions about entries that it does not have', () => {
    expect(problemOf(() => tree.root(9))).toBe('merkle-range')
    expect(problemOf(() => tree.inclusionProof(8, 8))).toBe('merkle-range')
    expect(problemOf(() => tree.inclusionProof(0, 0))).toBe('merkle-range')
    expect(problemOf(() => tree.inclusionProof(0.5, 8))).toBe('merkle-range')
    expect(problemOf(() => tree.consistencyProof(5, 4))).toBe('merkle-range')
    expect(problemOf(() => tree.append(new Uint8Array(31)))).toBe('hash-length')
  })
})

describe('a proof convinces', () => {
  const many = treeOf(Array.from({ length: 70 }, (_, i) => Buffer.from(`entry ${i}`)))

  test('of every entry in a tree of every size, and of no other place', () => {
    for (let size = 1; size <= 70; size++) {
      const root = many.root(size)
      for (let index = 0; index < size; index++) {
        const claim = { leaf: leafHash(Buffer.from(`entry ${index}`)), index, size, proof: many.inclusionProof(index, size), root }
        expect(verifyInclusion(claim)).toBe(true)
        expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(size === 1)
      }
    }
  })

  test('that each earlier tree begins each later one', () => {
    for (let newer = 0; newer <= 70; newer++) {
      for (let older = 0; older <= newer; older++) {
        expect(verifyConsistency(claimOf(many, older, newer))).toBe(true)
      }
    }
  })

  test('only as it was given: with a hash altered, added, left out or moved it convinces nobody', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), fc.nat({ max: 255 }), (size, a, b, bit) => {
      const index = a % size
      const inclusion = { leaf: leafHash(Buffer.from(`entry ${index}`)), index, size, proof: many.inclusionProof(index, size), root: many.root(size) }
      for (const proof of distortions(inclusion.proof, b, bit)) expect(verifyInclusion({ ...inclusion, proof })).toBe(false)

      const consistency = claimOf(many, 1 + (a % size), size)
      for (const proof of distortions(consistency.proof, b, bit)) expect(verifyConsistency({ ...consistency, proof })).toBe(false)
    }))
  })

  test('never of an inner node as if it were an entry', () => {
    const inner = sha256(Uint8Array.of(1), leafHash(Buffer.from('entry 0')), leafHash(Buffer.from('entry 1')))
    const path = many.inclusionProof(0, 4)
    expect(verifyInclusion({ leaf: inner, index: 0, size: 4, proof: path.slice(1), root: many.root(4) })).toBe(false)
    const asEntry = leafHash(Buffer.concat([leafHash(Buffer.from('entry 0')), leafHash(Buffer.from('entry 1'))]))
    expect(verifyInclusion({ leaf: asEntry, index: 0, size: 2, proof: path.slice(1), root: many.root(4) })).toBe(false)
  })

  test('never of a history that was rewritten or shortened', () => {
    const rewritten = treeOf(Array.from({ length: 70 }, (_, i) => Buffer.from(i === 3 ? 'entry 3 improved' : `entry ${i}`)))
    expect(verifyConsistency({ ...claimOf(rewritten, 40, 70), older: { size: 40, root: many.root(40) } })).toBe(false)
    expect(verifyConsistency({ older: { size: 70, root: many.root(70) }, newer: { size: 40, root: many.root(40) }, proof: [] })).toBe(false)
  })

  test('not with sizes that are no sizes', () => {
    const claim = { leaf: leafHash(Buffer.from('entry 0')), index: 0, size: 1, proof: [], root: many.root(1) }
    for (const [index, size] of [[-1, 1], [0.5, 1], [0, NaN], [0, Infinity], [0, 2 ** 60], [1, 1]] as const) {
      expect(verifyInclusion({ ...claim, index, size })).toBe(false)
    }
  })
})

test('a ledger of a hundred thousand entries proves its last and its first', () => {
  const large = new MerkleTree()
  const number = Buffer.alloc(4)
  for (let i = 0; i < 100_000; i++) {
    number.writeUInt32BE(i)
    large.append(leafHash(number))
  }
  for (const index of [0, 65_535, 65_536, 99_999]) {
    number.writeUInt32BE(index)
    const proof = large.inclusionProof(index, 100_000)
    expect(verifyInclusion({ leaf: leafHash(number), index, size: 100_000, proof, root: large.root() })).toBe(true)
  }
  expect(verifyConsistency(claimOf(large, 77_777, 99_999))).toBe(true)
})

function treeOf(entryBytes: Uint8Array[]): MerkleTree {
  const grown = new MerkleTree()
  for (const entry of entryBytes) grown.append(leafHash(entry))
  return grown
}

function claimOf(of: MerkleTree, older: number, newer: number) {
  return { older: { size: older, root: of.root(older) }, newer: { size: newer, root: of.root(newer) }, proof: of.consistencyProof(older, newer) }
}

function distortions(proof: Uint8Array[], where: number, bit: number): Uint8Array[][] {
  const place = proof.length === 0 ? 0 : where % proof.length
  const stranger = sha256(Buffer.from('stranger'))
  const added = [[...proof, stranger], [stranger, ...proof], [...proof, new Uint8Array(31)]]
  const hash = proof[place]
  if (!hash) return added
  const altered = hash.with(bit >> 3, hash[bit >> 3]! ^ (1 << (bit & 7)))
  const turned = proof.length > 1 ? [proof.toReversed()] : []
  return [...added, proof.with(place, altered), proof.toSpliced(place, 1), ...turned]
}
