// restore.ts HOME BACKUP: restores the backup into the home again and again, each time over the vault that lies there, until it is killed;
// says `restored MOVED-ASIDE` after each. Opened with the password of hanako. Every vault in place, and every one moved aside, is whole at any moment.
import { openDesk } from '../../../../core/desk.ts'
import { Refusal } from '../../../../core/refusal.ts'
import { openWorld } from '../../../../main/world.ts'
import { cost } from '../../vault/hanako.ts'
import { password } from '../password.ts'

const [home = '', path = ''] = process.argv.slice(2)
const desk = openDesk(await openWorld({ home, cost }))
const order = { path, opening: { kind: 'password' as const, loginId: 'hanako', password }, witness: null }
process.stdout.write('begun\n')
for (;;) {
  const done = await desk.backup.restore({ ...order, confirmation: null }).catch(async (error: unknown) => desk.backup.restore({ ...order, confirmation: asked(error) }))
  if (done.outcome !== 'restored') throw new Error(done.outcome)
  process.stdout.write(`restored ${done.restored.movedAside}\n`)
}

/** What lies there is longer by what it said of its own restoring: typed, as somebody would who read it. */
function asked(error: unknown): string {
  if (!(error instanceof Refusal)) throw error
  const [first] = error.objections
  if (first?.code !== 'backup-behind') throw error
  return first.facts.confirmation
}
