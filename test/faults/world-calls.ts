import { setTimeout as sleep } from 'node:timers/promises'
import { contract, type Desk } from '../../core/contract.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { Refusal } from '../../core/refusal.ts'
import type { World } from '../../core/world.ts'
import { ActFailed, type Failing, failingAt, type Failures } from '../failing-world.ts'
import type { TestWorld } from '../world.ts'

/** What a campaign over world calls counted, and every way in which an operation did not bear a failure. */
export interface Counted { operations: Map<string, Set<string>>; rounds: Record<Failing, number>; unchanged: number; askedAgain: number; standing: number; settled: number; twice: number; refusedRightly: number; inPlace: Set<string>; contradictions: Set<string> }
export const counting = (): Counted => ({ operations: new Map(), rounds: { before: 0, after: 0, 'came first': 0 }, unchanged: 0, askedAgain: 0, standing: 0, settled: 0, twice: 0, refusedRightly: 0, inPlace: new Set(), contradictions: new Set() })

type Operation = (input: unknown, how?: { signal?: AbortSignal; onProgress?: (progress: unknown) => void }) => Promise<unknown>
type AnyDesk = Record<string, Record<string, Operation>>
type OpenDesk = (world: World) => Desk

/** Acts that leave the world as it was: their answer lost is the same as their never having been asked. */
const LOOKS = /^(ledger\.(read|entries|rows|choices|touching|consistency|witness|extract|verify)|files\.(find|gather|sha256|fetch|listFolder|readSmall)|packages\.(verify|cut|room)|drives\..*|documents\..*|post\.tryServer|vault\.(status|secretCalled)|views\.of|tables\.unencodable|workstation\..*|viruses\.scanner|wiping\.(check|freshSeed|listFiles|listSealed|abilities|readLog)|world\.confirm)$/

/**
 * A desk that, before it does anything that comes to a good end, does it elsewhere as often as it asks anything of the world: each time another
 * of these calls fails. Of each operation `most` ways through the world are tried.
 */
export function everyCallFails(openDesk: OpenDesk, world: World, counted: Counted, most: number): Desk {
  const desk = openDesk(world) as unknown as AnyDesk
  return Object.fromEntries(Object.entries(desk).map(([group, operations]) => [group, Object.fromEntries(Object.entries(operations).map(([name, run]) => {
    const tried: Operation = async (input, how) => {
      const about = { name: `${group}.${name}`, input, openDesk, counted, most }
      if (how?.signal?.aborted) return run(input, how)
      if (!isPaper(world)) return inPlace(about, world, how)
      await campaign({ ...about, paper: world })
      return run(input, how)
    }
    return [name, tried]
  }))])) as unknown as Desk
}

export const everyOperation = (): string[] => Object.entries(contract).flatMap(([group, operations]) => Object.keys(operations).map((name) => `${group}.${name}`))

const isPaper = (world: World): world is TestWorld => 'fork' in world

/** Acts after which a real world is as good as before: a sealed file that no entry names is swept. */
const WITHOUT_TRACE = /^(files\.(keep|forget))$/

/**
 * A real world has no second one beside it: there, each call fails in turn up to the first that changes anything, that one too, and then it is done.
 * The first append finds that another came first.
 */
async function inPlace({ name, input, openDesk, counted, most }: Omit<Trial, 'paper'>, world: World, how: Parameters<Operation>[1]): Promise<unknown> {
  const operate = (at: World): Promise<unknown> => (openDesk(at) as unknown as AnyDesk)[name.split('.')[0]!]![name.split('.')[1]!]!(input, how)
  if (counted.inPlace.has(name) || most === 0) return operate(world)
  for (let n = 1; n < 400; n++) {
    const failing = failingAt(n, world as TestWorld)
    let answer: unknown
    try {
      answer = await operate(failing)
    } catch (error) {
      if (!(error instanceof ActFailed || isCausedByAct(error))) return operate(world)
      counted.rounds.before++
      const act = failing.acts[n - 1] ?? ''
      if (LOOKS.test(act) || WITHOUT_TRACE.test(act)) continue
      const last = act === 'ledger.append' ? failingAt(n, world as TestWorld, 'came first') : world
      if (act === 'ledger.append') counted.rounds['came first']++
      const done = await operate(last)
      counted.inPlace.add(name)
      return done
    }
    if (failing.failed) counted.contradictions.add(`${name}: before ${failing.acts[n - 1]} (${n}, in a real world): swallowed`)
    else counted.inPlace.add(name)
    return answer
  }
  return operate(world)
}

interface Trial { name: string; input: unknown; paper: TestWorld; openDesk: OpenDesk; counted: Counted; most: number }
type Ended = { ended: 'done' } | { ended: 'refused' | 'failed' | 'broken' | 'hangs'; error: unknown }

/** What was so before, and what the operation comes to when nothing fails. */
interface Going { world: TestWorld; failing: TestWorld & Failures }
interface Reference { types: string[]; files: ReadonlyMap<string, string> }

async function campaign(asked: Trial): Promise<void> {
  // Two desks may be at work at once: what the other does meanwhile is no part of this.
  const trial = { ...asked, paper: asked.paper.fork() }
  const { name, counted, most, paper } = trial
  const ways = counted.operations.get(name) ?? new Set()
  if (ways.size >= most) return
  const before = (await paper.ledger.read()).head.size
  const whole = failingAt(Infinity, paper.fork())
  const { ended } = await ask(trial, whole)
  if (ended !== 'done') return
  const acts = [...whole.acts]
  if (ways.has(acts.join())) return
  counted.operations.set(name, ways.add(acts.join()))
  const reference: Reference = { types: (await since(whole, before)).map(({ type }) => type), files: new Map([...whole.disk].filter(([path, text]) => paper.disk.get(path) !== text)) }

  let world = paper.fork()
  for (const how of ['before', 'after', 'came first'] as const) {
    for (const [i, act] of acts.entries()) {
      if (how === 'after' && LOOKS.test(act)) continue
      if (how === 'came first' && act !== 'ledger.append') continue
      counted.rounds[how]++
      const failing = failingAt(i + 1, world, how)
      const wrong = await round(trial, { world, failing }, how, reference, before)
      for (const what of wrong) counted.contradictions.add(`${name}: ${how} ${act} (${i + 1} of ${acts.length}): ${what}`)
      // A world in which nothing changed is as good as new; whatever else is left of a round does not weigh on the next.
      if (how !== 'before' || !(await isAsBefore(paper, world))) world = paper.fork()
      else counted.unchanged++
    }
  }
}

/** One call fails. Answers everything that is not as it should be afterwards. */
async function round(trial: Trial, { world, failing }: Going, how: Failing, reference: Reference, before: number): Promise<string[]> {
  const { paper, counted, name } = trial
  const first = await ask(trial, failing)
  const act = failing.acts[failing.turn - 1] ?? ''
  const wrong: string[] = []
  if (first.ended === 'hangs' || first.ended === 'broken') wrong.push(`${first.ended}: ${String(first.error)}`)
  if (first.ended === 'done' && how !== 'came first' && !MAY_BE_BORNE.some((one) => one.test(`${name} ${act}`))) wrong.push('swallowed')
  if (first.ended === 'refused' && how === 'came first') wrong.push(`refused where another came first: ${String(first.error)}`)
  const here = await since(world, before)
  if (here.length > 0) wrong.push(...(await world.ledger.verify({ signal: new AbortController().signal, onProgress: () => {} })).problems.map(({ seq, what }) => `ledger ${seq} ${what}`))
  wrong.push(...await claimsTooMuch(here, world), ...halves(world, paper, reference))
  if (first.ended === 'done') return wrong
  if (how === 'before' && await isAsBefore(paper, world)) {
    // Asked again at the end of the campaign: the real desk does it in a world that looks just like this one.
    return wrong
  }
  return [...wrong, ...await askAgain(trial, { world, failing }, reference, before, counted)]
}

/** The same order once more: it is done; or it was done already; or what is left of it is a question, and after the answer it can be done. */
async function askAgain(trial: Trial, { world, failing }: Going, { types }: Reference, before: number, counted: Counted): Promise<string[]> {
  counted.askedAgain++
  const stood = holds((await since(world, before)).map(({ type }) => type), types)
  const again = await ask(trial, failing)
  if (again.ended === 'done') {
    if (stood && types.length > 0 && (await since(world, before)).length > types.length) counted.twice++
    return []
  }
  if (again.ended !== 'refused') return [`asked again, it ${again.ended}: ${String(again.error)}`]
  if (stood) {
    counted.standing++
    return []
  }
  if (MAY_BE_REFUSED.some((one) => one.test(`${trial.name} ${String(again.error)}`))) {
    counted.refusedRightly++
    return []
  }
  const desk = trial.openDesk(world)
  const questions = (await world.ledger.read()).reading.list('question')
  if (questions.length === 0) return [`asked again, it is refused: ${String(again.error)}`]
  for (const { id } of questions) {
    try {
      await desk.home.settle({ id })
    } catch (error) {
      return [`its question cannot be answered: ${String(error)}`]
    }
  }
  counted.settled++
  // Settled as abandoned, some things may be done at once, others want to be planned anew.
  const last = await ask(trial, world)
  return last.ended === 'done' || last.ended === 'refused' ? [] : [`settled and asked again, it ${last.ended}: ${String(last.error)}`]
}

/** Failures that an operation may bear without a word, each with its reason. */
const MAY_BE_BORNE: readonly RegExp[] = [
  // Erasing that broke off is an outcome: it is written down as failed, and never as done.
  /^disposals\.(wipe|wipeFiles|wipeVault|command|verify) wiping\./,
]
/** What asking again may be refused for although nothing is a question, each with its reason. */
const MAY_BE_REFUSED: readonly RegExp[] = [
  // The files lie there whole, and the refusal says so: another folder, or they are handed on as they are.
  /target-exists/,
  // The keyring has the new password and the answer was lost: the old one opens nothing any more.
  /^vault\.changePassword .*wrong-password/,
  // 今日 asks what became of the letter (mail-sending-unknown), and mails.settleSending answers it: sent twice would be worse.
  /^mails\.send .*state-does-not-allow/,
]

async function ask({ name, input, openDesk }: Trial, world: TestWorld): Promise<Ended> {
  const [group = '', operation = ''] = name.split('.')
  const run = (openDesk(world) as unknown as AnyDesk)[group]?.[operation]
  const alarm = new AbortController()
  try {
    return await Promise.race([
      run!(input, { signal: new AbortController().signal, onProgress: () => {} }).then((): Ended => ({ ended: 'done' })),
      sleep(5_000, { ended: 'hangs', error: 'no answer' } as Ended, { signal: alarm.signal }),
    ])
  } catch (error) {
    return { ended: error instanceof Refusal ? 'refused' : error instanceof ActFailed || isCausedByAct(error) ? 'failed' : 'broken', error }
  } finally {
    alarm.abort()
  }
}

const isCausedByAct = (error: unknown): boolean => error instanceof Error && (error.cause instanceof ActFailed || (error instanceof AggregateError && error.errors.some((one) => one instanceof ActFailed)))
const since = (world: TestWorld, from: number): Promise<Entry[]> => world.ledger.entries(from, 1000)

/** Whether these types came, in this order, whatever else came between. */
function holds(came: readonly string[], types: readonly string[]): boolean {
  let at = 0
  for (const type of came) if (type === types[at]) at++
  return at === types.length
}

async function isAsBefore(paper: TestWorld, world: TestWorld): Promise<boolean> {
  const [was, is] = [await paper.ledger.read(), await world.ledger.read()]
  return was.head.hash === is.head.hash && paper.blobs.size === world.blobs.size && paper.disk.size === world.disk.size && paper.folders.size === world.folders.size
    && paper.machine.wiped.length === world.machine.wiped.length && paper.server.letters.length === world.server.letters.length && paper.vault.session()?.personId === world.vault.session()?.personId
    && [...world.disk].every(([path, text]) => paper.disk.get(path) === text)
}

/** What new entries speak of is there: sealed files in the vault, packages and written parts where they say. */
async function claimsTooMuch(entries: readonly Entry[], world: TestWorld): Promise<string[]> {
  const wrong: string[] = []
  for (const { type, data } of entries) {
    if (type.includes('wip') || type.includes('eras')) continue
    for (const [, blob = ''] of JSON.stringify(data).matchAll(/"blob":"([^"]+)"/g)) if (!world.blobs.has(blob)) wrong.push(`${type} speaks of a sealed file that is not there`)
  }
  const { reading } = await world.ledger.read()
  const touched = new Set(entries.map(({ type }) => type))
  if (touched.has('package-verified')) for (const { path, volumes } of reading.list('package').filter(({ state }) => state === 'verified').slice(-1)) if (volumes.length === 0 && !world.disk.has(path)) wrong.push('a verified package is not there')
  return wrong
}

/** Files under final names that the whole operation would not have left just so. */
function halves(world: TestWorld, paper: TestWorld, { files }: Reference): string[] {
  return [...world.disk].filter(([path, text]) => paper.disk.get(path) !== text && plain(files.get(path)) !== plain(text)).map(([path]) => `a file lies there that should not: ${path}`)
}

/** Without names that chance gave. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uuid')
