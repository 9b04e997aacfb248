import { look } from '../ledger/record.ts'
import { whileUnderWay } from '../ledger/under-way.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'
import { mediumNamed, noteUnregistered } from '../media/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'
import { askLast } from './asking-last.ts'
import { beginWipe, endWipe, lineOf, type Line, objectionsToLine, refuseIfBegun, secondPerson, wipeOf } from './carrying-out.ts'
import type { CommandGiven, DriveAbilities, DriveAbility, DriveCommandProgress, DriveCommandResult } from './drive-commands.ts'
import { isBelow, kindOfMedium, leastLevel } from './matrix.ts'
import { resultOfCommand } from './results.ts'
import { objectionsToDrive, objectionsToTyped } from './rules.ts'
import { driveAt, objectionsToBusy } from './running.ts'
import type { GiveCommand, Wiped } from './wipe.ts'

const NEVER = new AbortController().signal

/** What the drive at a path can be told to do to itself, and why not. Only asks. */
export async function abilitiesOf(world: World, { drivePath }: { drivePath: string }): Promise<DriveAbilities> {
  const drive = await driveAt(world, drivePath)
  if (!drive) throw refusal('drive-gone', null, null, { path: drivePath })
  return world.wiping.abilities(drive)
}

/**
 * 機器の消去命令 (Art. 15): one command to one drive, after the same rules as an overwriting. What the command counts for on this very drive
 * decides about R-30, not what such commands count for in general. The drive's own words are kept. Once given it cannot be called back:
 * cancelling ends the watching, and the end is unknown.
 */
export async function giveCommand(world: World, order: GiveCommand, { signal = NEVER, onProgress = () => {} }: JobOptions<DriveCommandProgress> = {}): Promise<Wiped> {
  const line = await look(world, (reading) => commandLineOf(world, reading, order))
  const drive = await driveAt(world, order.drivePath)
  const objections = [...objectionsToLine(line, line.medium, order.witness, world.now()), ...await objectionsToBusy(world, order.drivePath), ...objectionsToDrive(drive, line.medium), ...objectionsToTyped(order.typedSerial, line.medium)]
  await noteUnregistered(world, objections, '消去')
  refuseIfAny(objections)
  const { abilities } = await world.wiping.abilities(drive as Drive)
  const ability = abilities.find(({ method }) => method === order.method)
  refuseIfAny(objectionsToAbility(line, ability, order))
  const asked = await askLast(world, { act: 'command', medium: line.medium, drive: drive as Drive, typed: order.typedSerial }, signal)
  if (!asked) return { outcome: 'not confirmed', wipe: null }
  await secondPerson(world, line, order.second, 'disposals.command')

  const command: CommandGiven = { method: order.method, promised: (ability as DriveAbility).category, reliesOnEncryption: (ability as DriveAbility).reliesOnEncryption, result: null }
  const wipe = await beginWipe(world, wipeOf(world, line, { medium: line.medium.no, drive: asked, witness: order.witness, command }), (reading) => {
    const now = commandLineOf(world, reading, order)
    refuseIfAny(objectionsToLine(now, now.medium, order.witness, world.now()))
  })
  return whileUnderWay(world, wipe.id, async () => {
    const result = await world.wiping.command({ drive: asked, method: order.method }, { signal, onProgress }).catch((error: unknown) => lostSight(order, error))
    return { outcome: result.outcome === 'abandoned' ? 'abandoned' : 'ended', wipe: await endWipe(world, wipe, { command: { ...command, result }, result: resultOfCommand(result) }) }
  })
}

function commandLineOf(world: World, reading: Reading, order: GiveCommand): Line & { medium: Medium } {
  const line = lineOf(world, reading, order)
  if (line.target.kind !== 'medium' || line.target.medium === null || line.target.method !== 'command') throw refusal('not-by-this-way', '15②', null, { method: line.target.method })
  refuseIfBegun(line)
  return { ...line, medium: mediumNamed(reading, line.target.medium) }
}

function objectionsToAbility({ target, medium }: Line & { medium: Medium }, ability: DriveAbility | undefined, { method }: GiveCommand): Objection[] {
  if (!ability || ability.whyNot !== null) return [{ code: 'command-not-offered', article: '15①', rule: null, facts: { method, whyNot: ability?.whyNot ?? 'not-supported' } }]
  const least = leastLevel[kindOfMedium[medium.type]][target.importanceClass]
  if (!isBelow(ability.category, least) || target.consentRef !== '') return []
  return [{ code: 'method-below-class', article: '15④', rule: 'R-30', facts: { medium: target.mediaName, level: ability.category, least, importanceClass: target.importanceClass } }]
}

/** Whatever we died of, the drive may still be at it: nobody calls that done. */
const lostSight = ({ method }: GiveCommand, error: unknown): DriveCommandResult =>
  ({ outcome: 'unknown', whyNot: null, method, category: null, said: [{ program: '', args: [], code: null, out: '', err: error instanceof Error ? error.message.slice(0, 200) : 'unknown' }], passwordLeft: null, samples: null })
