import type { Item } from '../handovers/item.ts'
import { look } from '../ledger/record.ts'
import type { Seal, SealProgress } from '../packages/package.ts'
import { refuseIfAny } from '../refusal.ts'
import type { How, World } from '../world.ts'
import { objectionsToAttesting, objectionsToScan } from './rules.ts'
import type { VirusScan } from './scan.ts'
import { asSealProgress, attested, scanAndRecord } from './use.ts'

/**
 * R-24 (Art. 11(10)カ) before packing: looks through the files that come from disk. Items of the vault were looked through when
 * they were received; where they were not, a person's word is wanted. Refuses what was found and what nobody vouches for;
 * null when everything was checked before. Called off, the answer says so and the caller stops.
 */
export async function checkBeforeSealing(world: World, order: Seal, items: readonly Item[], { signal, onProgress }: How<SealProgress>): Promise<VirusScan | null> {
  const attest = order.virusCheck ?? null
  refuseIfAny(objectionsToAttesting(attest, world.now()))
  const unchecked = await look(world, (reading) => items.filter(({ handoverId }) => !reading.get('handover', handoverId)?.virusCheck))
  if (order.paths.length + unchecked.length === 0) return null
  const scan = await scanAndRecord(world, {
    occasion: 'sealing', contractId: order.contractId, subject: order.paths[0] ?? unchecked[0]?.name ?? '', medium: null, serial: '', paths: order.paths,
    unchecked: unchecked.map(({ name }) => ({ path: name, why: 'received unchecked' })), attestation: attested(world, attest),
  }, { signal, onProgress: asSealProgress(onProgress) })
  refuseIfAny(objectionsToScan(scan))
  return scan
}
