// Wipes the files of a plan and then the free space around them, in a home of its own; the power is cut while the space is being filled.
import { openRealDesk } from '../../../../main/desk.ts'
import { PASSWORD } from '../../../cast.ts'
import { TEN_IN_THE_MORNING } from '../../../world.ts'
import { cost } from '../../vault/hanako.ts'

const [home = '', planId = ''] = process.argv.slice(2)
const { desk } = await openRealDesk({ home, now: () => TEN_IN_THE_MORNING, cost })
await desk.vault.unlock({ loginId: 'oba', password: PASSWORD })
await desk.disposals.wipeFiles({ planId: planId as never, targetNo: 1, listSha256: null, pattern: 'tile', readBack: true, hardLinks: 'leave', readOnly: 'leave', freeSpace: true, witness: null, second: null }, {
  onProgress: ({ phase, bytesDone }) => { if (phase === 'filling' && bytesDone > 0) process.kill(process.pid, 'SIGKILL') },
})
