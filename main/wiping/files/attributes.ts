import type { Ask } from '../commands/ask.ts'
import type { HeldFolder } from './held-folder.ts'

/** chattr(1)'s letters by the name (latin1) in this folder: `i` immutable, `a` append-only, `C` no copy-on-write, `c` compressed, `j` journalled, `E` encrypted. Nothing for a name that nobody can tell about. */
export async function attributesIn(folder: HeldFolder, names: readonly Buffer[], ask: Ask): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  // Names with line ends would be read as two: these go one by one.
  const plain = names.filter((name) => !name.includes(0x0a))
  const letters = await lettersOf(folder, plain, ask)
  if (letters?.length === plain.length) plain.forEach((name, n) => found.set(name.toString('latin1'), letters[n] ?? ''))
  for (const name of letters?.length === plain.length ? names.filter((each) => each.includes(0x0a)) : names) {
    const first = (await lettersOf(folder, [name], ask))?.[0]
    if (first !== undefined) found.set(name.toString('latin1'), first)
  }
  return found
}

/** Through xargs, because arguments in Node are text and names need not be. */
async function lettersOf(folder: HeldFolder, names: readonly Buffer[], ask: Ask): Promise<string[] | null> {
  if (names.length === 0) return []
  if (folder.fd === null) return null
  const input = Buffer.concat(names.flatMap((name) => [Buffer.from('/proc/self/fd/3/'), name, Buffer.of(0)]))
  const { outcome, out } = await ask('xargs', ['-0', 'lsattr', '-d', '--'], { input, held: [folder.fd] })
  return outcome === 'answered' ? readAttributes(out) : null
}

/** The letters of each line of `lsattr -d`. */
export function readAttributes(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const found = /^([-a-zA-Z]{16,})\s/.exec(line)
    return found?.[1] === undefined ? [] : [found[1].replaceAll('-', '')]
  })
}
