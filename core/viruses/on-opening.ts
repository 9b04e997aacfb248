import type { ContractId } from '../contracts/contract-of-work.ts'
import type { SealProgress } from '../packages/package.ts'
import { refuseIfAny } from '../refusal.ts'
import type { How, World } from '../world.ts'
import { objectionsToScan } from './rules.ts'
import type { VirusScan } from './scan.ts'
import { asSealProgress, scanAndRecord } from './use.ts'

/** What is about to be taken out of a package: its file's name, and the draft folder in which it lies for the time being. */
export interface Opening { contractId: ContractId | null; file: string; folder: string }

/**
 * R-24 (Art. 11(10)カ) on opening: looks through what comes out of a package before it gets its place. What was found is
 * refused, and nothing is taken out. Where nothing could be looked into the answer says so: the package itself was authentic,
 * and whoever opens it on a machine without a scanner has to be told, not stopped.
 */
export async function checkOnOpening(world: World, { contractId, file, folder }: Opening, { signal, onProgress }: How<SealProgress>): Promise<VirusScan['result']> {
  const scan = await scanAndRecord(world, { occasion: 'opening', contractId, subject: file, medium: null, serial: '', paths: [folder], below: folder, unchecked: [], attestation: null }, { signal, onProgress: asSealProgress(onProgress) })
  if (scan.result === 'found') refuseIfAny(objectionsToScan(scan))
  return scan.result
}
