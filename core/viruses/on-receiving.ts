import type { Receive, VirusCheck } from '../handovers/handover.ts'
import { look } from '../ledger/record.ts'
import type { SealProgress } from '../packages/package.ts'
import { refuseIfAny } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { How, World } from '../world.ts'
import { objectionsToScan } from './rules.ts'
import type { VirusScan } from './scan.ts'
import { asSealProgress, scanAndRecord } from './use.ts'

/**
 * R-24 (Art. 11(10)カ) on receiving: looks through the files before anything is taken in, where this machine has a scanner; the
 * clerk's word stands where it has none, or where it could not look into everything. What came on no medium and cannot be
 * scanned is not held up. Returns the check as the hand-over keeps it.
 */
export async function checkOnReceiving(world: World, order: Receive, { signal, onProgress }: How<SealProgress>): Promise<VirusCheck | null | 'abandoned'> {
  const { handoverId, medium, paths, virusCheck } = order
  const { purpose, contractId, serial } = await look(world, (reading) => ({ ...reading.get('handover', handoverId), serial: medium === null ? '' : (reading.get('medium', medium)?.serial ?? '') }))
  const by = signedIn(world).personId
  const scan = await scanAndRecord(world, {
    occasion: 'receiving', contractId: contractId ?? null, subject: purpose ?? handoverId, medium, serial, paths, unchecked: [],
    attestation: virusCheck && { product: virusCheck.scanner, pattern: virusCheck.pattern, at: virusCheck.at, note: '', by },
  }, { signal, onProgress: asSealProgress(onProgress) })
  if (scan.result === 'abandoned') return 'abandoned'
  if (scan.result === 'no-scanner') return virusCheck
  refuseIfAny(objectionsToScan(scan))
  return scan.result === 'clean' ? told(scan) : virusCheck
}

/** A scan in the words in which a clerk's check is kept. */
function told({ scanner, endedAt }: VirusScan): VirusCheck {
  const signatures = scanner?.signatures
  return { at: endedAt, scanner: `${scanner?.name ?? ''} ${scanner?.engine ?? ''}`.trim(), pattern: signatures ? `${signatures.version}（${dayOf(signatures.date)}）` : '', result: 'clean', attested: false }
}
