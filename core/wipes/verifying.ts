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
import { objectionsToDrive, objectionsToOtherDrive, objectionsToVerifier, resultOfAgain } from './rules.ts'
import { wipeNamed } from './carrying-out.ts'
import { brokeOff, driveAt } from './running.ts'
import type { VerifyWipe, Wipe } from './wipe.ts'

const NEVER = new AbortController().signal

/**
 * 確認 (Art. 15⑤, R-32): another person than the operator, signed in or beside them, stands for the result; with the drive at hand
 * everything is read back again, and the worse of both readings counts. Refuses while the city's witness has not confirmed, and a
 * reading back that did not begin: it says nothing, neither good nor bad.
 */
export async function verifyWipe(world: World, order: VerifyWipe, { signal = NEVER, onProgress = () => {} }: JobOptions<WipeProgress> = {}): Promise<{ outcome: 'verified' | 'abandoned'; wipe: Wipe }> {
  const { wipe, plan, actor } = await look(world, (reading) => {
    const found = wipeNamed(reading, order.wipeId)
    return { wipe: found, plan: planNamed(reading, found.planId), actor: personNamed(reading, signedIn(world).personId) }
  })
  refuseUnlessWaiting(wipe)
  if (underWay(world).has(wipe.id)) throw refusal('state-does-not-allow', '15⑤', null, { is: 'under-way', act: 'verify-wipe' })
  if (plan.witnessRequested && !order.witnessConfirmed) throw refusal('witness-not-confirmed', '15③', 'R-29', { name: wipe.witness?.name ?? plan.witnessRequested.name })
  // Claimed before anything is waited for: what a reading finds must not come after somebody's word that all is well.
  return whileUnderWay(world, wipe.id, async () => {
    const verifier = await verifierOf(world, wipe, actor, order)
    const again = order.drivePath === null ? null : await readAgain(world, wipe, order.drivePath, { signal, onProgress })
    if (again?.end === 'abandoned') return { outcome: 'abandoned', wipe }
    const result = again && wipe.result === '合格' ? resultOfAgain(wipe, again) : wipe.result
    return record(world, (reading) => {
      refuseUnlessWaiting(wipeNamed(reading, wipe.id))
      return {
        entries: [{ type: 'wipe-verified', data: { wipeId: wipe.id, result: result ?? '不合格', verified: { by: verifier.id, at: world.now(), again, witnessConfirmed: order.witnessConfirmed } } }],
        answer: (after) => ({ outcome: 'verified' as const, wipe: wipeNamed(after, wipe.id) }),
      }
    })
  })
}

function refuseUnlessWaiting({ state }: Wipe): void {
  if (state !== 'to be verified') throw refusal('state-does-not-allow', '15⑤', null, { is: state, act: 'verify-wipe' })
}

async function verifierOf(world: World, wipe: Wipe, actor: Person, { second }: VerifyWipe): Promise<Person> {
  const operator = await look(world, (reading) => personNamed(reading, wipe.operator))
  const verifier = second ? await coSign(world, second, { operation: 'disposals.verify', contractId: wipe.contractId, act: 'verify-wipe', article: '15⑤', rule: 'R-32', actor: operator }) : actor
  refuseIfAny(objectionsToVerifier(operator.id, verifier.id, verifier.name))
  // Who destroyed, or ran another program, need not be who recorded it.
  const performedBy = wipe.destruction?.performedBy ?? wipe.external?.performedBy ?? ''
  refuseIfAny(objectionsToVerifier(withoutBlanks(performedBy), withoutBlanks(verifier.name), verifier.name))
  return verifier
}

const withoutBlanks = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

async function readAgain(world: World, wipe: Wipe, drivePath: string, how: How<WipeProgress>): Promise<WipeOutcome> {
  // A command, a destruction and another program leave nothing that could be regenerated and compared.
  if (wipe.pattern === null || wipe.medium === null) throw refusal('nothing-to-read-back', '15⑤', 'R-31', { method: wipe.method })
  const drive = await driveAt(world, drivePath)
  const no = wipe.medium
  const medium = await look(world, (reading) => mediumNamed(reading, no))
  refuseIfAny([...objectionsToDrive(drive, medium), ...objectionsToOtherDrive(wipe.drive, drive, medium.no)])
  if (!drive) throw refusal('drive-absent', '11(5)', 'R-17', { no: medium.no, serial: medium.serial })
  const seed = wipe.seedBlob === null ? null : await world.files.fetch(wipe.seedBlob)
  const again = await world.wiping.check({ drive, pattern: wipe.pattern, readBack: 'full', seed }, how).catch(brokeOff)
  if (again.figures === null && again.end !== 'abandoned') throw refusal('read-back-not-begun', '15⑤', 'R-31', { no: medium.no, reason: again.reason ?? again.end })
  return again
}
