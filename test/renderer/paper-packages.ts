import type { Package } from '../../core/packages/package.ts'
import type { PackageOpened, PackageVerified } from '../../core/packages/received.ts'
import type { MediumWriting, PlanSplit, SplitPlan } from '../../core/packages/writing.ts'
import type { VirusScan } from '../../core/viruses/scan.ts'
import { at, packages as sealed } from './paper-facts.ts'

/** Packages in key letters and in volumes, what lies on media, and what scanners said: as a desk would tell of it. */
const hash = (digits: string): string => digits.repeat(64).slice(0, 64)
const base = sealed[1] as unknown as Package

const letter = { name: 'P-R8-017-003.key.p7m', bytes: 6_214, sha256: hash('c0de') }
const envelope = { algorithm: 'CMS AuthEnvelopedData, AES-256-GCM, RSA-OAEP-SHA256', recipient: '青葉野市', certificate: hash('5cd7'), letter }
const part = (no: number, bytes: number) => ({ name: `P-R8-017-003.zip.00${no}`, bytes, sha256: hash(`${no}f${no}e`) })
const one = (id: string, no: string, more: Partial<Package>): Package => ({ ...base, id, no, fileName: `${no}.zip`, path: `/home/yoshida/送付/${no}.zip`, state: 'verified', ...more }) as Package

export const packages: readonly Package[] = [
  ...(sealed as unknown as Package[]),
  one('k3', 'P-R8-017-003', { path: '/home/yoshida/送付/P-R8-017-003.zip.001', bytes: 10_204_233_101, lock: { ...base.lock, passphraseBits: 256, envelope }, volumes: [part(1, 4_690_000_000), part(2, 4_690_000_000), part(3, 824_233_101)] }),
  one('k4', 'P-R8-017-004', { bytes: 20_004_233_101 }),
]

const writing = (id: string, packageId: string, more: Partial<MediumWriting>): MediumWriting => ({
  id, contractId: 'c1', packageId, packageNo: packages.find((sealed) => (sealed.id as string) === packageId)?.no, medium: 'MED-2026-0003', serial: 'AZ0003K7Q1', identified: 'read', coSignedBy: null, folder: '/media/yoshida/NOUHIN',
  parts: [{ name: 'P-R8-017-002.zip', bytes: 1_204_233_101, sha256: hash('88bb') }], bytes: 1_204_233_101, begunAt: at('2026-12-09T13:14:00'), by: 'p3', endedAt: at('2026-12-09T13:18:00'), readBack: 'uncached', state: 'written', ...more,
}) as MediumWriting
export const writings: readonly MediumWriting[] = [
  writing('wr0', 'k2', { state: 'abandoned', endedAt: null, readBack: null, begunAt: at('2026-12-09T13:12:00') }), writing('wr1', 'k2', {}),
  writing('wr2', 'k3', { medium: 'MED-2026-0004' as MediumWriting['medium'], serial: 'AZ0004M2W8', identified: 'typed', coSignedBy: 'p2' as MediumWriting['by'], readBack: 'cached', parts: [part(1, 4_690_000_000), letter], bytes: 4_690_006_214, folder: '/media/yoshida/AOBANO' }),
]
export const written = writing('wr9', 'k1', { parts: [{ name: 'P-R8-017-001.zip', bytes: 2_418, sha256: hash('77aa') }], bytes: 2_418 })

/** A medium with eight gigabytes; a folder at home with sixty. */
export function plan({ of, volumeBytes, folder }: PlanSplit): SplitPlan {
  const found = of.kind === 'package' ? packages.find(({ id }) => id === of.packageId) : undefined
  const needed = found?.bytes ?? 9_120_480_000
  const size = volumeBytes ?? needed
  const free = folder === null ? null : found ? 7_812_000_000 : 60_480_000_000
  const volumes = Array.from({ length: Math.ceil(needed / size) }, (_, i) => ({ name: `${found?.fileName ?? 'P.zip'}${volumeBytes === null ? '' : `.${String(i + 1).padStart(3, '0')}`}`, bytes: Math.min(size, needed - i * size) }))
  const mostFileBytes = folder === null ? null : 4_294_967_295
  return { neededBytes: needed, exact: found !== undefined, freeBytes: free, missingBytes: free === null ? 0 : Math.max(0, needed - free), mostFileBytes, volumes, suggestedVolumeBytes: folder === null || needed <= 4_294_967_295 ? null : 4_293_918_720 }
}

export const enveloped = { outcome: 'enveloped', package: packages[2], letter: '/home/yoshida/送付/P-R8-017-003.key.p7m' }

const readAgain = { packageNo: 'P-R8-017-002', path: '/media/yoshida/NOUHIN/P-R8-017-002.zip', bytes: 1_204_233_101, sha256: hash('88bb'), parts: [], contents: { files: 418, bytes: 2_880_310_442, manifest: 'package' }, readBack: 'uncached', sender: null, differences: [], at: at('2026-12-11T09:12:00') } as const
export const verified = { outcome: 'whole', ...readAgain } as unknown as PackageVerified
export const differs = { outcome: 'differs', ...readAgain, contents: null, differences: [{ path: 'P-R8-017-002.zip', what: 'sha256' }] } as unknown as PackageVerified
export const opened: PackageOpened = { outcome: 'opened', into: '/home/yoshida/届いたもの/P-R8-017-002', files: 418, bytes: 2_880_310_442, sender: '株式会社ひかりの丘データサービス', virusCheck: 'clean' }

const scanner = { name: 'ClamAV', engine: '1.4.6', signatures: { version: '27812', date: at('2026-12-11T06:00:00') } }
const scan = (id: string, more: Partial<VirusScan>): VirusScan => ({
  id, occasion: 'connection', contractId: null, subject: '/media/yoshida/AOBANO', medium: 'MED-2026-0004', serial: 'AZ0004M2W8', machine: 'HKO-PC-014', connectedAt: at('2026-12-10T10:02:00'), endedAt: at('2026-12-10T10:03:00'), scanner,
  result: 'clean', trouble: '', files: 12, findingCount: 0, findings: [], unscannedCount: 0, unscanned: [], attestation: null, warnings: [], by: 'p3', ...more,
}) as VirusScan
export const clean = scan('v1', {})
export const found = scan('v2', { result: 'found', findingCount: 2, findings: [{ path: '/media/yoshida/AOBANO/見積書.exe', name: 'Win.Test.EICAR_HDB-1' }, { path: `/media/yoshida/AOBANO/${'長い名前のフォルダ/'.repeat(6)}請求書.zip`, name: 'Win.Trojan.Mihon-9999999-0' }] })
const byWord = { product: 'みほんウイルス対策', pattern: '2026-12-01', at: at('2026-12-08T09:50:00'), note: '', by: 'p2' }
export const scans: readonly VirusScan[] = [clean, { ...found, connectedAt: at('2026-12-09T09:10:00') }, scan('v3', { occasion: 'receiving', scanner: null, result: 'unscanned', files: 0, unscannedCount: 3, attestation: byWord as unknown as VirusScan['attestation'], warnings: ['signatures-old'], connectedAt: at('2026-12-08T09:58:00') })]
