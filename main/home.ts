import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder of one organisation's vault, ledger and log, the same for the window and for the command line:
 * what was asked for (`--home`), else `AZUKARI_HOME`, else this user's place for such things. An absolute path.
 */
export function homeFolder(asked: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(asked || environment['AZUKARI_HOME'] || join(usersFolder(environment), 'Azukari'))
}

/** `--home DIR` or `--home=DIR` among the arguments of a program. */
export function askedHome(argv: readonly string[]): string | undefined {
  const joined = argv.find((argument) => argument.startsWith('--home='))
  if (joined !== undefined) return joined.slice('--home='.length)
  const at = argv.indexOf('--home')
  return at === -1 ? undefined : argv[at + 1]
}

function usersFolder(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return environment['XDG_CONFIG_HOME'] || join(homedir(), '.config')
}
