import { noScanner } from '../../../main/viruses/no-scanner.ts'
import { openRealDesk } from '../../../main/desk.ts'
import { AFTERWARDS } from '../landed.ts'

// Opens the home of an older version, to be killed meanwhile: node --import tsx open.ts HOME LOGIN-ID PASSWORD. Says `opening`, then `opened`, and waits.
const [, , home = '', loginId = '', password = ''] = process.argv
const { desk } = await openRealDesk({ home, now: () => AFTERWARDS, idleClock: () => 0, viruses: noScanner })
process.stdout.write('opening\n')
await desk.vault.unlock({ loginId, password })
process.stdout.write('opened\n')
setInterval(() => {}, 60_000)
