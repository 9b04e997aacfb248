import { readFileSync } from 'node:fs'
import { Usage } from './exit.ts'

/** Fields of the contract that hold a secret. On a command line everybody who can list processes would read them. */
const SECRET_FIELDS = new Set(['password', 'newPassword', 'current', 'next', 'recoveryKey', 'passphrase'])
/** Beside a password a code is one too: a recovery code opens as much as a telephone does. Elsewhere codes stand on papers. */
const isSecret = (key: string, beside: object): boolean => SECRET_FIELDS.has(key) || (key === 'code' && ('password' in beside || 'current' in beside))

/** A secret from a file: its first line, as it is. */
export function secretFrom(path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Usage(`cannot read the password from ${path}`)
  }
  const [line = ''] = text.split(/\r?\n/)
  if (line === '') throw new Usage(`${path} holds no password`)
  return line
}

/**
 * Puts secrets into an input: `{"$file": "PATH"}` and `{"$env": "NAME"}` become what they point to.
 * `fromArgument`: an input that stood on the command line may not hold a secret itself.
 */
export function withSecrets(input: unknown, fromArgument: boolean): unknown {
  if (Array.isArray(input)) return input.map((each) => withSecrets(each, fromArgument))
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => {
    if (isSecret(key, input) && fromArgument && typeof value === 'string') throw new Usage(`${key} must not be an argument: write {"$file": "PATH"} or {"$env": "NAME"}, or send the input on standard input`)
    // Only where a secret belongs: a file that someone else wrote must not pull other files into the ledger.
    return [key, (isSecret(key, input) ? pointedTo(value) : undefined) ?? withSecrets(value, fromArgument)]
  }))
}

function pointedTo(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('$file' in value && typeof value.$file === 'string') return secretFrom(value.$file)
  if ('$env' in value && typeof value.$env === 'string') {
    const secret = process.env[value.$env]
    if (!secret) throw new Usage(`${value.$env} holds no password`)
    return secret
  }
  return undefined
}

/** Asks at the terminal without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Usage('no password: give --password-file FILE or AZUKARI_PASSWORD')
  process.stderr.write(question)
  process.stdin.setRawMode(true)
  process.stdin.setEncoding('utf8')
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = ''
      process.stdin.on('data', (chunk: string) => {
        for (const key of chunk) {
          if (key === '\r' || key === '\n') return resolve(typed)
          if (key === '\u0003') return reject(new Usage('interrupted'))
          typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key
        }
      })
    })
  } finally {
    process.stdin.setRawMode(false)
    process.stdin.pause()
    process.stdin.removeAllListeners('data')
    process.stderr.write('\n')
  }
}
