import { beforeAll, describe, expect, test } from 'vitest'
import type { CustodyReceipt } from '../../../../core/documents/records.ts'
import { DAY, type Instant } from '../../../../core/time.ts'
import { writeCheckpoint } from '../../../../crypto/checkpoint.ts'
import { toHex } from '../../../../crypto/digest.ts'
import { leafHash, MerkleTree } from '../../../../crypto/merkle.ts'
import { AFTERWARDS, bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { found } from './attacker.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let stranger: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => { [desk, stranger] = await Promise.all([openDesk(), openDesk('通りすがり株式会社')]) })

const issued = async (changes: Partial<CustodyReceipt>): Promise<Uint8Array> => bodyOf((await desk.documents.bodies(desk.receipt(changes))).bodies, 'application/pdf')

describe('time', () => {
  test('a document of tomorrow is refused until tomorrow', async () => {
    const tomorrow = await issued({ issuedAt: '2026-12-08T11:40:00+09:00' })
    expect(found(tomorrow, trustIn(desk.keys))).toEqual(['issued-in-the-future'])
    expect(found(tomorrow, trustIn(desk.keys, { at: (AFTERWARDS + DAY) as Instant }))).toEqual([])
  })

  test('a clock that is five minutes fast forges nothing', async () => {
    expect(found(await issued({ issuedAt: '2026-12-07T11:45:00+09:00' }), trustIn(desk.keys))).toEqual([])
  })

  test('a document dated before its keys existed is refused', async () => {
    expect(found(await issued({ issuedAt: '2026-11-30T23:59:59+09:00' }), trustIn(desk.keys))).toEqual(['before-validity'])
  })

  test('a document dated after its certificate ended is refused', async () => {
    expect(found(await issued({ issuedAt: '2028-12-02T00:00:00+09:00' }), trustIn(desk.keys, { at: Date.parse('2029-01-01T00:00:00Z') as Instant }))).toEqual(['after-validity'])
  })

  test('an old document stays believed when its certificate has ended', async () => {
    expect(found(await issued({}), trustIn(desk.keys, { at: Date.parse('2034-01-01T00:00:00Z') as Instant }))).toEqual([])
  })
})

describe('state', () => {
  test('a document of another contract is refused', async () => {
    expect(found(await issued({ contract: { contractNo: 'R8-税-018', title: '別の業務' } }), trustIn(desk.keys))).toEqual(['other-contract'])
  })

  test('a document that names other keys than those that signed it is refused', async () => {
    expect(found(await issued({ keys: stranger.named }), trustIn(desk.keys))).toContain('record-of-other-keys')
  })

  test('the ledger\'s witness is believed if the organisation signed it and the entry lies below it', async () => {
    expect(found(await issued({ witness: witness() }), trustIn(desk.keys))).toEqual([])
  })

  test.each<[string, () => CustodyReceipt['witness']]>([
    ['of an entry that is not there', () => ({ ...witness(), leafHash: 'ab'.repeat(32) })],
    ['at another place', () => ({ ...witness(), seq: 1 })],
    ['signed by somebody else', () => witness(stranger)],
    ['of another log', () => witness(desk, 'azukari/elsewhere')],
    ['that is no checkpoint', () => ({ ...witness(), checkpoint: 'azukari/log\n5\n' })],
  ])('a witness %s is refused', async (_what, wrong) => {
    expect(found(await issued({ witness: wrong() }), trustIn(desk.keys))).toEqual(['witness-wrong'])
  })
})

/** A ledger of five entries, and the proof that entry 2 is one of them. */
function witness(signer = desk, origin = `azukari/${signer.named.checkpointKeyId}`): NonNullable<CustodyReceipt['witness']> {
  const tree = new MerkleTree()
  const leaves = ['a', 'b', 'c', 'd', 'e'].map((text) => leafHash(Buffer.from(text)))
  for (const leaf of leaves) tree.append(leaf)
  const checkpoint = writeCheckpoint({ origin, size: 5, root: tree.root() }, signer.keys.checkpoint.privateKey)
  return { checkpoint, seq: 2, leafHash: toHex(leaves[2] ?? new Uint8Array()), proof: tree.inclusionProof(2, 5).map(toHex) }
}
