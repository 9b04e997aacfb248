import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { whileUnderWay } from '../ledger/under-way.ts'
import type { Drive } from '../media/drive.ts'
import { noteUnregistered, objectionsToMedium } from '../media/use.ts'
import type { PersonId } from '../people/person.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { coSign } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { How, World } from '../world.ts'
import { lookOnMedium, rootOf } from './on-medium.ts'
import type { Package, PackagePart, SealProgress } from './package.ts'
import { objectionsToDrive, objectionsToLeaving, objectionsToPlain, objectionsToRoom } from './rules.ts'
import { refusedWriting, sourcesOf, type Source } from './volumes.ts'
import type { MediumWriting, WritingId, Written, WriteToMedium } from './writing.ts'

const NEVER = new AbortController().signal

/**
 * 媒体への書込み (Art. 11(3), 11(5)): a verified package onto a registered medium, read back from it past the cache before it has
 * its name there. Refuses an unregistered medium or another one's serial number, and a drive that cannot be told; plain
 * files beside it; and a medium without room, with how much is missing. Called off, it leaves nothing.
 */
export async function writeToMedium(world: World, order: WriteToMedium, { signal = NEVER, onProgress = () => {} }: JobOptions<SealProgress> = {}): Promise<Written> {
  const how = { signal, onProgress }
  const drive = await world.drives.holding(order.folder)
  const objections = await look(world, (reading) => objectionsToWriting(reading, order, drive))
  await noteUnregistered(world, objections, '書込み')
  refuseIfAny(objections)

  const sealed = await look(world, (reading) => packageNamed(reading, order.packageId))
  const sources = await sourcesOf(world, sealed, order, how)
  if (sources === 'abandoned') return { outcome: 'abandoned' }
  await world.packages.sweep(order.folder, sources.map(({ name }) => name))
  refuseIfAny(await objectionsToFolder(world, order, sources, drive))

  const coSignedBy = await readByTwo(world, sealed.contractId, order, drive)
  const writing = await begin(world, order, { sealed, sources, drive, coSignedBy })
  return whileUnderWay(world, writing.id, () => write(world, writing, sources, drive, how))
}

/** 書込みの記録, the newest last. */
export const listWritings = (world: World, contractId: string): Promise<MediumWriting[]> =>
  look(world, (reading) => reading.list('writing', contractNamed(reading, contractId).id).sort((a, b) => a.begunAt - b.begunAt))

/** What the desk has written onto a medium of one package and found true there. */
export function partsWritten(reading: Reading, { contractId, id }: Package, medium: string): PackagePart[] {
  const writings = reading.list('writing', contractId).filter((w) => w.packageId === id && w.medium === medium && w.state === 'written')
  return [...new Map(writings.flatMap(({ parts }) => parts.map((part) => [part.name, part] as const))).values()]
}

function objectionsToWriting(reading: Reading, { packageId, medium: no, folder, typed }: WriteToMedium, drive: Drive | null): Objection[] {
  const sealed = packageNamed(reading, packageId)
  activeContract(reading, sealed.contractId)
  const medium = reading.get('medium', no)
  const objections = [...objectionsToLeaving([sealed]), ...objectionsToMedium(reading, no)]
  return medium ? [...objections, ...objectionsToDrive(reading.list('medium'), medium, drive, { folder, typed: typed?.serial ?? null })] : objections
}

/** R-11 for the whole medium, not only the folder; and room for what is not there yet. Packages that were written to this medium before may lie there. */
async function objectionsToFolder(world: World, { medium, folder }: WriteToMedium, sources: readonly Source[], drive: Drive | null): Promise<Objection[]> {
  const earlier = await look(world, (reading) => reading.list('writing').filter((w) => w.medium === medium && w.state === 'written').flatMap(({ parts }) => parts))
  const { root, way } = rootOf(drive, folder)
  const lying = await lookOnMedium(world, root, [...sources, ...earlier])
  const room = await world.packages.room(folder)
  if (!lying || !room) throw refusal('folder-missing', null, null, { path: folder })
  const occupied = sources.find(({ name }) => lying.plain.includes(`${way}${name}`))
  if (occupied) throw refusal('target-exists', null, null, { path: `${folder}/${occupied.name}` })
  return [...objectionsToPlain(lying.plain), ...objectionsToRoom(medium, sources.filter(({ name }) => !lying.whole.has(`${way}${name}`)), { ...room, mostFileBytes: room.mostFileBytes ?? mostOn(drive, folder) })]
}

/** FAT counts a file's bytes in 32 bits; where the file system does not say what it is, the drive may. */
function mostOn(drive: Drive | null, folder: string): number | null {
  const holding = drive?.volumes.find(({ mountPoints }) => mountPoints.some((point) => folder.startsWith(point)))
  return /^(vfat|fat|fat32|msdos)$/i.test(holding?.fileSystem ?? '') ? 2 ** 32 - 1 : null
}

/** A serial number that no drive tells is read off the label by two people. */
async function readByTwo(world: World, contractId: string, { typed }: WriteToMedium, drive: Drive | null): Promise<PersonId | null> {
  if (drive?.serial !== null || !typed) return null
  const actor = await look(world, (reading) => personNamed(reading, signedIn(world).personId))
  return (await coSign(world, typed.second, { operation: 'packages.writeToMedium', contractId, act: 'confirm-serial', article: '11(5)', rule: 'R-17', actor })).id
}

interface Begun { sealed: Package; sources: readonly Source[]; drive: Drive | null; coSignedBy: PersonId | null }

async function begin(world: World, order: WriteToMedium, { sealed, sources, drive, coSignedBy }: Begun): Promise<MediumWriting> {
  const { personId } = signedIn(world)
  const id = world.newId() as WritingId
  const parts = sources.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
  return record(world, (reading) => {
    refuseIfAny(objectionsToWriting(reading, order, drive))
    const writing: MediumWriting = {
      id, contractId: sealed.contractId, packageId: sealed.id, packageNo: sealed.no, medium: order.medium, serial: reading.get('medium', order.medium)?.serial ?? '', identified: coSignedBy === null ? 'read' : 'typed', coSignedBy,
      folder: order.folder, parts, bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0), begunAt: world.now(), by: personId, endedAt: null, readBack: null, state: 'writing',
    }
    return { entries: [{ type: 'medium-writing-begun', data: { writing } }], answer: () => writing }
  })
}

async function write(world: World, writing: MediumWriting, sources: readonly Source[], drive: Drive | null, how: How<SealProgress>): Promise<Written> {
  const written = await world.packages.write({ files: sources, into: writing.folder }, how).catch(async (error: unknown) => {
    await abandon(world, writing.id, 'failed')
    throw error
  })
  if (written.outcome !== 'written') {
    await abandon(world, writing.id, written.outcome === 'trouble' ? written.what : 'called off')
    if (written.outcome === 'abandoned') return written
    throw refusedWriting(writing.packageNo, written.what, written.path)
  }
  // Named by what it is as well as by where: another stick may have taken its place meanwhile.
  if (!isStillThere(drive, await world.drives.holding(writing.folder))) {
    await abandon(world, writing.id, 'drive-changed')
    throw refusal('drive-changed', '11(5)', 'R-17', { no: writing.medium })
  }
  const whole: MediumWriting = { ...writing, endedAt: world.now(), readBack: written.readBack, state: 'written' }
  return record(world, () => ({ entries: [{ type: 'medium-writing-ended', data: { writing: whole } }], answer: (): Written => ({ outcome: 'written', writing: whole }) }))
}

const isStillThere = (before: Drive | null, after: Drive | null): boolean => before !== null && after !== null && before.serial === after.serial && before.insertion === after.insertion && before.bytes === after.bytes

const abandon = (world: World, writingId: WritingId, why: string) =>
  record(world, () => ({ entries: [{ type: 'medium-writing-abandoned', data: { writingId, why } }], answer: () => undefined }))

function packageNamed(reading: Reading, id: string): Package {
  const found = reading.get('package', id)
  if (!found) throw refusal('nothing-found', null, null, { what: 'package', id })
  return found
}
