import { join, resolve } from 'node:path'
import type { Call } from './arguments.ts'
import { atTheDesk, credentials } from './at-the-desk.ts'
import { EXIT, type Exit, Usage } from './exit.ts'
import { operation } from './operation.ts'
import { watcher } from './print.ts'

/**
 * `ledger verify`: exit 1 when anything is wrong. `ledger export OUT`: a new folder that can be checked without us.
 * `ledger rescue OUT`: of a ledger that no longer opens, what can still be read; exit 1 when anything is missing.
 */
export async function ledger(call: Call): Promise<Exit> {
  const [what, out, ...more] = call.words
  const how = { signal: call.signal, onProgress: watcher() }
  if (what === 'verify' && out === undefined) {
    return atTheDesk(call, async (desk) => {
      const answer = await desk.ledger.verify(undefined, how)
      return { answer, exit: answer.problems.length > 0 ? EXIT.refused : EXIT.done }
    })
  }
  if (what === 'export' && out !== undefined && !out.startsWith('{') && out !== '-') {
    if (more.length > 0) throw new Usage('ledger export takes one folder')
    return atTheDesk(call, async (desk) => ({ answer: await desk.ledger.export({ into: resolve(out) }, how) }))
  }
  if (what === 'rescue' && out !== undefined) {
    if (more.length > 0) throw new Usage('ledger rescue takes one folder')
    const who = await credentials(call)
    if (!who) throw new Usage('ledger rescue wants --user ID')
    return atTheDesk(call, async (desk) => {
      const answer = await desk.vault.rescue({ ...who, into: resolve(out) }, how)
      if (!call.flags.has('json')) process.stderr.write(`取り出した記録は平文の個人情報を含みます。鍵のかかる場所に置き、使い終えたら消去してください。欠けているものは ${join(answer.folder, 'README.txt')} にあります。\n業務を続けるには、バックアップから復元してください（azukari backup restore FILE）。\n`)
      return { answer, exit: answer.missing.length > 0 || answer.contradicting.length > 0 ? EXIT.refused : EXIT.done }
    }, 'at the locked door')
  }
  return operation('ledger', call)
}
