import { PackageProblem, type PackageProblemCode } from '../../crypto/zip/problem.ts'
import { codeOf } from '../files/disk.ts'

const ON_TARGET: Record<string, PackageProblemCode> = {
  ENOSPC: 'disk-full', EDQUOT: 'disk-full', EFBIG: 'file-too-large-for-disk', EEXIST: 'target-exists', ENOTEMPTY: 'target-exists',
  EROFS: 'read-only', EACCES: 'read-only', EPERM: 'read-only', ENOENT: 'target-missing', ENOTDIR: 'target-missing', EIO: 'target-broken', ENXIO: 'target-broken', ENODEV: 'target-broken', ENAMETOOLONG: 'name-not-portable',
}
const ON_PACKAGE: Record<string, PackageProblemCode> = { ENOENT: 'package-missing', ENOTDIR: 'package-missing' }
const ON_SOURCE: Record<string, PackageProblemCode> = { ENOENT: 'source-missing', ENOTDIR: 'source-missing', ELOOP: 'source-not-a-file' }

/** Runs a step that touches the target, and turns what the system says into a problem the desk knows. Bugs pass unchanged. */
export const onTarget = <T>(path: string, step: () => Promise<T>): Promise<T> => translated(step, path, ON_TARGET, undefined)

/** The same for the package that is read: whatever the system refuses, it is unreadable. */
export const onPackage = <T>(path: string, step: () => Promise<T>): Promise<T> => translated(step, path, ON_PACKAGE, 'package-unreadable')

/** The same for a source. */
export const onSource = <T>(path: string, step: () => Promise<T>): Promise<T> => translated(step, path, ON_SOURCE, 'source-unreadable')

/** What a refusal of the system about a source means. */
export const sourceProblem = (error: unknown, path: string): unknown => translate(error, path, ON_SOURCE, 'source-unreadable')

async function translated<T>(step: () => Promise<T>, path: string, words: Record<string, PackageProblemCode>, otherwise: PackageProblemCode | undefined): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw translate(error, path, words, otherwise)
  }
}

function translate(error: unknown, path: string, words: Record<string, PackageProblemCode>, otherwise: PackageProblemCode | undefined): unknown {
  const code = codeOf(error)
  // Only what the operating system says (EXXXX); our own problems and bugs keep their name.
  if (error instanceof PackageProblem || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error
  const word = words[code] ?? otherwise
  return word ? new PackageProblem(word, { path, system: code }, { cause: error }) : error
}
