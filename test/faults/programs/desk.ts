import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openRealDesk } from '../../../main/desk.ts'
import { noScanner } from '../../../main/viruses/no-scanner.ts'
import { Refusal } from '../../../core/refusal.ts'
import type { Instant } from '../../../core/time.ts'
import { cost } from '../../main/vault/hanako.ts'
import { TEN_IN_THE_MORNING } from '../../world.ts'

/**
 * A desk in a process of its own, asked line by line: `["group.operation", input]`, answered by `{"n", "answer"}` or `{"n", "refused"}`.
 * `ahead`: a file that says by how many milliseconds the clock of the idle lock is ahead of this machine's.
 */
const [home = '', ahead = ''] = process.argv.slice(2)
const idleClock = (): number => Date.now() + (ahead === '' ? 0 : Number(readFileSync(ahead, 'utf8')))
// The office is of the seventh of December; from there its clock runs on.
const begun = Date.now()
const { desk, close } = await openRealDesk({ home, now: () => (TEN_IN_THE_MORNING + Date.now() - begun) as Instant, idleClock, cost, viruses: noScanner })
const operations = desk as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>

let n = 0
createInterface({ input: process.stdin }).on('line', (line) => { void answer(++n, JSON.parse(line) as [string, unknown]) }).on('close', () => void close())
console.log('{}')

async function answer(number: number, [name, input]: [string, unknown]): Promise<void> {
  const [group = '', operation = ''] = name.split('.')
  try {
    say({ n: number, answer: (await operations[group]![operation]!(input)) ?? null })
  } catch (error) {
    say({ n: number, refused: error instanceof Refusal ? error.objections.map(({ code }) => code).join() : String(error) })
  }
}

function say(what: object): void {
  console.log(JSON.stringify(what))
}
