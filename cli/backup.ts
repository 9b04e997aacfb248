import { resolve } from 'node:path'
import type { Opening } from '../core/backup/backup.ts'
import { required, valueOf, type Call } from './arguments.ts'
import { atTheDesk } from './at-the-desk.ts'
import { EXIT, type Exit, Usage } from './exit.ts'
import { operation } from './operation.ts'
import { watcher } from './print.ts'
import { secretFrom } from './secrets.ts'

/**
 * `backup make [--out DIR]`, `backup verify FILE`, `backup list [DIR]` for whoever signs in; `backup restore FILE` for whoever cannot yet.
 * With JSON in place of words, every operation as the contract has it.
 */
export async function backup(call: Call): Promise<Exit> {
  const [verb, path, ...more] = call.words
  if (path === '-' || path?.startsWith('{') || (verb !== 'make' && verb !== 'verify' && verb !== 'list' && verb !== 'restore')) return operation('backup', call)
  if (more.length > 0) throw new Usage(`backup ${verb} takes one path at most`)
  const how = { signal: call.signal, onProgress: watcher() }
  switch (verb) {
    case 'make': {
      if (path !== undefined) throw new Usage('backup make --out DIR')
      const out = valueOf(call, 'out')
      return atTheDesk(call, async (desk) => ({ answer: await desk.backup.make({ folder: out === undefined ? null : resolve(out) }, how) }))
    }
    case 'verify': return atTheDesk(call, async (desk) => {
      const answer = await desk.backup.verify({ path: fileIn(path, verb) }, how)
      return { answer, exit: answer.outcome === 'unsound' ? EXIT.refused : EXIT.done }
    })
    case 'list': return atTheDesk(call, async (desk) => ({ answer: path === undefined ? (await desk.backup.state()).backups : await desk.backup.list({ folder: resolve(path) }) }))
    case 'restore': {
      const witness = valueOf(call, 'witness')
      const order = { path: fileIn(path, verb), opening: openingIn(call), witness: witness === undefined ? null : resolve(witness), confirmation: valueOf(call, 'confirm') ?? null }
      return atTheDesk(call, async (desk) => ({ answer: await desk.backup.restore(order, how) }), 'at the locked door')
    }
  }
}

/** With the printed key a new password is chosen; without it, the password of --user opens the backup. */
function openingIn(call: Call): Opening {
  const loginId = required(call, 'user')
  const key = valueOf(call, 'recovery-key-file')
  if (key === undefined) return { kind: 'password', loginId, password: secretFrom(required(call, 'password-file')) }
  return { kind: 'recovery-key', recoveryKey: secretFrom(key), loginId, newPassword: secretFrom(required(call, 'new-password-file')) }
}

function fileIn(path: string | undefined, verb: string): string {
  if (path === undefined) throw new Usage(`backup ${verb} FILE`)
  return resolve(path)
}
