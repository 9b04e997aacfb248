import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CustodyReceipt } from '../../../core/documents/records.ts'
import type { Instant } from '../../../core/time.ts'
import type { Body, Trust } from '../../../core/world.ts'
import { generateOrganisationKeys, type OrganisationKeys } from '../../../crypto/organisation-keys.ts'
import { writePem } from '../../../crypto/pem.ts'
import { fingerprint } from '../../../crypto/read-certificate.ts'
import { realDocuments } from '../../../main/documents/documents.ts'
import { keyIdOf } from '../../../main/documents/seal.ts'
import { septemberReceipt } from './receipts.ts'

/** An hour after the receipt was issued. */
export const AFTERWARDS = Date.parse('2026-12-07T11:40:00+09:00') as Instant

/** A contractor's desk with keys of its own, as the city would know them. */
export async function openDesk(commonName = '株式会社ひかりの丘データサービス') {
  const keys = await generateOrganisationKeys({ commonName, notBefore: new Date('2026-12-01T00:00:00+09:00') })
  const folder = await mkdtemp(join(tmpdir(), 'azukari-documents-'))
  const documents = realDocuments({ organisation: () => keys })
  return {
    keys, folder, documents,
    named: { rootFingerprint: fingerprint(keys.root.certificate), checkpointKeyId: keyIdOf(keys.checkpoint.publicKey) },
    /** A receipt that names this desk's keys. */
    receipt: (changes: Partial<CustodyReceipt> = {}): CustodyReceipt => ({
      ...septemberReceipt, keys: { rootFingerprint: fingerprint(keys.root.certificate), checkpointKeyId: keyIdOf(keys.checkpoint.publicKey) }, ...changes,
    }),
    /** Writes a file into the folder; the path. */
    async put(name: string, bytes: Uint8Array | string): Promise<string> {
      const path = join(folder, name)
      await writeFile(path, bytes)
      return path
    },
  }
}

export function trustIn(keys: OrganisationKeys, { contractNo = septemberReceipt.contract.contractNo, at = AFTERWARDS }: { contractNo?: string | null; at?: Instant } = {}): Trust {
  return { keys: [{ rootPem: writePem('CERTIFICATE', keys.root.certificate), checkpointKeyPem: keys.checkpoint.publicKey.export({ type: 'spki', format: 'pem' }).toString(), contractNo }], at }
}

export function bodyOf(bodies: readonly Body[], type: Body['type']): Uint8Array {
  const body = bodies.find((one) => one.type === type)
  if (!body) throw new Error(`no ${type}`)
  return body.bytes
}
