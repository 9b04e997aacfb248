import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Medium } from '../media/medium.ts'
import { mediumNamed } from '../media/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { resultOfDestruction } from './results.ts'
import { objectionsToDestruction } from './rules.ts'
import { type Line, lineOf, objectionsToLine, wipeNamed } from './carrying-out.ts'
import type { Destruction, RecordDestruction, Wipe, WipeId } from './wipe.ts'

const LARGEST_PHOTO = 32 << 20

/**
 * 物理破壊の記録 (Art. 15④): how, when, where, by whom, with photographs by their hashes. The act is recorded after it happened; notice
 * and witness had to come before it all the same, the medium had to be here, and it has to be a destruction for this
 * medium and class. Without photographs of before and after it is 例外, and says why. Another person than recorded or performed it verifies it.
 */
export async function recordDestruction(world: World, { planId, targetNo, photos, witness, remarks, ...facts }: RecordDestruction): Promise<Wipe> {
  const { personId } = signedIn(world)
  const line = (reading: Reading): Line & { medium: Medium | null } => {
    const found = lineOf(world, reading, { planId, targetNo })
    const { plan, target } = found
    if (target.method !== 'physical') throw refusal('not-by-destruction', '15④', null, { method: target.method })
    if (target.state !== 'planned' && target.state !== 'failed') throw refusal('state-does-not-allow', '15②', null, { is: target.state, act: 'destroy' })
    const medium = target.medium === null ? null : mediumNamed(reading, target.medium)
    const unshown = resultOfDestruction({ photos, manifestNo: facts.manifestNo }, target.kind) !== '合格' && remarks === ''
    refuseIfAny([
      ...objectionsToLine(found, medium, witness, facts.at), ...objectionsToDestruction(plan, target, medium, facts),
      ...(unshown ? [{ code: 'photos-missing' as const, article: '15④' as const, rule: 'R-30' as const, facts: { medium: target.mediaName } }] : []),
    ])
    return { ...found, medium }
  }
  if (facts.at > world.now()) throw refusal('time-in-future', '15④', null, { what: 'destroyed' })
  const { plan, target } = await look(world, line)

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
      result: resultOfDestruction(destruction, target.kind), verified: null, certificateNo: null, state: 'to be verified', software: null, files: null, command: null, external: null, itemsLeft: null,
    }
    return await record(world, (reading) => {
      line(reading)
      return { entries: [{ type: 'destruction-recorded', data: { wipe } }], stands: () => { stands = true }, answer: (after) => wipeNamed(after, wipe.id) }
    })
  } finally {
    if (!stands) await world.files.forget(kept)
  }
}
