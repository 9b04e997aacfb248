import { PackageProblem } from '../../crypto/zip/problem.ts'
import type { How, Unfinished } from '../../core/world.ts'
import { codeOf } from '../files/disk.ts'

/** Something long begins; its signal calls it off when the vault is locked. */
export type Begin = () => { signal: AbortSignal; end(): void }

/**
 * Does a long piece of work for the desk: no idle lock until it ends, called off by the clerk or by the locking, and what is
 * expected to go wrong becomes an answer. `onto` is what the work was about, for a problem that does not say.
 */
export async function atWork<P, T>(begin: Begin, { signal, onProgress }: How<P>, onto: string, act: (how: How<P>) => Promise<T>): Promise<T | Unfinished> {
  const work = begin()
  const either = AbortSignal.any([signal, work.signal])
  try {
    either.throwIfAborted()
    return await act({ signal: either, onProgress })
  } catch (error) {
    if (either.aborted) return { outcome: 'abandoned' }
    if (error instanceof PackageProblem) return { outcome: 'trouble', what: error.code, path: typeof error.facts['path'] === 'string' ? error.facts['path'] : onto }
    if (error instanceof LetterProblem) return { outcome: 'trouble', what: error.what, path: error.path }
    if (codeOf(error) === 'EEXIST') return { outcome: 'trouble', what: 'target-exists', path: onto }
    throw error
  } finally {
    work.end()
  }
}

/** A key letter that cannot be read, is for somebody else, or bears no signature that we believe. */
export class LetterProblem extends Error {
  override readonly name = 'LetterProblem'
  readonly what: 'letter-unreadable' | 'letter-not-for-us' | 'letter-damaged' | 'letter-not-believed'
  readonly path: string

  constructor(what: LetterProblem['what'], path: string) {
    super(what)
    this.what = what
    this.path = path
  }
}
