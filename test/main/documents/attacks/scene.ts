import type { CustodyReceipt } from '../../../../core/documents/records.ts'
import type { Trust } from '../../../../core/world.ts'
import { writeCheckpoint } from '../../../../crypto/checkpoint.ts'
import { toHex } from '../../../../crypto/digest.ts'
import { leafHash, MerkleTree } from '../../../../crypto/merkle.ts'
import { generateOrganisationKeys, type OrganisationKeys } from '../../../../crypto/organisation-keys.ts'
import { counterSign } from '../../../../main/documents/pdf/counter-sign.ts'
import { bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { append, counterSignAnything, numberOf, open } from './attacker.ts'

const RECEIVED = new Date('2026-12-07T11:00:00+09:00')
const CONTRACTOR = '株式会社ひかりの丘データサービス'

/** Freshly signed documents of a contractor, its city, and what attackers have in hand. */
export interface Scene {
  readonly folder: string
  readonly trust: Trust
  readonly contractor: OrganisationKeys
  readonly city: OrganisationKeys
  readonly namesake: OrganisationKeys
  readonly revoked: OrganisationKeys
  readonly pdf: Uint8Array
  readonly received: Uint8Array
  readonly receivedByOutsider: Uint8Array
  readonly updatedBetween: Uint8Array
  readonly other: Uint8Array
  readonly tomorrow: Uint8Array
  readonly backdated: Uint8Array
  readonly otherContract: Uint8Array
  readonly sameNumber: Uint8Array
  readonly bySuperseded: Uint8Array
  readonly olderCheckpoint: Uint8Array
}

export async function setScene(): Promise<Scene> {
  const [desk, city, outsider, superseded, namesake] = await Promise.all([
    openDesk(CONTRACTOR), openDesk('青葉野市'), openDesk('通りすがり株式会社'), openDesk(CONTRACTOR), generateOrganisationKeys({ commonName: CONTRACTOR, notBefore: new Date('2026-12-01T00:00:00+09:00') }),
  ])
  const issued = async (changes: Partial<CustodyReceipt> = {}, by = desk): Promise<Uint8Array> => bodyOf((await by.documents.bodies(desk.receipt(changes))).bodies, 'application/pdf')
  const pdf = await issued()
  const opened = open(pdf)
  const catalogue = numberOf(opened, '/Type /Catalog')
  const between = append(pdf, { [catalogue]: (opened.objects.get(catalogue) ?? '').replace('/Lang (ja)', '/Lang (en)') })
  return {
    folder: desk.folder, contractor: desk.keys, city: city.keys, namesake, revoked: namesake, pdf,
    trust: { at: trustIn(desk.keys).at, keys: [...trustIn(desk.keys).keys.map((key) => ({ ...key, role: 'contractor' as const })), ...trustIn(city.keys).keys.map((key) => ({ ...key, role: 'city' as const }))] },
    received: signedBy(pdf, city.keys), receivedByOutsider: signedBy(pdf, outsider.keys), updatedBetween: counterSignAnything(between, pdf, city.keys),
    other: await issued({ docNo: 'A-R8-017-002' }), sameNumber: await issued({ articleRef: '第15条' }), tomorrow: await issued({ issuedAt: '2026-12-08T11:40:00+09:00' }), backdated: await issued({ issuedAt: '2026-11-30T23:59:59+09:00' }),
    otherContract: await issued({ contract: { contractNo: 'R8-税-018', title: '別の業務' } }), bySuperseded: await issued({ keys: superseded.named }, superseded),
    olderCheckpoint: await issued({ witness: witness(desk) }),
  }
}

function signedBy(pdf: Uint8Array, keys: OrganisationKeys): Uint8Array {
  const signed = counterSign(pdf, keys, RECEIVED)
  if (!signed) throw new Error('not ours')
  return signed
}

/** A true checkpoint of the contractor's own ledger, when it had five entries. */
function witness({ keys, named }: Awaited<ReturnType<typeof openDesk>>): NonNullable<CustodyReceipt['witness']> {
  const tree = new MerkleTree()
  const leaves = ['a', 'b', 'c', 'd', 'e'].map((text) => leafHash(Buffer.from(text)))
  for (const leaf of leaves) tree.append(leaf)
  const checkpoint = writeCheckpoint({ origin: `azukari/${named.checkpointKeyId}`, size: 5, root: tree.root() }, keys.checkpoint.privateKey)
  return { checkpoint, seq: 2, leafHash: toHex(leaves[2] ?? new Uint8Array()), proof: tree.inclusionProof(2, 5).map(toHex) }
}
