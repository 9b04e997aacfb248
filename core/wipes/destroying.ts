import { look, record } from '../ledger/record.ts'
import { mediumNamed } from '../media/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { planNamed, targetOf } from './planning.ts'
import { objectionsToNotice, objectionsToWitness } from './rules.ts'
import { wipeNamed } from './carrying-out.ts'
import type { Destruction, RecordDestruction, Wipe, WipeId } from './wipe.ts'

const LARGEST_PHOTO = 32 << 20

/**
 * 物理破壊の記録 (Art. 15④): how, when, where, by whom, with photographs by their hashes. The act is recorded after it happened; notice
 * and witness had to come before it all the same. Another person verifies it as any erasure.
 */
export async function recordDestruction(world: World, { planId, targetNo, photos, witness, remarks, ...facts }: RecordDestruction): Promise<Wipe> {
  const { personId } = signedIn(world)
  const { plan, target } = await look(world, (reading) => {
    const found = planNamed(reading, planId)
    return { plan: found, target: targetOf(found, targetNo) }
  })
  if (target.method !== 'physical') throw refusal('not-by-destruction', '15④', null, { method: target.method })
  if (target.state !== 'planned' && target.state !== 'failed') throw refusal('state-does-not-allow', '15②', null, { is: target.state, act: 'destroy' })
  if (facts.at > world.now()) throw refusal('time-in-future', '15④', null, { what: 'destroyed' })
  refuseIfAny([...objectionsToNotice(plan, facts.at), ...objectionsToWitness(plan, witness)])

  const kept: string[] = []
  let stands = false
  try {
    const destruction: Destruction = { ...facts, photos: [] }
    for (const { path, when } of photos) {
      const read = await world.files.readSmall(path, LARGEST_PHOTO)
      if (read.outcome !== 'read') throw read.outcome === 'too-large' ? refusal('too-large', null, null, { path, limit: LARGEST_PHOTO }) : refusal('file-unreadable', null, null, { path })
      const { blob, sha256 } = await world.files.keep(path, read.bytes)
      kept.push(blob)
      destruction.photos.push({ name: path.split(/[/\\]/).at(-1) ?? path, sha256, blob, when })
    }
    const wipe: Wipe = {
      id: world.newId() as WipeId, contractId: plan.contractId, planId: plan.id, targetNo, medium: target.medium, drive: null, method: 'physical', pattern: null, readBack: 'none',
      operator: personId, witness, seedBlob: null, begunAt: facts.at, endedAt: facts.at, checkpoint: null, run: null, destruction, remarks,
      result: '合格', verified: null, certificateNo: null, state: 'to be verified', software: null, files: null, command: null, external: null,
    }
    return await record(world, (reading) => {
      if (target.medium !== null) mediumNamed(reading, target.medium)
      return { entries: [{ type: 'destruction-recorded', data: { wipe } }], stands: () => { stands = true }, answer: (after) => wipeNamed(after, wipe.id) }
    })
  } finally {
    if (!stands) await world.files.forget(kept)
  }
}
