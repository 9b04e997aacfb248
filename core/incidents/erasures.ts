import * as z from 'zod'
import { contractNamed } from '../contracts/use.ts'
import { MediumNo } from '../media/medium.ts'
import { callOff, isCallable } from '../ledger/calling-off.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { underWay } from '../ledger/under-way.ts'
import { PersonId } from '../people/person.ts'
import { personNamed } from '../people/use.ts'
import { refusal } from '../refusal.ts'
import { Instant } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import { wipeNamed } from '../wipes/carrying-out.ts'
import { Method } from '../wipes/plan.ts'
import { type Wipe, WipeId } from '../wipes/wipe.ts'
import type { World } from '../world.ts'
import { freezesOn } from './freeze.ts'
import type { Freeze } from './incident.ts'

/**
 * An erasure that this desk is at just now. `stops`: whether it can be stopped; a command that a drive was given cannot.
 */
export const Erasure = z.object({
  wipeId: WipeId, planNo: z.string(), targetNo: z.number().int(), medium: MediumNo.nullable(), serial: z.string().nullable(), mediaName: z.string(), information: z.string(), method: Method,
  begunAt: Instant, operator: PersonId, stops: z.boolean(),
})
export type Erasure = z.infer<typeof Erasure>
export const CallOffErasure = z.object({ wipeId: WipeId })

/** What is being erased of a contract while somebody reports that something went wrong with it (Art. 18①). */
export const erasuresUnderWay = (world: World, contractId: string): Promise<Erasure[]> =>
  look(world, (reading) => erasuresOf(world, reading, contractNamed(reading, contractId).id))

/**
 * 証拠保全のための中止: an erasure that was under way when evidence began to be kept. New ones are refused by themselves; one that runs goes on until a person
 * stops it, since half an erased medium is for them to weigh. It ends as 中止, and says why. Refused where no evidence is kept, or the drive was told already.
 */
export function callOffErasure(world: World, { wipeId }: z.output<typeof CallOffErasure>): Promise<Erasure[]> {
  let because: string | null = null
  return record(world, (reading) => {
    const wipe = wipeNamed(reading, wipeId)
    const freezes = freezesOn(reading, wipe.contractId)
    const [first] = freezes
    if (!first) throw refusal('state-does-not-allow', '18①', 'R-36', { is: 'nothing-kept', act: 'call-off-erasure' })
    const [running] = erasuresOf(world, reading, wipe.contractId).filter((one) => one.wipeId === wipe.id)
    if (running && !running.stops) throw refusal('state-does-not-allow', '18①', 'R-36', { is: 'drive-commanded', act: 'call-off-erasure' })
    because = running ? becauseOf(first) : null
    const incident = freezes.find(({ what }) => what === 'incident')
    const entries = running && incident ? [deedOf(world, reading, incident.id, running)] : []
    return { entries, answer: (after) => erasuresOf(world, after, wipe.contractId) }
  }).then((left) => {
    if (because !== null) callOff(world, wipeId, because)
    return left
  })
}

/** Those of a contract that run now and are among these: what a beginning incident stops in the same step. */
export const toBeStopped = (world: World, reading: Reading, contractId: string, wipeIds: readonly string[]): Erasure[] =>
  erasuresOf(world, reading, contractId).filter(({ wipeId, stops }) => stops && wipeIds.includes(wipeId))

/** 証拠保全 in the timeline of an incident: what was told to stop, and by whom. What came of it stands in the erasure's own record. */
export function deedOf(world: World, reading: Reading, incidentId: string, { medium, mediaName, planNo, targetNo }: Erasure): EntryBody<'incident-deed-noted'> {
  const { personId } = signedIn(world)
  const at = world.now()
  const what = `進行中の消去の中止を指示した（${medium ?? mediaName}、消去計画${planNo}の${targetNo}）。`
  return { type: 'incident-deed-noted', data: { incidentId, deed: { at, kind: '証拠保全', what, who: personNamed(reading, personId).name, recordedBy: personId, recordedAt: at } } }
}

/** In the words of the record that it ends with. */
export const becauseOf = ({ what, no }: Pick<Freeze, 'what' | 'no'>): string => `証拠保全のため中止（${what === 'incident' ? '事故' : '監査等'}${no}）`

function erasuresOf(world: World, reading: Reading, contractId: string): Erasure[] {
  const ours = underWay(world)
  // One that is claimed and neither stops nor is a command waits for somebody's last word, and is refused when it comes.
  return reading.open('wipe').filter((wipe) => wipe.contractId === contractId && wipe.state === 'under way' && ours.has(wipe.id) && (isCallable(world, wipe.id) || wipe.method === 'command')).map((wipe) => erasureOf(world, reading, wipe))
}

function erasureOf(world: World, reading: Reading, { id, planId, targetNo, medium, drive, method, begunAt, operator }: Wipe): Erasure {
  const plan = reading.get('plan', planId)
  const target = plan?.targets.find(({ no }) => no === targetNo)
  return { wipeId: id, planNo: plan?.no ?? '', targetNo, medium, serial: drive?.serial ?? null, mediaName: target?.mediaName ?? '', information: target?.information ?? '', method, begunAt, operator, stops: isCallable(world, id) }
}
