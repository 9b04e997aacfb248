import { record, look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Drive } from '../media/drive.ts'
import { noteUnregistered } from '../media/use.ts'
import { lookOnMedium, rootOf } from '../packages/on-medium.ts'
import { objectionsToDrive, objectionsToPlain } from '../packages/rules.ts'
import { partsWritten } from '../packages/write.ts'
import type { PersonId } from '../people/person.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { coSign } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { CarryOut, GoOut } from './carry-out.ts'
import { objectionsToCarriers, objectionsToContent, objectionsToLeavingWith } from './rules.ts'
import { carryOutNamed, objectionsToCarrier, packageNamed } from './use.ts'

/**
 * 持出 (Art. 11(2)), written down before the door: refuses without both approvals or outside their time, other carriers than were
 * approved, and those who may not handle information any more. The medium is looked at once more right now: it is the
 * registered one by its serial number, the packages lie on it as they were written, and nothing else does.
 */
export async function goOut(world: World, order: GoOut): Promise<CarryOut> {
  const { personId } = signedIn(world)
  const carryOut = await look(world, (reading) => carryOutNamed(reading, order.carryOutId))
  const drive = order.folder === null ? null : await world.drives.holding(order.folder)
  const judge = (reading: Reading): Objection[] => objectionsToGoing(world, reading, order, drive)
  const objections = await look(world, judge)
  await noteUnregistered(world, objections, '持出')
  refuseIfAny(objections)

  const filesSeen = carryOut.kind === 'medium' ? await lookOn(world, carryOut, drive, order.folder ?? '') : 0
  const coSignedBy = await readByTwo(world, carryOut.contractId, order, drive)
  return record(world, (reading) => {
    refuseIfAny(judge(reading))
    const serial = carryOut.medium === null ? null : (reading.get('medium', carryOut.medium)?.serial ?? null)
    const out = { at: world.now(), persons: [...new Set(order.persons)], by: personId, serial, identified: serial === null ? null : coSignedBy === null ? 'read' as const : 'typed' as const, coSignedBy, filesSeen }
    return { entries: [{ type: 'carried-out', data: { carryOutId: carryOut.id, out } }], answer: (after) => carryOutNamed(after, carryOut.id) }
  })
}

function objectionsToGoing(world: World, reading: Reading, { carryOutId, persons, folder, typed }: GoOut, drive: Drive | null): Objection[] {
  const carryOut = carryOutNamed(reading, carryOutId)
  const carriers = persons.map((one) => personNamed(reading, one))
  const leaving = objectionsToLeavingWith(carryOut, world.now())
  // What lies where is nobody's business before it may go at all.
  if (leaving.some(({ code }) => code === 'state-does-not-allow')) return leaving
  const packages = carryOut.packages.map((one) => packageNamed(reading, carryOut.contractId, one))
  const medium = carryOut.medium === null ? undefined : reading.get('medium', carryOut.medium)
  return [
    ...leaving, ...objectionsToCarriers(carryOut, carriers), ...carriers.flatMap((person) => objectionsToCarrier(world, reading, carryOut.contractId, person)), ...objectionsToContent(reading, carryOut, packages),
    ...(medium && folder === null ? [{ code: 'medium-folder-missing', article: '11(2)', rule: 'R-09', facts: {} } as const] : []),
    ...(medium && folder !== null ? objectionsToDrive(reading.list('medium'), medium, drive, { folder, typed: typed?.serial ?? null }) : []),
  ]
}

/** Every file on the medium, by name and by hash: the packages' own, all of them, and nothing beside. Answers how many there are. */
async function lookOn(world: World, carryOut: CarryOut, drive: Drive | null, folder: string): Promise<number> {
  const { wanted, others } = await look(world, (reading) => {
    const wanted = carryOut.packages.map((one) => packageNamed(reading, carryOut.contractId, one)).map((sealed) => ({ no: sealed.no, parts: partsWritten(reading, sealed, carryOut.medium ?? '') }))
    const others = reading.list('writing').filter((w) => w.medium === carryOut.medium && w.state === 'written' && !carryOut.packages.includes(w.packageId)).flatMap((w) => w.parts)
    return { wanted, others }
  })
  const parts = wanted.flatMap((one) => one.parts)
  const { root } = rootOf(drive, folder)
  const lying = await lookOnMedium(world, root, [...parts, ...others])
  if (!lying) throw refusal('folder-missing', null, null, { path: folder })
  const names = new Set([...lying.whole].map(nameOf))
  const unasked = [...names].filter((name) => !parts.some((part) => part.name === name))
  refuseIfAny([
    ...wanted.filter((one) => one.parts.some(({ name }) => !names.has(name))).map(({ no }) => ({ code: 'package-not-on-medium', article: '11(2)', rule: 'R-09', facts: { no, folder } } as const)),
    ...(unasked.length > 0 ? [{ code: 'package-not-applied-for', article: '11(2)', rule: 'R-07', facts: { names: unasked.slice(0, 5).join('、'), count: unasked.length } } as const] : []),
    ...objectionsToPlain(lying.plain).map((objection) => ({ ...objection, article: '11(2)' as const, rule: 'R-09' as const })),
  ])
  return lying.whole.size
}

const nameOf = (way: string): string => way.split('/').at(-1) ?? way

/** A serial number that no drive tells is read off the label by two people. */
async function readByTwo(world: World, contractId: string, { typed }: GoOut, drive: Drive | null): Promise<PersonId | null> {
  if (drive?.serial !== null || !typed) return null
  const actor = await look(world, (reading) => personNamed(reading, signedIn(world).personId))
  return (await coSign(world, typed.second, { operation: 'carryOuts.goOut', contractId, act: 'confirm-serial', article: '11(5)', rule: 'R-17', actor })).id
}
