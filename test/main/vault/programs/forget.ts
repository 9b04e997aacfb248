import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeHeapSnapshot } from 'node:v8'
import { project, PROJECTION_VERSION } from '../../../../core/ledger/project.ts'
import type { Instant } from '../../../../core/time.ts'
import { realVault } from '../../../../main/vault/vault.ts'

/**
 * Opens a vault as the window does, lets the idle time run out, and writes down what memory still shows: the secret as it was, what the
 * emptied buffer holds, and a snapshot of the heap. The password comes from standard input, so that no argument holds it,
 * and from no file of the tests, where it would stand as a word of the program.
 */
const [home = '', folder = ''] = process.argv.slice(2)
let typed = ''
for await (const piece of process.stdin) typed += String(piece)
// Said at run time and kept: what the search must find, or it searches wrongly.
const remembered = [['わすれ', 'ない札'].join('')]
let idle = 0
const vault = realVault({ home, now: () => Date.UTC(2026, 3, 1) as Instant, newId: () => 'id', idleClock: () => idle, projection: { version: PROJECTION_VERSION, project }, cost: { N: 2 ** 10, r: 8, p: 1 } })
await vault.unlock('hanako', typed)
typed = ''
const { secret } = vault.inside()
const { bytes } = secret
writeFileSync(`${folder}/secret`, Buffer.from(bytes).toString('hex'))
idle = 11 * 60_000
const session = vault.session()
// Refused at once; what comes after in its turn waits until the leaving is over.
while (isOpen()) await sleep(5)
await vault.lock('closed')
globalThis.gc?.()
await sleep(20)
globalThis.gc?.()
writeHeapSnapshot(`${folder}/after.heapsnapshot`)
const refused = [() => vault.blobKey('blob'), () => vault.ledger(), () => vault.keys()].map((ask) => { try { ask(); return false } catch { return true } })
console.log(JSON.stringify({ remembered, session, zero: bytes.every((byte) => byte === 0), refused }))

function isOpen(): boolean {
  try {
    vault.ledger()
    return true
  } catch {
    return false
  }
}
