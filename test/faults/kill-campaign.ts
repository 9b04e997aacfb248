import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stick } from '../paper-machine.ts'
import { PASSWORD } from '../cast.ts'
import { TEN_IN_THE_MORNING } from '../world.ts'
import { lookAtFiles, lookAtLedger, type Memory, namesIn, nothingKnown, nothingWrong, type Wrong } from './after-a-kill.ts'
import type { Bundle } from './bundle.ts'
import { copyOf } from './offices.ts'
import type { Start, Words } from './programs/talk.ts'
import { beginVictim, type Victim } from './victim.ts'

/** One row of kills after another over one home. */
export interface Row { folder: string; home: string; at: (name: string) => string; number: number; memory: Memory; random: () => number; /** What a campaign remembers of it. */ notes: Record<string, string> }
export interface Campaign {
  deed: string
  /** Copied for each row; null: there is none yet. */
  home: string | null
  /** Who comes in; null while there is nothing to come into. */
  loginId: string | ((row: Row) => string | null)
  passwords?(row: Row): string[]
  kills: number
  /** Kills in one home before the next begins. */
  inOneHome: number
  words(row: Row, step: number): Words
  /** What a row needs besides, and how it is cleared away. */
  furnish?(row: Row): () => void
  /** What else must be so once the desk is open again, after what came of the last deed. */
  afterwards?(row: Row, victim: Victim, came: Came, wrong: Wrong): void | Promise<void>
  /** Questions that the next deed answers itself. */
  answers?(row: Row, question: string): boolean
  /** Real drives, and no folder that stands for a stick. */
  onRealDrives?: true
  /** A process that the deed starts is ended at a disk call too, now and then. */
  killsEngine?: true
  /** What was there before may be gone from the ledger: the deed puts another vault in its place. */
  startsAnew?: true
  /** The start after a kill is killed too. */
  killsStart?: true
  /** One refusal that is as it should be. */
  mayRefuse?: RegExp
}
export type Came = 'killed' | 'done' | 'refused' | null

/** What came of it. `starts`: milliseconds from the start of a process until its desk could be used with its questions on it, each after a kill. */
export interface Killed { kills: number; atCalls: number; atRandom: number; torn: number; startsKilled: number; engines: number; starts: number[]; questions: number; entries: number; drafts: number; wrong: Wrong }
export interface Place { bundle: Bundle; shelf: string; random: () => number }

/** Every fifth kill comes from outside at any moment; the others at a disk call, and half of those in the middle of what it writes. */
const FROM_OUTSIDE = 5
/** A start, and an engine over a small medium, ask this often at most for something of a disk that changes it. */
const START_CALLS = 24
const ENGINE_CALLS = 40

/** Kills a deed again and again: two rows at once, since a desk waits for its disk half of the time. */
export async function killAgainAndAgain(campaign: Campaign, place: Place): Promise<Killed> {
  const sum: Killed = { kills: 0, atCalls: 0, atRandom: 0, torn: 0, startsKilled: 0, engines: 0, starts: [], questions: 0, entries: 0, drafts: 0, wrong: nothingWrong() }
  const learned: Learned = { calls: 0, milliseconds: 0 }
  let rows = 0
  let broke = false
  const lane = async (): Promise<void> => {
    while (sum.kills < campaign.kills && nothingFound(sum.wrong) && !broke) await killInOneHome(campaign, place, rows++, sum, learned).catch((error: unknown) => { broke = true; throw error })
  }
  // Both are waited for, so that what a row was furnished with is cleared away.
  for (const ended of await Promise.allSettled([lane(), lane()])) if (ended.status === 'rejected') throw ended.reason
  return sum
}

const nothingFound = (wrong: Wrong): boolean => Object.values(wrong).every((found: string[]) => found.length === 0)

async function killInOneHome(campaign: Campaign, place: Place, number: number, sum: Killed, learned: Learned): Promise<void> {
  const { shelf, random } = place
  const row: Row = { ...copyOf(campaign.home, shelf), number, memory: nothingKnown(), random, notes: {} }
  const clear = campaign.furnish?.(row)
  try {
    let came: Came = null
    for (let step = 0; step < campaign.inOneHome && sum.kills < campaign.kills && nothingFound(sum.wrong); step++) came = await killOnce(campaign, place, row, { step, came }, sum, learned)
    // The last deed of a home is left in peace: the desk can go on.
    came = await once(campaign, place, row, { step: campaign.inOneHome, came }, sum, async (victim, words) => victim.deed({ deed: campaign.deed, words, at: { call: 0, torn: false } }, null))
    await once(campaign, place, row, { step: campaign.inOneHome + 1, came }, sum, async () => 'done')
    sum.entries += row.memory.hashes.length
  } finally {
    clear?.()
    rmSync(row.folder, { recursive: true, force: true })
  }
}

interface Learned { calls: number; milliseconds: number }
interface Now { step: number; came: Came }

/** The first deed of a campaign is counted; every other is given a moment to die at. */
async function killOnce(campaign: Campaign, place: Place, row: Row, now: Now, sum: Killed, learned: Learned): Promise<Came> {
  const { bundle, random } = place
  if (campaign.killsStart && now.came === 'killed') await killStart(place, startOf(campaign, row), sum)
  const first = learned.calls === 0
  const outside = !first && (bundle.moments === null || Math.floor(random() * FROM_OUTSIDE) === 0)
  const call = first || outside ? 0 : 1 + Math.floor(random() * learned.calls)
  const torn = random() < 0.5
  const engineAt = campaign.killsEngine && !first && random() < 0.4 ? { engineAt: 1 + Math.floor(random() * ENGINE_CALLS) } : {}
  return once(campaign, place, row, now, sum, async (victim, words) => {
    const began = performance.now()
    const came = await victim.deed({ deed: campaign.deed, words, at: { call: 'engineAt' in engineAt ? 0 : call, torn }, ...engineAt }, outside && !('engineAt' in engineAt) ? random() * learned.milliseconds : null)
    if (came === 'killed' || 'engineAt' in engineAt) {
      sum.kills++
      if ('engineAt' in engineAt) sum.engines++
      else if (outside) sum.atRandom++
      else sum.atCalls++
      if (torn && call > 0) sum.torn++
    } else if (call === 0 && came === 'done') {
      learned.calls = Math.max(learned.calls, bundle.moments === null ? 1 : Number(readFileSync(countedIn(row), 'utf8')))
      learned.milliseconds = Math.max(learned.milliseconds, performance.now() - began)
    }
    return came
  })
}

/** One desk: it opens, everything is looked at, what is asked is answered, and then the deed. */
async function once(campaign: Campaign, { bundle }: Place, row: Row, { step, came }: Now, sum: Killed, act: (victim: Victim, words: Words) => Promise<'done' | 'killed' | string[]>): Promise<Came> {
  const start = startOf(campaign, row)
  const victim = await beginVictim(bundle, start)
  if (!victim) throw new Error('nobody told this desk to end')
  if (came === 'killed') sum.starts.push(victim.milliseconds)
  await lookAround(campaign, row, victim, came, sum, start.loginId !== null)
  const is = await act(victim, { step: String(step), ...campaign.words(row, step) })
  row.memory.acknowledged.push(...victim.acknowledged)
  if (is === 'killed') return 'killed'
  await victim.close()
  if (is === 'done') return 'done'
  if (!(campaign.mayRefuse?.test(is.join()) ?? false)) throw new Error(`${campaign.deed} was refused: ${is.join()}`)
  return 'refused'
}

async function killStart({ bundle, random }: Place, start: Start, sum: Killed): Promise<void> {
  const victim = await beginVictim(bundle, start, { MOMENT_ARM: String(1 + Math.floor(random() * START_CALLS)) })
  if (victim) await victim.kill()
  sum.kills++
  sum.startsKilled++
}

const countedIn = ({ folder }: Row): string => join(folder, 'counted')
const startOf = ({ loginId, passwords, onRealDrives }: Campaign, row: Row): Start => ({
  home: row.home, loginId: typeof loginId === 'string' ? loginId : loginId(row), passwords: passwords?.(row) ?? [PASSWORD], now: TEN_IN_THE_MORNING, stick: onRealDrives ? null : stickIn(row.at('stick')), counted: countedIn(row),
})

/** Looks for everything that a kill may not leave, answers what is asked, and clears the folders for the next deed. */
async function lookAround(campaign: Campaign, row: Row, victim: Victim, came: Came, sum: Killed, isIn: boolean): Promise<void> {
  if (campaign.startsAnew) row.memory = nothingKnown()
  if (isIn) await lookAtLedger(victim, row.memory, sum.wrong, row.home)
  sum.questions += victim.open.questions.length
  for (const name of ['out', 'stick']) {
    lookAtFiles(row.at(name), row.memory, sum.wrong)
    sum.drafts += namesIn(row.at(name)).drafts
  }
  await campaign.afterwards?.(row, victim, came, sum.wrong)
  for (const id of victim.open.questions) if (!(campaign.answers?.(row, id) ?? false)) await victim.settle(id)
  for (const name of ['out', 'stick']) {
    for (const lying of readdirSync(row.at(name))) rmSync(join(row.at(name), lying), { recursive: true })
    mkdirSync(row.at(name), { recursive: true })
  }
}

const stickIn = (folder: string): NonNullable<Start['stick']> => ({ folder, drive: stick('AZ0003K7Q1', '/dev/sdb', { volumes: [{ path: '/dev/sdb1', mountPoints: [folder], fileSystem: 'exfat', label: null, bytes: 16e9, freeBytes: 16e9 }] }) })
