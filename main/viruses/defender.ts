import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { instantOf } from '../../core/time.ts'
import type { Finding, Scanner, ScanProgress } from '../../core/viruses/scan.ts'
import type { How } from '../../core/world.ts'
import { findProgram, run, type Ended } from './program.ts'
import type { Verdict } from './verdicts.ts'

/** Defender looks at folders by itself and says nothing file by file, so it is asked once for each path that was given. */
export interface PathEngine { scanner: Scanner; scanPath(path: string, how: How<ScanProgress>): Promise<Verdict> }

/** A fixed question without anything of the user's in it: when its signatures came, and whether the service runs at all. */
const STATUS = `$s = Get-MpComputerStatus -ErrorAction Stop; [Console]::Out.WriteLine((@($s.AMServiceEnabled, $s.AntivirusEnabled, $s.AMEngineVersion, $s.AntivirusSignatureVersion, $s.AntivirusSignatureLastUpdated.ToUniversalTime().ToString('o')) -join '|'))`

/** Microsoft Defender, where its service runs; null elsewhere, as where another product has taken its place. */
export async function defender(environment: NodeJS.ProcessEnv = process.env): Promise<PathEngine | null> {
  const program = await findMpCmdRun(environment)
  const system = environment['SystemRoot']
  const powershell = system ? await findProgram('powershell.exe', [join(system, 'System32', 'WindowsPowerShell', 'v1.0')]) : null
  if (!program || !powershell) return null
  const lines: string[] = []
  await run(powershell, ['-NoProfile', '-NonInteractive', '-Command', STATUS], { onLine: (line) => lines.push(line) })
  const scanner = readStatus(lines[0] ?? '')
  return scanner && {
    scanner,
    async scanPath(path, { signal }) {
      const said: string[] = []
      const ended = await run(program, scanArguments(path), { signal, onLine: (line) => said.push(line) })
      return signal.aborted ? { outcome: 'abandoned' } : judgeDefender(path, said, ended)
    },
  }
}

/** It reports and touches nothing: what is found stays where it is, as evidence, until someone decides. */
export const scanArguments = (path: string): string[] => ['-Scan', '-ScanType', '3', '-File', path, '-DisableRemediation']

/** `True|True|1.1.24090.11|1.421.12.0|2026-12-06T22:11:05.0000000Z`; anything else is no scanner. */
export function readStatus(line: string): Scanner | null {
  const [running, enabled, engine, version, date] = line.trim().split('|')
  if (running !== 'True' || enabled !== 'True' || !engine || !version || !date || Number.isNaN(Date.parse(date))) return null
  return { name: 'Microsoft Defender', engine, signatures: { version, date: instantOf(date) } }
}

/**
 * What MpCmdRun says of one path. Its exit code (0, or 2 for "found" and for "could not") proves nothing by itself: clean is
 * what says "found no threats" and ended with 0, and everything that is not understood is a failure.
 */
export function judgeDefender(path: string, lines: readonly string[], { code, lastWords }: Ended): Verdict {
  const findings = readThreats(lines)
  const count = lines.map((line) => /^Scanning .* found (\d+) threats?\.$/.exec(line)?.[1]).find((n) => n !== undefined)
  if (findings.length > 0 || (count !== undefined && Number(count) > 0)) {
    return { outcome: 'found', files: 0, findings: findings.length > 0 ? findings : [{ path, name: `${count} threats` }], unscanned: [] }
  }
  if (lines.some((line) => /^Scanning .* was skipped\.$/.test(line))) return { outcome: 'unscanned', files: 0, findings: [], unscanned: [{ path, why: 'skipped' }] }
  if (code === 0 && lines.some((line) => /^Scanning .* found no threats\.$/.test(line))) return { outcome: 'clean', files: 0, findings: [], unscanned: [] }
  const complaint = [...lines, ...lastWords.split('\n')].find((line) => /\bhr = 0x|failed|error/i.test(line))
  return { outcome: 'failed', what: complaint?.trim() ?? `exit ${code ?? 'by signal'}` }
}

/** The blocks of `LIST OF DETECTED THREATS`: a name, then the files it was seen in. */
function readThreats(lines: readonly string[]): Finding[] {
  const findings: Finding[] = []
  let name: string | null = null
  for (const line of lines) {
    name = /^Threat\s+: (.+)$/.exec(line)?.[1]?.trim() ?? name
    const file = /^\s+(?:file|containerfile)\s*: (.+)$/.exec(line)?.[1]?.trim()
    if (name !== null && file !== undefined) findings.push({ path: file, name })
  }
  return findings
}

/** The newest platform folder, which updates come into, before the one that Windows was installed with. */
async function findMpCmdRun(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const { ProgramData, ProgramFiles } = environment
  const platforms = ProgramData ? join(ProgramData, 'Microsoft', 'Windows Defender', 'Platform') : null
  const versions = platforms ? await readdir(platforms).catch(() => []) : []
  const newest = versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const folders = [...newest.map((version) => join(platforms ?? '', version)), ...(ProgramFiles ? [join(ProgramFiles, 'Windows Defender')] : [])]
  return findProgram('MpCmdRun.exe', folders)
}
