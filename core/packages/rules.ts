import type { Objection } from '../refusal.ts'
import type { Package } from './package.ts'

/** R-20 (Art. 11(3), (7)): only what was opened again from disk and found whole may leave. */
export function objectionsToLeaving(packages: readonly Package[]): Objection[] {
  return packages.filter(({ state }) => state !== 'verified' && state !== 'left')
    .map(({ no }) => ({ code: 'package-not-verified', article: '11(3)', rule: 'R-11', facts: { no } }))
}

/** The file as it lies on disk now, against what was verified then. */
export function objectionsToFile({ no, path, sha256 }: Package, now: { sha256: string } | null): Objection[] {
  if (!now) return [{ code: 'package-missing', article: '11(3)', rule: 'R-11', facts: { no, path } }]
  return now.sha256 === sha256 ? [] : [{ code: 'package-changed', article: '11(3)', rule: 'R-11', facts: { no } }]
}
