import { Usage } from './exit.ts'

/** Flags that take a value; every other `--flag` is a switch. */
const VALUED = new Set(['home', 'user', 'password-file', 'out', 'level', 'trust', 'pattern', 'verify', 'seed-file', 'sample-seed', 'number', 'contract', 'recovery-key-file', 'new-password-file', 'witness', 'confirm'])
const SWITCHES = new Set(['json', 'store', 'show-names'])

export interface Arguments { words: string[]; flags: ReadonlyMap<string, readonly string[]> }
export interface Call extends Arguments { signal: AbortSignal }

/** Splits what follows the command into words and flags: `--level 4`, `--level=4`, `--json`. A flag nobody knows is refused. */
export function readArguments(argv: readonly string[]): Arguments {
  const words: string[] = []
  const flags = new Map<string, string[]>()
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (word === '--') { words.push(...argv.slice(i + 1)); break }
    if (!word.startsWith('--')) { words.push(word); continue }
    const [name = '', joined] = split(word.slice(2))
    if (SWITCHES.has(name) && joined === undefined) flags.set(name, [])
    else if (VALUED.has(name)) {
      const value = joined ?? argv[++i]
      if (value === undefined) throw new Usage(`--${name} wants a value`)
      flags.set(name, [...(flags.get(name) ?? []), value])
    } else throw new Usage(`there is no option --${name}`)
  }
  return { words, flags }
}

/** The one value of a flag, if it was given. */
export function valueOf({ flags }: Arguments, name: string): string | undefined {
  const values = flags.get(name)
  if (values && values.length > 1) throw new Usage(`--${name} may be given once`)
  return values?.[0]
}

export function required(call: Arguments, name: string): string {
  const value = valueOf(call, name)
  if (value === undefined) throw new Usage(`--${name} is missing`)
  return value
}

function split(flag: string): [string, string | undefined] {
  const at = flag.indexOf('=')
  return at === -1 ? [flag, undefined] : [flag.slice(0, at), flag.slice(at + 1)]
}
