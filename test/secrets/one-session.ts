import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { hotp, stepOf } from '../../crypto/totp.ts'
import { TEN_IN_THE_MORNING } from '../world.ts'
import { fromBase32 } from './base32.ts'
import type { Sought } from './search.ts'

export interface Session { home: string; loginId: string; password: string; backups: string; env: NodeJS.ProcessEnv; cwd: string }

/**
 * What needs one session from end to end, in a process of its own: a second factor is set and used, its codes are tried and spent, the recovery
 * key is renewed, a backup is made. Answers the secrets that were told, the backup, and what was refused on the way.
 */
export async function playSession({ home, loginId, password, backups, env, cwd }: Session): Promise<{ told: Sought & { recoveryKey: string }; backup: string; refused: string }> {
  const tsx = join(import.meta.dirname, '../../node_modules/tsx/dist/esm/index.mjs')
  // What tsx keeps of the tests themselves would be found.
  const child = spawn(process.execPath, ['--import', `file://${tsx}`, join(import.meta.dirname, '../faults/programs/desk.ts'), home], { env: { ...env, TSX_DISABLE_CACHE: '1' }, cwd, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  const begun = Date.now()
  const refusals: string[] = []
  const ask = async <T>(name: string, input?: unknown): Promise<T> => {
    child.stdin.write(`${JSON.stringify([name, input])}\n`)
    const { answer, refused } = JSON.parse(String((await lines.next()).value)) as { answer: T; refused?: string }
    if (refused !== undefined) refusals.push(refused)
    return answer
  }

  await ask('vault.unlock', { loginId, password })
  const { key, uri } = await ask<{ key: string; uri: string }>('vault.offerFactor', { password })
  const secret = fromBase32(key)
  await ask('vault.setFactor', { code: 'not-a-code' })
  const { recoveryCodes } = await ask<{ recoveryCodes: string[] }>('vault.setFactor', { code: hotp(secret, stepOf(TEN_IN_THE_MORNING + Date.now() - begun)) })
  const [first = '', second = '', ...others] = recoveryCodes
  await ask('vault.lock')
  await ask('vault.unlock', { loginId, password, code: `${others[0]}${others[1]}` })
  await ask('vault.unlock', { loginId, password, code: first })
  await ask('vault.renewRecoveryKey', { password, code: first })
  const { recoveryKey } = await ask<{ recoveryKey: string }>('vault.renewRecoveryKey', { password, code: second })
  const { backup } = await ask<{ backup: { made: { path: string } } }>('backup.make', { folder: backups })
  await ask('vault.lock')
  await ask('vault.recover', { recoveryKey: `${recoveryKey.slice(0, -1)}!`, loginId, newPassword: password })
  await new Promise<void>((ended) => { child.once('close', () => ended()).stdin.end() })
  const codes = Object.fromEntries(recoveryCodes.map((code, i) => [`recovery code ${i + 1}`, code]))
  return { told: { ...codes, recoveryKey, 'recovery key in one': recoveryKey.replaceAll('-', ''), 'authenticator key': key, 'authenticator key as bytes': secret, 'authenticator address': uri }, backup: backup.made.path, refused: refusals.join('\n') }
}
