import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises'
import type { Desk } from '../../core/contract.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { Refusal } from '../../core/refusal.ts'
import type { World } from '../../core/world.ts'
import { ActFailed, type Failing, type Failures } from '../failing-world.ts'
import type { Place, Stage } from './stage.ts'
import type { Counted } from './world-calls.ts'

export type OpenDesk = (world: World) => Desk
/** `isReal`: it waits for disks and threads, which take as long as they take. */
export interface Asked { name: string; input: unknown; openDesk: OpenDesk; isReal: boolean }
export interface Trial extends Asked { counted: Counted; stage: Stage }
export type Ended = { ended: 'done' } | { ended: 'refused' | 'failed' | 'broken' | 'hangs'; error: unknown }

/** What the operation comes to when nothing fails. */
export interface Reference { types: string[]; files: ReadonlyMap<string, string>; doors: string }

/** Failures that an operation may bear without a word, each with its reason. */
const MAY_BE_BORNE: readonly RegExp[] = [
  // Erasing that broke off is an outcome: it is written down as failed, and never as done (`failedOpenly`).
  /^disposals\.(wipe|wipeFiles|wipeVault|command|verify) wiping\./,
  // So it is where a checkpoint on the way cannot be written down.
  /^disposals\.wipe ledger\./,
]
/** What asking again may be refused for although nothing is a question, each with its reason. */
const MAY_BE_REFUSED: readonly RegExp[] = [
  // The files lie there whole, and the refusal says so: another folder, or they are handed on as they are.
  /target-exists/,
  // The keyring has the new password and the answer was lost: the old one opens nothing any more.
  /^vault\.changePassword .*wrong-password/,
  // 今日 asks what became of the letter (mail-sending-unknown), and mails.settleSending answers it: sent twice would be worse.
  /^mails\.send .*state-does-not-allow/,
  // The keyring has the new factor, and what was offered is used up: it is offered anew, or the ledger is brought level at the next sign-in.
  /^vault\.setFactor .*first-code-wrong/,
]

/** One call fails. Answers everything that is not as it should be afterwards. */
export async function round(trial: Trial, place: Place, failing: World & Failures, how: Failing, reference: Reference): Promise<string[]> {
  const { stage, name, counted } = trial
  const { world } = place
  const first = await ask(trial, failing)
  const act = failing.acts[failing.turn - 1] ?? ''
  const wrong: string[] = []
  if (first.ended === 'hangs' || first.ended === 'broken') wrong.push(`${first.ended}: ${String(first.error)}`)
  if (first.ended === 'refused' && how === 'came first') wrong.push(`refused where another came first: ${String(first.error)}`)
  await place.look()
  const here = await place.written()
  if (first.ended === 'done' && how !== 'came first') {
    if (!MAY_BE_BORNE.some((one) => one.test(`${name} ${act}`))) wrong.push('swallowed')
    else if (!failedOpenly(here)) wrong.push('borne without a word of it in the ledger')
    else counted.brokenOff++
  }
  if (here.length > 0) wrong.push(...(await world.ledger.verify({ signal: new AbortController().signal, onProgress: () => {} })).problems.map(({ seq, what }) => `ledger ${seq} ${what}`))
  wrong.push(...await claimsTooMuch(here, place), ...halves(stage, place, reference))
  // Asked again at the end of the campaign: the real desk does it in a world that looks just like this one.
  if (first.ended === 'done' || (how === 'before' && await stage.isAsBefore(place))) return wrong
  return [...wrong, ...await askAgain(trial, place, failing, reference)]
}

/** The same order once more: it is done; or it was done already; or what is left of it is a question, and after the answer it can be done. */
async function askAgain(trial: Trial, place: Place, failing: World & Failures, { types, doors }: Reference): Promise<string[]> {
  const { counted } = trial
  const { world } = place
  counted.askedAgain++
  const stood = holds((await place.written()).map(({ type }) => type), types)
  await place.ready()
  const again = await ask(place.inputAgain ? { ...trial, input: await place.inputAgain() } : trial, failing)
  await place.look()
  if (again.ended === 'done') {
    if (stood && types.length > 0 && (await place.written()).length > types.length) counted.twice++
    return []
  }
  if (again.ended !== 'refused') return [`asked again, it ${again.ended}: ${String(again.error)}`]
  if (stood && types.length > 0) {
    counted.standing++
    // Nobody can bring the keyring level any more by asking again.
    const left = await doorsOf(world)
    return left === doors ? [] : [`refused as done, and the door asks otherwise: ${left}, and not ${doors}`]
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
  await place.ready()
  const last = await ask(trial, world)
  await place.look()
  return last.ended === 'done' || last.ended === 'refused' ? [] : [`settled and asked again, it ${last.ended}: ${String(last.error)}`]
}

/** Asks it of a desk over this world, and says how that ended. */
export async function ask({ name, input, openDesk, isReal }: Asked, world: World): Promise<Ended> {
  const [group = '', operation = ''] = name.split('.')
  const run = (openDesk(world) as unknown as Record<string, Record<string, (input: unknown, how: object) => Promise<unknown>>>)[group]?.[operation]
  const alarm = new AbortController()
  try {
    return await Promise.race([
      run!(input, { signal: new AbortController().signal, onProgress: () => {} }).then((): Ended => ({ ended: 'done' })),
      (isReal ? longWait(alarm.signal) : manyTurns(alarm.signal)).then((): Ended => ({ ended: 'hangs', error: 'no answer' })),
    ])
  } catch (error) {
    return { ended: error instanceof Refusal ? 'refused' : error instanceof ActFailed || isCausedByAct(error) ? 'failed' : 'broken', error }
  } finally {
    alarm.abort()
  }
}

/** So long that only what hangs takes longer, on whatever machine. */
const longWait = (signal: AbortSignal): Promise<void> => sleep(15 * 60_000, undefined, { signal })
/** On paper nothing waits for the machine: what has no answer after so many turns gets none. */
async function manyTurns(signal: AbortSignal): Promise<void> {
  for (let turn = 0; turn < 10_000; turn++) await breathe(undefined, { signal })
}

const isCausedByAct = (error: unknown): boolean => error instanceof Error && (error.cause instanceof ActFailed || (error instanceof AggregateError && error.errors.some((one) => one instanceof ActFailed)))

/** Who has to show a second factor at the door, whatever the ledger says of it. */
export async function doorsOf(world: World): Promise<string> {
  if (!world.vault.session()) return ''
  const { reading } = await world.ledger.read()
  const known = reading.list('account').filter(({ state }) => state !== 'revoked').map(({ loginId }) => loginId)
  return (await Promise.all(known.map(async (loginId) => `${loginId} ${(await world.vault.access(loginId)).factor ? 'code' : 'password'}`))).join()
}

/** Whether these types came, in this order, whatever else came between. */
function holds(came: readonly string[], types: readonly string[]): boolean {
  let at = 0
  for (const type of came) if (type === types[at]) at++
  return at === types.length
}

/** Whether the last word of the ledger on an erasure is that it did not succeed: 不合格 or 中止, and nothing else. */
function failedOpenly(entries: readonly Entry[]): boolean {
  const said = entries.flatMap(({ type, data }) => (type === 'wipe-ended' ? [data.wipe.result] : type === 'wipe-verified' ? [data.result] : []))
  return said.at(-1) === '不合格' || said.at(-1) === '中止'
}

/** What new entries speak of is there: sealed files in the vault, packages and written parts where they say. */
async function claimsTooMuch(entries: readonly Entry[], place: Place): Promise<string[]> {
  const wrong: string[] = []
  for (const { type, data } of entries) {
    if (type.includes('wip') || type.includes('eras')) continue
    for (const [, blob = ''] of JSON.stringify(data).matchAll(/"blob":"([^"]+)"/g)) if (!await place.holds(blob)) wrong.push(`${type} speaks of a sealed file that is not there`)
  }
  if (!entries.some(({ type }) => type === 'package-verified')) return wrong
  const { reading } = await place.world.ledger.read()
  for (const { path, volumes } of reading.list('package').filter(({ state }) => state === 'verified').slice(-1)) if (volumes.length === 0 && !place.lies(path)) wrong.push('a verified package is not there')
  return wrong
}

/** Files under final names that the whole operation would not have left just so. */
const halves = (stage: Stage, place: Place, { files }: Reference): string[] => [...stage.came(place)].filter(([path, text]) => !stage.agree(files.get(path), text)).map(([path]) => `a file lies there that should not: ${path}`)
