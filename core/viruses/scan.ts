import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { MediumNo } from '../media/medium.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** 検査ソフト: what it is called, its engine, and how new its signatures are (null: it does not say). */
export const Scanner = z.object({ name: z.string(), engine: z.string(), signatures: z.object({ version: z.string(), date: Instant }).nullable() })
export type Scanner = z.infer<typeof Scanner>

export const Finding = z.object({ path: z.string(), name: z.string() })
export type Finding = z.infer<typeof Finding>
/** A file that the scanner did not look into, and why: too large, encrypted, unreadable … */
export const Unscanned = z.object({ path: z.string(), why: z.string() })
export type Unscanned = z.infer<typeof Unscanned>

/** A person's word for a check by a product that Azukari cannot ask. `at`: when it was made. */
export const Attest = z.object({ product: Name, patternDate: Day, at: Instant, note: Lines })
export type Attest = z.infer<typeof Attest>
export const Attestation = z.object({ product: z.string(), pattern: z.string(), at: Instant, note: z.string(), by: PersonId })
export type Attestation = z.infer<typeof Attestation>

export const VirusScanId = z.string().min(1).max(64).brand<'VirusScanId'>()
export type VirusScanId = z.infer<typeof VirusScanId>

/** 媒体接続・ウイルスチェック記録 (F-23, Art. 11(10)カ). Only `clean` is clean; `unscanned` and `failed` stand on the attestation, where there is one. */
export const VirusScan = z.object({
  id: VirusScanId,
  occasion: z.enum(['connection', 'receiving', 'sealing', 'opening']),
  contractId: ContractId.nullable(),
  /** What was looked at: a mount point, or the hand-over's purpose. */
  subject: z.string(),
  medium: MediumNo.nullable(),
  serial: z.string(),
  machine: z.string(),
  connectedAt: Instant,
  endedAt: Instant,
  scanner: Scanner.nullable(),
  result: z.enum(['clean', 'found', 'unscanned', 'failed', 'no-scanner', 'abandoned']),
  trouble: z.string(),
  files: z.number().int().nonnegative(),
  findingCount: z.number().int().nonnegative(),
  /** The first of them; the counts tell of all. */
  findings: z.array(Finding).max(100),
  unscannedCount: z.number().int().nonnegative(),
  unscanned: z.array(Unscanned).max(100),
  attestation: Attestation.nullable(),
  warnings: z.array(z.enum(['signatures-old', 'signatures-undated'])),
  by: PersonId,
})
export type VirusScan = z.infer<typeof VirusScan>

/** 媒体の接続: the registered medium that was connected and the folder where it appears. */
export const ScanMedium = z.object({ medium: MediumNo, folder: Path, attestation: Attest.nullable() })
export type ScanMedium = z.infer<typeof ScanMedium>

export const ScanProgress = z.object({ filesDone: z.number(), filesTotal: z.number() })
export type ScanProgress = z.infer<typeof ScanProgress>
