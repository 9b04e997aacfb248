// A desk over a real home that is told, line by line, what to do, and when to die of it. Whatever it says was done before it was said.
import { createHash } from 'node:crypto'
import { accessSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Desk } from '../../../core/contract.ts'
import { openDesk } from '../../../core/desk.ts'
import { Refusal } from '../../../core/refusal.ts'
import type { Instant } from '../../../core/time.ts'
import { noScanner } from '../../../main/viruses/no-scanner.ts'
import { openWorld, type RealWorld } from '../../../main/world.ts'
import { deeds } from './deeds.ts'
import type { Asked, Said, Start } from './talk.ts'

const ACKNOWLEDGED = 3
const { home, loginId, passwords, now, stick, counted } = JSON.parse(process.argv[2] ?? '') as Start
const cost = { N: 2 ** 10, r: 8, p: 1 }

let world: RealWorld
let desk: Desk
void live()

async function live(): Promise<void> {
  world = acknowledging(await openWorld({ home, now: () => now as Instant, cost, viruses: noScanner }))
  desk = openDesk(world)
  say({ said: 'open', password: loginId === null ? -1 : await comeIn(loginId), questions: loginId === null ? [] : await openQuestions() })
  for await (const line of createInterface({ input: process.stdin })) await answer(JSON.parse(line) as Asked)
  await world.close()
  process.exit(0)
}

/** Answers which of the passwords opened. */
async function comeIn(as: string): Promise<number> {
  for (const [i, password] of passwords.entries()) {
    try {
      await desk.vault.unlock({ loginId: as, password })
      return i
    } catch (error) {
      if (!(error instanceof Refusal) || i === passwords.length - 1) throw error
    }
  }
  throw new Error('nobody said a password')
}

const openQuestions = async (): Promise<string[]> => (await desk.home.today()).cards.filter(({ kind }) => kind === 'question').map(({ subjectId }) => subjectId)

async function answer(asked: Asked): Promise<void> {
  try {
    say(await dealWith(asked))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say({ said: 'refused', why: error.objections.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`) })
  }
}

async function dealWith(asked: Asked): Promise<Said> {
  switch (asked.ask) {
    case 'entries': return { said: 'entries', ...await entriesFrom(desk, asked.from), problems: (await desk.ledger.verify()).problems }
    case 'settle': return { said: 'settled', left: (await desk.home.settle({ id: asked.id })).cards.filter(({ kind }) => kind === 'question').length }
    case 'fetch': return { said: 'fetched', sha256: await Promise.all(asked.blobs.map(async (blob) => world.files.fetch(blob).then((bytes) => createHash('sha256').update(bytes).digest('hex')).catch(() => null))) }
    case 'look': return { said: 'looked', ...await lookAt(asked) }
    case 'deed': {
      const deed = deeds[asked.deed]
      if (!deed) throw new Error(`there is no deed called ${asked.deed}`)
      const ready = await deed.prepare({ desk, world, words: asked.words })
      if (asked.at !== null) moment(`arm/${asked.at.call}/${asked.at.torn ? 1 : 0}`)
      if (asked.engineAt !== undefined) process.env['MOMENT_ARM'] = String(asked.engineAt)
      // From here on a kill from outside is one during the deed.
      moment('say/begun')
      say({ said: 'begun' })
      await ready()
      delete process.env['MOMENT_ARM']
      if (counted !== null) moment(`tell${counted}`)
      moment('say/done')
      return { said: 'done' }
    }
  }
}

const quietly = { signal: new AbortController().signal, onProgress: () => {} }

/** Every entry that is there, where the vault opens, its ledger verifies, and the last entries speak of no file that does not open. */
async function lookAt({ home: there, loginId: as, passwords: tried }: Extract<Asked, { ask: 'look' }>): Promise<Pick<Extract<Said, { said: 'looked'; found: 'open' | 'absent' }>, 'found' | 'hashes'> | { found: 'wrong'; what: string }> {
  const other = await openWorld({ home: there, now: () => now as Instant, cost, viruses: noScanner })
  try {
    if ((await other.vault.status()).state === 'absent') return { found: 'absent', hashes: [] }
    const outcomes = []
    for (const password of tried) {
      outcomes.push(await other.vault.unlock(as, password))
      if (outcomes.at(-1)?.outcome === 'open') break
    }
    if (outcomes.at(-1)?.outcome !== 'open') return { found: 'wrong', what: JSON.stringify(outcomes) }
    const { size, problems } = await other.ledger.verify(quietly)
    if (problems.length > 0) return { found: 'wrong', what: JSON.stringify(problems) }
    const entries = await other.ledger.entries(0, size)
    for (const blob of JSON.stringify(entries.slice(-12)).match(/blob-[0-9a-f]{32}/g) ?? []) await other.files.fetch(blob)
    return { found: 'open', hashes: entries.map(({ hash }) => hash) }
  } catch (error) {
    return { found: 'wrong', what: error instanceof Error ? `${error.name}: ${error.message}` : 'something was thrown' }
  } finally {
    await other.close()
  }
}

async function entriesFrom(of: Desk, from: number): Promise<Pick<Extract<Said, { said: 'entries' }>, 'size' | 'entries'>> {
  const found = await of.ledger.entries({ from, count: 1000 })
  return { size: found.size, entries: found.entries.map(({ seq, type, hash, data }) => ({ seq, type, hash, data })) }
}

/** The world, saying of every append that it was acknowledged before whoever asked for it hears so. */
function acknowledging(real: RealWorld): RealWorld {
  const { ledger, drives } = real
  return {
    ...real,
    ledger: {
      ...ledger,
      append: async (entries, after) => {
        const head = await ledger.append(entries, after)
        if (head) {
          writeSync(ACKNOWLEDGED, `${head.size} ${head.hash}\n`)
          moment(`say/${head.size} ${head.hash}`)
        }
        return head
      },
    },
    // A folder that stands for a stick; everything else is as the system says.
    drives: stick === null ? drives : { list: async () => [stick.drive], holding: async (path) => (path === stick.folder ? stick.drive : null) },
  }
}

function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`)
}

/** Heard only by what counts the disk calls, where it is loaded. */
function moment(word: string): void {
  try {
    accessSync(`/moment/${word}`)
  } catch {
    // Nobody counts here.
  }
}
