import { look, record } from '../ledger/record.ts'
import { noteUnregistered, objectionsToMedium } from '../media/use.ts'
import type { SealProgress } from '../packages/package.ts'
import { refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { How, VirusVerdict, World } from '../world.ts'
import { objectionsToAttesting, objectionsToScan, warningsAbout } from './rules.ts'
import type { Attest, Attestation, Scanner, ScanMedium, ScanProgress, Unscanned, VirusScan, VirusScanId } from './scan.ts'

const NEVER = new AbortController().signal
/** The ledger names this many files; the counts tell of all. */
const NAMED = 100

/** What is looked through and why. `unchecked`: what goes along and cannot be looked at any more. */
export interface Occasion extends Pick<VirusScan, 'occasion' | 'contractId' | 'subject' | 'medium' | 'serial'> {
  paths: readonly string[]
  /** A folder that nobody will ever see: what lies in it is told by its name below. */
  below?: string
  unchecked: readonly Unscanned[]
  attestation: Attestation | null
}

/**
 * 媒体の接続 (Art. 11(10)カ, F-23): looks through a registered medium the moment it is connected. What is found is the answer,
 * not a refusal: it stands in the ledger, and nothing of it is taken in. Without a scanner it wants a person's word.
 */
export async function scanMedium(world: World, { medium: no, folder, attestation }: ScanMedium, { signal = NEVER, onProgress = () => {} }: JobOptions<ScanProgress> = {}): Promise<VirusScan> {
  const { objections, medium } = await look(world, (reading) => ({ objections: objectionsToMedium(reading, no), medium: reading.get('medium', no) }))
  await noteUnregistered(world, objections, '接続')
  refuseIfAny([...objections, ...objectionsToAttesting(attestation, world.now())])
  const scan = await scanAndRecord(world, { occasion: 'connection', contractId: null, subject: folder, medium: no, serial: medium?.serial ?? '', paths: [folder], unchecked: [], attestation: attested(world, attestation) }, { signal, onProgress })
  if (scan.result !== 'found') refuseIfAny(objectionsToScan(scan))
  return scan
}

/**
 * Looks through files before they are taken in or go out, and writes down what came of it, called off or not. The caller
 * refuses what `objectionsToScan` says. Only the want of both scanner and attestation leaves no entry: nothing happened.
 */
export async function scanAndRecord(world: World, { paths, below, unchecked, ...occasion }: Occasion, how: How<ScanProgress>): Promise<VirusScan> {
  const by = signedIn(world).personId
  const connectedAt = world.now()
  const verdict: VirusVerdict | null = paths.length > 0 ? toldBelow(below, await world.viruses.scan(paths, how)) : null
  const scan: VirusScan = { ...toldBy(verdict, unchecked), ...occasion, id: world.newId() as VirusScanId, machine: world.viruses.machine, connectedAt, endedAt: world.now(), warnings: [], by }
  // A scanner that looked through everything needs nobody's word.
  const vouched = scan.result === 'clean' || scan.result === 'found'
  const whole: VirusScan = { ...scan, attestation: vouched ? null : scan.attestation, warnings: warningsAbout(scan.scanner, vouched ? null : (scan.attestation?.pattern ?? null), connectedAt) }
  if (whole.result === 'no-scanner' && !whole.attestation) return whole
  return record(world, () => ({ entries: [{ type: 'virus-scan-recorded', data: { scan: whole } }], answer: () => whole }))
}

/** The same progress, for a job that goes on to read and write. */
export const asSealProgress = (onProgress: (progress: SealProgress) => void) => ({ filesDone, filesTotal }: ScanProgress): void =>
  onProgress({ phase: 'scanning', bytesDone: 0, bytesTotal: 0, filesDone, filesTotal })

/** A clerk's word, as the ledger keeps it. */
export const attested = (world: World, attest: Attest | null): Attestation | null =>
  attest && { product: attest.product, pattern: attest.patternDate, at: attest.at, note: attest.note, by: signedIn(world).personId }

/** The product that is ready on this machine, or nothing: then a clerk attests. */
export const readyScanner = (world: World): Promise<Scanner | null> => world.viruses.scanner()

export const listScans = (world: World): Promise<VirusScan[]> => look(world, (reading) => reading.list('scan').toReversed())

function toldBelow(folder: string | undefined, verdict: VirusVerdict): VirusVerdict {
  if (folder === undefined || !('findings' in verdict)) return verdict
  const named = <T extends { path: string }>(one: T): T => ({ ...one, path: one.path.startsWith(folder) ? one.path.slice(folder.length).replace(/^[/\\]/, '') : one.path })
  return { ...verdict, findings: verdict.findings.map(named), unscanned: verdict.unscanned.map(named) }
}

type Told = Pick<VirusScan, 'scanner' | 'result' | 'trouble' | 'files' | 'findings' | 'findingCount' | 'unscanned' | 'unscannedCount'>

function toldBy(verdict: VirusVerdict | null, unchecked: readonly Unscanned[]): Told {
  const nothing: Told = { scanner: null, result: 'clean', trouble: '', files: 0, findings: [], findingCount: 0, unscanned: unchecked.slice(0, NAMED), unscannedCount: unchecked.length }
  if (!verdict) return { ...nothing, result: unchecked.length > 0 ? 'unscanned' : 'clean' }
  if (verdict.outcome === 'no-scanner' || verdict.outcome === 'abandoned') return { ...nothing, result: verdict.outcome }
  if (verdict.outcome === 'failed') return { ...nothing, scanner: verdict.scanner, result: 'failed', trouble: verdict.what.slice(0, 1000) }
  const unscanned = [...verdict.unscanned, ...unchecked]
  return {
    ...nothing, scanner: verdict.scanner, files: verdict.files, result: verdict.outcome === 'clean' && unscanned.length > 0 ? 'unscanned' : verdict.outcome,
    findings: verdict.findings.slice(0, NAMED), findingCount: verdict.findings.length, unscanned: unscanned.slice(0, NAMED), unscannedCount: unscanned.length,
  }
}
