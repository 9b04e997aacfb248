import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDesk } from '../../core/desk.ts'
import type { Desk } from '../../core/contract.ts'
import { Refusal, type RuleNo } from '../../core/refusal.ts'
import { type Instant, instantOf } from '../../core/time.ts'
import { warekiTime } from '../../core/words/dates.ts'
import { sayInJapanese } from '../../core/words/ja.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { openWorld } from '../../main/world.ts'
import { fixtures } from './fixtures.ts'
import { pluggedIn } from './stick.ts'
import { demoWorkstation } from './workplace.ts'

/** Two offices that share nothing but files, one clock that the script moves, and someone who tells what happens. */
export interface Stage {
  contractor: Desk
  city: Desk
  at(iso: string): Instant
  say(line: string): void
  step(no: string, what: string): void
  /** Does what must be refused, and tells the refusal. Breaks the demo when it is allowed, or refused for another reason. */
  refused(what: string, rule: RuleNo, act: () => Promise<unknown>): Promise<void>
  folder(name: string): Promise<string>
  /** Lays the city's files into a folder, perhaps with one of them changed. */
  layFiles(folder: string, change?: { name: string; by(bytes: Uint8Array): void }): Promise<string[]>
  signal: AbortSignal
  close(): Promise<void>
}

export async function openStage(out: string, signal: AbortSignal): Promise<Stage> {
  let now = instantOf('2026-12-01T09:00:00+09:00')
  // The play is the same on every machine: its clerks attest what they checked.
  // Nobody lives in these vaults, and their password stands in this program: to make each guess dear would only make some hundred sign-ins slow.
  const clock = { now: () => now, viruses: noScanner, workstation: demoWorkstation, cost: { N: 2 ** 12, r: 8, p: 1 } }
  const contractor = await openWorld({ home: join(out, 'vault-contractor'), ...clock })
  const city = await openWorld({ home: join(out, 'vault-city'), ...clock })
  const say = (line: string) => { process.stdout.write(`${line}\n`) }
  return {
    contractor: openDesk(pluggedIn(contractor, join(out, 'stick-MED-2026-0003'))), city: openDesk(city), say, signal,
    at(iso) { return (now = instantOf(iso)) },
    step(no, what) { say(''); say(`── ${no}　${warekiTime(now)}　${what}`) },
    async refused(what, rule, act) {
      const error = await act().then(() => null, (e: unknown) => e)
      if (!(error instanceof Refusal)) throw new Error(`${what}: ${rule} was to refuse this`, { cause: error })
      if (!error.objections.some((o) => o.rule === rule)) throw new Error(`${what}: refused, but not by ${rule}: ${error.message}`)
      say(`   ✘ ${what} → ${error.objections.map(sayInJapanese).join(' ／ ')}`)
    },
    async folder(name) {
      const path = join(out, name)
      await mkdir(path, { recursive: true })
      return path
    },
    async layFiles(folder, change) {
      return Promise.all(fixtures.map(async ({ name, base64 }) => {
        const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
        if (change?.name === name) change.by(bytes)
        const path = join(folder, name)
        await writeFile(path, bytes)
        return path
      }))
    },
    async close() {
      await contractor.close()
      await city.close()
    },
  }
}
