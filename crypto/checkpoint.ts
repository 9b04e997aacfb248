import type { KeyObject } from 'node:crypto'
import { EvidenceProblem } from './evidence-problem.ts'
import { openNote, signNote } from './signed-note.ts'

/** What a log says of itself: that its first `size` entries have this RFC 6962 root. */
export interface Checkpoint {
  readonly size: number
  readonly root: Uint8Array
}

/**
 * Writes a C2SP tlog-checkpoint signed with Ed25519. `origin` names the log and its key; it holds neither spaces nor
 * plus signs. Whoever keeps the text is a witness: a log that is later cut or rewritten no longer agrees with it.
 */
export function writeCheckpoint({ origin, size, root }: Checkpoint & { readonly origin: string }, key: KeyObject): string {
  if (root.length !== 32) throw new EvidenceProblem('hash-length', { length: root.length })
  if (!Number.isSafeInteger(size) || size < 0) throw new EvidenceProblem('merkle-range', { asked: size, size: Number.MAX_SAFE_INTEGER })
  return signNote(`${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`, origin, key)
}

/** Reads a checkpoint of the log `origin` that `publicKey` signed. Extension lines are refused: we write none. */
export function readCheckpoint(text: string, { origin, publicKey }: { origin: string; publicKey: KeyObject }): Checkpoint {
  const [found = '', size = '', root = '', ...rest] = openNote(text, origin, publicKey).split('\n')
  if (found !== origin) throw new EvidenceProblem('checkpoint-origin', { expected: origin, found })
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) malformed(2)
  const bytes = Buffer.from(root, 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== root) malformed(3)
  if (rest.length !== 1 || rest[0] !== '') malformed(4)
  return { size: Number(size), root: new Uint8Array(bytes) }
}

function malformed(line: number): never {
  throw new EvidenceProblem('checkpoint-malformed', { line })
}
