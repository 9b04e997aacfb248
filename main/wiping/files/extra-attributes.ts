import type { Ask } from '../commands/ask.ts'
import type { HeldFolder } from './held-folder.ts'

const PLACE = '/proc/self/fd/3/'

/**
 * Names (latin1) in this folder that carry attributes of their users (`user.…`, xattr(7)), which overwriting a file does not touch; with ntfs-3g
 * these are the alternate streams. Empty too where nobody can tell: getfattr is not everywhere.
 */
export async function withExtraAttributes(folder: HeldFolder, names: readonly Buffer[], ask: Ask): Promise<Set<string>> {
  if (folder.fd === null || names.length === 0) return new Set()
  const input = Buffer.concat(names.flatMap((name) => [Buffer.from(PLACE), name, Buffer.of(0)]))
  const { outcome, out } = await ask('xargs', ['-0', 'getfattr', '-h', '-m', '^user\\.', '--absolute-names', '--'], { input, held: [folder.fd] })
  return new Set(outcome === 'answered' ? readNames(out).map((path) => path.slice(PLACE.length)) : [])
}

/** The files that `getfattr` names, as latin1: what is not plain it writes in octal. */
export function readNames(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const path = /^# file: (.*)$/.exec(line)?.[1]
    const bytes = path && Buffer.from(path, 'utf8').toString('latin1')
    return bytes ? [bytes.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))] : []
  })
}
