// make.ts HOME FOLDER: makes one backup after the other into the folder, two generations kept, until it is killed; says `made GENERATION PATH` after each.
// The home has the administrator hanako (test/main/backup/shelf.ts). An entry is written between two backups, so that they differ.
import { openDesk } from '../../../../core/desk.ts'
import { openWorld } from '../../../../main/world.ts'
import { cost } from '../../vault/hanako.ts'
import { password } from '../password.ts'

const [home = '', folder = ''] = process.argv.slice(2)
const world = await openWorld({ home, cost })
const desk = openDesk(world)
await desk.vault.unlock({ loginId: 'hanako', password })
await desk.backup.setPlan({ plan: { folder, at: '12:00', keep: 2 } })
say('begun')
for (;;) {
  const done = await desk.backup.make({ folder: null })
  if (done.outcome !== 'made') throw new Error(done.outcome)
  say(`made ${done.backup.generation} ${done.backup.made?.path}`)
}

/** Synchronous, so that what was said was done. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
