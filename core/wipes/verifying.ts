import { look, record } from '../ledger/record.ts'
import { underWay, whileUnderWay } from '../ledger/under-way.ts'
import { personNamed } from '../people/use.ts'
import type { Person } from '../people/person.ts'
import { mediumNamed } from '../media/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { coSign } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { How, World } from '../world.ts'
import type { WipeOutcome, WipeProgress } from './overwrite.ts'
import { planNamed } from './planning.ts'
import { objectionsToDrive, objectionsToVerifier, resultOf } from './rules.ts'
import { wipeNamed } from './carrying-out.ts'
import { brokeOff, driveAt } from './running.ts'
import type { VerifyWipe, Wipe } from './wipe.ts'

const NEVER = new AbortController().signal

/**
 * 確認 (Art. 15⑤, R-32): another person than the operator, signed in or beside them, stands for the result; with the drive at hand
 * everything is read back again, and the worse of both readings counts. Refuses while the city's witness has not confirmed.
 */
export async function verifyWipe(world: World, order: VerifyWipe, { signal = NEVER, onProgress = () => {} }: JobOptions<WipeProgress> = {}): Promise<{ outcome: 'verified' | 'abandoned'; wipe: Wipe }> {
  const { wipe, plan, actor } = await look(world, (reading) => {
    const found = wipeNamed(reading, order.wipeId)
    return { wipe: found, plan: planNamed(reading, found.planId), actor: personNamed(reading, signedIn(world).personId) }
  })
  if (wipe.state !== 'to be verified' || underWay(world).has(wipe.id)) throw refusal('state-does-not-allow', '15⑤', null, { is: wipe.state, act: 'verify-wipe' })
  if (plan.witnessRequested && !order.witnessConfirmed) throw refusal('witness-not-confirmed', '15③', 'R-29', { name: wipe.witness?.name ?? plan.witnessRequested.name })
  const verifier = await verifierOf(world, wipe, actor, order)

  const again = order.drivePath === null ? null : await whileUnderWay(world, wipe.id, () => readAgain(world, wipe, order.drivePath as string, { signal, onProgress }))
  if (again?.end === 'abandoned') return { outcome: 'abandoned', wipe }
  const result = again && wipe.result === '合格' ? resultOf(again) : wipe.result
  return record(world, () => ({
    entries: [{ type: 'wipe-verified', data: { wipeId: wipe.id, result: result ?? '不合格', verified: { by: verifier.id, at: world.now(), again, witnessConfirmed: order.witnessConfirmed } } }],
    answer: (after) => ({ outcome: 'verified' as const, wipe: wipeNamed(after, wipe.id) }),
  }))
}

async function verifierOf(world: World, wipe: Wipe, actor: Person, { second }: VerifyWipe): Promise<Person> {
  const operator = await look(world, (reading) => personNamed(reading, wipe.operator))
  if (second) return coSign(world, second, { operation: 'disposals.verify', act: 'verify-wipe', article: '15⑤', rule: 'R-32', actor: operator })
  refuseIfAny(objectionsToVerifier(operator.id, actor.id, actor.name))
  return actor
}

async function readAgain(world: World, wipe: Wipe, drivePath: string, how: How<WipeProgress>): Promise<WipeOutcome> {
  const medium = await look(world, (reading) => mediumNamed(reading, wipe.medium ?? ''))
  const drive = await driveAt(world, drivePath)
  refuseIfAny(objectionsToDrive(drive, medium, medium.serial))
  if (!drive || wipe.pattern === null) throw refusal('drive-absent', '11(5)', 'R-17', { no: medium.no, serial: medium.serial })
  const seed = wipe.seedBlob === null ? null : await world.files.fetch(wipe.seedBlob)
  return world.wiping.check({ drive, pattern: wipe.pattern, readBack: 'full', seed }, how).catch(brokeOff)
}
