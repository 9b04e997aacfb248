import type { Finding, Unscanned } from '../../core/viruses/scan.ts'
import type { Ended } from './program.ts'

/** What a scanner came to, with everything that it found and everything that it did not look into. */
export type Verdict =
  | { outcome: 'clean' | 'found' | 'unscanned'; files: number; findings: Finding[]; unscanned: Unscanned[] }
  | { outcome: 'failed'; what: string }
  | { outcome: 'abandoned' }

/** What ClamAV prints after the path of one file. */
export interface Said { verdict: 'clean' | 'found' | 'unscanned'; text: string }

/**
 * One line of clamscan or clamdscan (`PATH: OK`, `PATH: NAME FOUND`, `PATH: … ERROR`), or null for any other line.
 * A file beyond a limit (`--alert-exceeds-max`) and an encrypted one (`--alert-encrypted`) is reported as a heuristic FOUND,
 * which is no infection and no acquittal: nobody looked inside.
 */
export function readLine(line: string): { path: string; said: Said } | null {
  const colon = line.lastIndexOf(': ')
  if (colon < 1) return null
  const path = line.slice(0, colon)
  const text = line.slice(colon + 2)
  if (text === 'OK' || text === 'Empty file') return { path, said: { verdict: 'clean', text } }
  const found = /^(\S.*) FOUND$/.exec(text)?.[1]
  if (found === undefined) return { path, said: { verdict: 'unscanned', text } }
  return { path, said: { verdict: /^Heuristics\.(Limits\.Exceeded|Encrypted)\b/.test(found) ? 'unscanned' : 'found', text: found } }
}

const WEIGHT = { clean: 0, unscanned: 1, found: 2 }
export const heavier = (a: Said | undefined, b: Said): Said => (a && WEIGHT[a.verdict] >= WEIGHT[b.verdict] ? a : b)

/**
 * All that was said of the files, and how the scanner ended (0: nothing found, 1: found, 2: errors), as one verdict. Silence
 * about a file, an exit code that contradicts the lines, or any other code is a failure: what nobody vouches for is not clean.
 */
export function judge(paths: readonly string[], said: ReadonlyMap<string, Said>, { code, lastWords }: Ended): Verdict {
  const of = (verdict: Said['verdict']) => paths.flatMap((path) => { const one = said.get(path); return one?.verdict === verdict ? [{ path, text: one.text }] : [] })
  const findings = of('found').map(({ path, text }) => ({ path, name: text }))
  const unscanned = of('unscanned').map(({ path, text }) => ({ path, why: text }))
  const files = of('clean').length + findings.length
  // Whatever else went wrong: what was found was found.
  if (findings.length > 0) return { outcome: 'found', files, findings, unscanned }

  const silent = paths.filter((path) => !said.has(path))
  const complaint = lastWords.split('\n').at(-1) ?? ''
  if (code === null || code < 0 || code > 2) return { outcome: 'failed', what: complaint || `exit ${code ?? 'by signal'}` }
  if (silent.length > 0) return { outcome: 'failed', what: `${silent[0]}: ${complaint || 'no verdict'}` }
  if (code > 0 && unscanned.length === 0) return { outcome: 'failed', what: complaint || `exit ${code}` }
  return { outcome: unscanned.length > 0 ? 'unscanned' : 'clean', files, findings, unscanned }
}
