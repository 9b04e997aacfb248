import type * as z from 'zod'
import { saveKept } from '../documents/save.ts'
import { keepFor, looksLikeAScan, showFile, type KeptFile, type ShownFile } from '../kept-file.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Certification, ContractOfWork, KeepCertificate, OfCertification, SaveCertificate } from './contract-of-work.ts'
import { activeContract, contractNamed } from './use.ts'

/** 写し (Art. 4, F-02): the scan of a certificate into the vault. A later one takes its place; the ledger remembers both. Refuses what is no scan. */
export async function keepCertificate(world: World, { contractId, number, validTo, path }: z.output<typeof KeepCertificate>): Promise<ContractOfWork> {
  await look(world, (reading) => { activeContract(reading, contractId); certificationNamed(reading, { contractId, number, validTo }) })
  return keepFor(world, path, async (file, stands) => {
    if (!await looksLikeAScan(world, file)) throw refusal('not-a-scan', '4', null, { path })
    return record(world, (reading) => {
      activeContract(reading, contractId)
      return { entries: [{ type: 'certificate-kept', data: { contractId, number, validTo, file } }], stands, answer: (after) => contractNamed(after, contractId) }
    })
  })
}

export const showCertificate = async (world: World, of: z.output<typeof OfCertification>): Promise<ShownFile> => showFile(world, await copyOf(world, of))

/** The same into a folder, under its own name; never over another file. */
export const saveCertificate = async (world: World, { into, ...of }: z.output<typeof SaveCertificate>): Promise<{ paths: string[] }> => saveKept(world, [await copyOf(world, of)], into)

async function copyOf(world: World, of: z.output<typeof OfCertification>): Promise<KeptFile> {
  const { copy } = await look(world, (reading) => certificationNamed(reading, of))
  if (!copy) throw refusal('nothing-found', null, null, { what: 'file', id: of.number })
  return copy
}

function certificationNamed(reading: Reading, { contractId, number, validTo }: z.output<typeof OfCertification>): Certification {
  const found = contractNamed(reading, contractId).certifications.find((one) => one.number === number && one.validTo === validTo)
  if (!found) throw refusal('nothing-found', null, null, { what: 'certification', id: number })
  return found
}
