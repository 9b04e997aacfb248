import { hostname } from 'node:os'
import type { Finding, ScanProgress, Unscanned } from '../../core/viruses/scan.ts'
import type { How, Viruses } from '../../core/world.ts'
import { clamdscan, clamscan, isPlain, LARGEST, type Engine } from './clam.ts'
import { defender, type PathEngine } from './defender.ts'
import { listFiles, type Target } from './list-files.ts'
import type { Verdict } from './verdicts.ts'

export interface VirusOptions {
  platform?: NodeJS.Platform
  /** ClamAV signatures in place of the system's own. */
  database?: string
  /** Where to look for clamd.conf in place of the usual places. */
  daemonSettings?: readonly string[]
}

type Told = Extract<Verdict, { findings: unknown }>

/**
 * The scanner of this machine, looked for anew at every question since offices install and remove them: a ClamAV daemon, then
 * clamscan; on Windows Microsoft Defender. Files are never changed, moved or deleted.
 */
export function realViruses({ platform = process.platform, database, daemonSettings }: VirusOptions = {}): Viruses {
  const withDatabase = database === undefined ? {} : { database }
  const withSettings = daemonSettings === undefined ? {} : { settings: daemonSettings }
  const clam = async (): Promise<Engine | null> => (database === undefined ? await clamdscan(withSettings) : null) ?? clamscan(withDatabase)
  const ready = (): Promise<Engine | PathEngine | null> => (platform === 'win32' ? defender() : clam())
  return {
    machine: hostname(),
    scanner: async () => (await ready())?.scanner ?? null,
    async scan(paths, how) {
      const { signal } = how
      const { files, unscanned } = await listFiles(paths, signal)
      const engine = signal.aborted ? null : await ready()
      if (signal.aborted) return { outcome: 'abandoned' }
      if (!engine) return { outcome: 'no-scanner' }
      how.onProgress({ filesDone: 0, filesTotal: files.length })
      const verdict = 'scan' in engine ? await byFile(engine, files, how) : await byPath(engine, paths, files.length, how)
      if (verdict.outcome === 'abandoned') return verdict
      return verdict.outcome === 'failed' ? { ...verdict, scanner: engine.scanner } : { ...together(verdict, unscanned), scanner: engine.scanner }
    },
  }
}

/** ClamAV: all files that it can take in one run. A daemon cannot be told of odd names, so those go to clamscan. */
async function byFile(engine: Engine, files: readonly Target[], how: How<ScanProgress>): Promise<Verdict> {
  const large = files.filter(({ size }) => size > LARGEST).map(({ path }) => ({ path, why: 'larger than 2 GiB' }))
  const small = files.filter(({ size }) => size <= LARGEST)
  const able = small.every(isPlain) || !engine.scanner.name.includes('clamd') ? engine : await clamscan()
  if (!able) return { outcome: 'failed', what: 'a file name that the scanner cannot be told' }
  const verdict: Verdict = small.length === 0 ? { outcome: 'clean', files: 0, findings: [], unscanned: [] } : await able.scan(small, how)
  return verdict.outcome === 'failed' || verdict.outcome === 'abandoned' ? verdict : together(verdict, large)
}

async function byPath(engine: PathEngine, paths: readonly string[], files: number, how: How<ScanProgress>): Promise<Verdict> {
  const findings: Finding[] = []
  const unscanned: Unscanned[] = []
  let failed: Verdict | null = null
  for (const path of paths) {
    const verdict = await engine.scanPath(path, how)
    if (verdict.outcome === 'abandoned') return verdict
    if (verdict.outcome === 'failed') failed ??= verdict
    else {
      findings.push(...verdict.findings)
      unscanned.push(...verdict.unscanned)
    }
  }
  if (failed && findings.length === 0) return failed
  return together({ outcome: findings.length > 0 ? 'found' : 'clean', files, findings, unscanned }, [])
}

/** A verdict, and what was never given to the scanner. */
function together(verdict: Told, more: readonly Unscanned[]): Told {
  const unscanned = [...verdict.unscanned, ...more]
  return { ...verdict, unscanned, outcome: verdict.outcome === 'found' ? 'found' : unscanned.length > 0 ? 'unscanned' : 'clean' }
}
