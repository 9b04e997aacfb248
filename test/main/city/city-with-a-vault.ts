import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '../../../core/contract.ts'
import type { ContractOfWork } from '../../../core/contracts/contract-of-work.ts'
import { openDesk as openOffice } from '../../../core/desk.ts'
import type { DocumentRecord } from '../../../core/documents/records.ts'
import type { Instant } from '../../../core/time.ts'
import { writePem } from '../../../crypto/pem.ts'
import { noScanner } from '../../../main/viruses/no-scanner.ts'
import { openWorld } from '../../../main/world.ts'
import { hikari, PASSWORD, taxContract } from '../../cast.ts'
import { openDesk } from '../documents/desk-of-documents.ts'

export const SPRING = Date.parse('2027-04-01T09:00:00+09:00') as Instant

/** A city's office with a real vault that knows the keys of a contractor, and that contractor's press: they share nothing but a folder. */
export async function cityWithAVault() {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-city-'))
  const contractor = await openDesk()
  let now = SPRING
  const world = await openWorld({ home: join(folder, 'vault'), now: () => now, viruses: noScanner, cost: { N: 1 << 10, r: 8, p: 1 } as never })
  const city: Desk = openOffice(world)
  const administrator = { name: '森川 奏', kana: 'モリカワ', title: '', email: 'm@city.example', tel: '', loginId: 'morikawa', password: PASSWORD, roles: ['cityOfficer' as const] }
  await city.vault.create({ organisation: { ...hikari, kind: 'city', name: '青葉野市' }, administrator })
  const contract = await city.contracts.open({ ...taxContract, contractor: hikari.name })
  const other = await city.contracts.open({ ...taxContract, contractor: hikari.name, contractNo: 'R8-福-031', shortNo: 'R8-031', title: '別の業務委託' })
  const key = {
    organisation: hikari.name, rootPem: writePem('CERTIFICATE', contractor.keys.root.certificate), fingerprint: contractor.named.rootFingerprint,
    checkpointKeyPem: contractor.keys.checkpoint.publicKey.export({ type: 'spki', format: 'pem' }).toString(), registeredAt: SPRING, encryption: null,
  }
  const register = async ({ id }: ContractOfWork) => world.ledger.append([{ type: 'key-registered', data: { contractId: id, key, checkedBy: '電話', toldBy: '' }, at: SPRING, by: null }], (await world.ledger.read()).head)
  await register(contract)
  await register(other)
  return {
    world, city, contract, other, contractor,
    at: (...names: string[]) => { const path = join(folder, ...names); mkdirSync(path, { recursive: true }); return path },
    pass: (milliseconds: number) => { now = (now + milliseconds) as Instant },
    /** Every body of a record that the contractor issues, in the shared folder; the path by its ending. */
    async issued(record: DocumentRecord): Promise<(end: string) => string> {
      const { bodies } = await contractor.documents.bodies({ ...record, keys: contractor.named } as DocumentRecord)
      for (const { name, bytes } of bodies) await contractor.put(name, bytes)
      return (end) => join(contractor.folder, `${record.docNo}.${end}`)
    },
    take: (...paths: string[]) => city.city.import({ paths, cityReceiptNo: null }),
    async close(): Promise<void> {
      await world.close()
      for (const path of [folder, contractor.folder]) rmSync(path, { recursive: true, force: true })
    },
  }
}
