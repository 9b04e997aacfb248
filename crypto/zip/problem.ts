/** What may go wrong with a package without anybody having made a mistake in the program. */
export type PackageProblemCode =
  | 'wrong-password-or-damaged' | 'damaged' | 'truncated' | 'not-a-zip' | 'weak-encryption' | 'unsupported-method' | 'bomb'
  | 'hostile-name' | 'name-not-portable' | 'duplicate-name'
  | 'source-missing' | 'source-unreadable' | 'source-changed' | 'source-not-a-file' | 'nothing-to-seal'
  | 'target-exists' | 'target-missing' | 'target-broken' | 'disk-full' | 'file-too-large-for-disk' | 'read-only'
  | 'package-missing' | 'package-unreadable' | 'weak-password'

export type Facts = Readonly<Record<string, string | number | readonly string[]>>

/**
 * An expected failure of packing or opening. `code` chooses the sentence, `facts` fill it (paths, entry names, counts).
 * The message holds no facts: names of clients' files must not reach a log by way of an error.
 */
export class PackageProblem extends Error {
  readonly code: PackageProblemCode
  readonly facts: Facts

  constructor(code: PackageProblemCode, facts: Facts = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'PackageProblem'
    this.code = code
    this.facts = facts
  }
}
