import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { noteUnregistered, objectionsToMedium } from '../media/use.ts'
import { lookOnMedium } from '../packages/on-medium.ts'
import { letterOf, partsOf, type Package, type PackageId, type PackagePart } from '../packages/package.ts'
import { packagesOf } from '../packages/use.ts'
import { partsWritten } from '../packages/write.ts'
import type { ContractOfWork, Recipient } from '../contracts/contract-of-work.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { coSign, excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { type Arrive, type CheckedTracking, type ConfirmShinten, type Dispatch, type DraftMailing, type KeyTold, type Mailing, type MailingId, type Returned, type TellKey, type WithdrawMailing } from './mailing.ts'
import { objectionsToContent, objectionsToDispatch, objectionsToFax, objectionsToFuture, objectionsToKeyChannel, objectionsToNumberUsed, objectionsToOrder, objectionsToService, objectionsToTelling, objectionsToTracking, objectionsToUnwritten, type OnMedium } from './rules.ts'
import type { Act } from '../words/terms.ts'
import { printTracking } from './tracking.ts'

/** 起票 (Art. 11(3), (4)): what goes, to whom, by whom; checked against every rule that can be checked before the counter. */
export async function draftMailing(world: World, order: DraftMailing): Promise<Mailing> {
  const { personId } = signedIn(world)
  const packages = await packagesOf(world, order.contractId, order.packages)
  const on = await lookOn(world, order, packages)
  const clerk = await look(world, (reading) => personNamed(reading, personId))
  const judge = (reading: Reading) => objectionsToDraft(reading, order, packages, on)

  const objections = await look(world, judge)
  await noteUnregistered(world, objections, '送付')
  const excusable = objections.filter(({ code }) => code === 'service-needs-city')
  refuseIfAny(order.exception ? objections.filter((o) => !excusable.includes(o)) : objections)
  const exception = order.exception && excusable.length > 0 ? await excuse(world, order.exception, { operation: 'mailings.draft', act: 'confirm-service', article: '11(4)', rule: 'R-12', actor: clerk }) : null

  const id = world.newId() as MailingId
  return record(world, (reading) => {
    refuseIfAny(judge(reading).filter(({ code }) => exception === null || code !== 'service-needs-city'))
    const contract = activeContract(reading, order.contractId)
    const no = `S-${contract.shortNo}-${String((reading.get('series', `mailing:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const mailing: Mailing = {
      id, no, contractId: contract.id, recipient: recipientNamed(contract, order.recipientName), contentKind: order.contentKind, isShinsho: order.isShinsho, content: order.content, quantity: order.quantity,
      medium: order.medium, mediumFolder: order.mediumFolder, packages: order.packages, documentNos: order.documentNos, carrier: order.carrier, service: order.service, sealNo: order.sealNo, exception,
      packedBy: personId, packedAt: world.now(), shinten: null, trackingNo: null, trackingWarnings: [], dispatchedAt: null, slipSha256: null, keyTold: null, arrivedAt: null, arrivedTo: '', contentWarnings: objectionsToUnwritten(reading, order, packages).map(({ facts }) => facts.no), state: 'drafted',
    }
    return { entries: [{ type: 'mailing-drafted', data: { mailing } }], answer: () => mailing }
  })
}

/**
 * 親展 (R-14): another person looks at the envelope and signs with an ID of their own. This is the last moment before it is
 * closed, so what lies on the medium is looked at once more (R-11).
 */
export async function confirmShinten(world: World, { mailingId, checker }: z.output<typeof ConfirmShinten>): Promise<Mailing> {
  const { mailing, packer } = await look(world, (reading) => {
    const mailing = inState(reading, mailingId, ['drafted'], 'confirm-shinten')
    return { mailing, packer: personNamed(reading, mailing.packedBy) }
  })
  const packages = await packagesOf(world, mailing.contractId, mailing.packages)
  const on = await lookOn(world, mailing, packages)
  refuseIfAny(await look(world, (reading) => objectionsToContent(reading, mailing, packages, on)))
  const second = await coSign(world, checker, { operation: 'mailings.confirmShinten', act: 'confirm-shinten', article: '11(4)', rule: 'R-14', actor: packer })
  return record(world, (reading) => {
    inState(reading, mailingId, ['drafted'], 'confirm-shinten')
    return { entries: [{ type: 'shinten-confirmed', data: { mailingId, checkedBy: second.id, at: world.now() } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** 発送 (R-13, R-14, R-16, R-17): the envelope is closed; what counts now is the number, and that the medium has not left already. */
export async function dispatch(world: World, { mailingId, trackingNo, slip }: Dispatch): Promise<Mailing> {
  const slipSha256 = slip === null ? null : await slipHash(world, slip)
  return record(world, (reading) => {
    const now = mailingNamed(reading, mailingId)
    const { tracking, objections } = objectionsToTracking(trackingNo, now.carrier, now.service)
    const medium = now.medium !== null && now.state === 'checked' ? objectionsToMedium(reading, now.medium) : []
    refuseIfAny([...objectionsToDispatch(now), ...medium, ...objections, ...objectionsToNumberUsed(tracking.digits, now, reading.list('mailing', now.contractId), world.now())])
    return {
      entries: [{ type: 'mailing-dispatched', data: { mailingId, trackingNo: tracking.digits, warnings: tracking.warnings, slipSha256, at: world.now() } }],
      answer: (after) => mailingNamed(after, mailingId),
    }
  })
}

/** 鍵の連絡 (R-21): who told whom, by which way and when; never what. */
export async function tellKey(world: World, order: TellKey): Promise<Mailing> {
  const keyTold = await keyToldBy(world, order, 'mailings.tellKey')
  return record(world, (reading) => {
    const mailing = inState(reading, order.id, ['dispatched', 'arrived'], 'tell-key')
    refuseIfAny(objectionsToTelling(mailing.no, keysToTell(reading, mailing.packages)))
    return { entries: [{ type: 'key-told', data: { id: order.id, keyTold } }], answer: (after) => mailingNamed(after, order.id) }
  })
}

/** How many of these packages have a passphrase that somebody has to tell: those in an envelope have none. */
export const keysToTell = (reading: Reading, packages: readonly PackageId[]): number => packages.filter((id) => !reading.get('package', id)?.lock.envelope).length

/** The rule and the second person behind a way of telling, for parcels and mails alike. */
export async function keyToldBy(world: World, { channel, at, to, exception }: TellKey, operation: 'mailings.tellKey' | 'mails.tellKey'): Promise<KeyTold> {
  const { personId } = signedIn(world)
  refuseIfAny([...objectionsToKeyChannel(channel, exception !== null), ...objectionsToFuture('key-told', at, world.now(), '11(7)')])
  const needed = exception && objectionsToKeyChannel(channel, false).length > 0 ? exception : null
  const excused = needed && await excuse(world, needed, { operation, act: 'confirm-key-channel', article: '11(7)', rule: 'R-21', actor: await look(world, (reading) => personNamed(reading, personId)) })
  return { channel, at, by: personId, to, exception: excused }
}

/** 到着 (Art. 11(4)). */
export async function arrive(world: World, { mailingId, at, to }: z.output<typeof Arrive>): Promise<Mailing> {
  return record(world, (reading) => {
    const { dispatchedAt } = inState(reading, mailingId, ['dispatched'], 'record-arrival')
    refuseIfAny([...objectionsToFuture('arrived', at, world.now(), '11(4)'), ...objectionsToOrder('arrived', at, 'dispatched', dispatchedAt, '11(4)')])
    return { entries: [{ type: 'mailing-arrived', data: { mailingId, at, to } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** 返送: it came back undelivered; its medium is brought back by `media.bringBack`. */
export async function returned(world: World, { mailingId, at }: z.output<typeof Returned>): Promise<Mailing> {
  return record(world, (reading) => {
    const { dispatchedAt } = inState(reading, mailingId, ['dispatched'], 'record-return')
    refuseIfAny([...objectionsToFuture('arrived', at, world.now(), '11(4)'), ...objectionsToOrder('arrived', at, 'dispatched', dispatchedAt, '11(4)')])
    return { entries: [{ type: 'mailing-returned', data: { mailingId, at } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** 取りやめ: only what has not left. */
export async function withdrawMailing(world: World, { mailingId, reason }: z.output<typeof WithdrawMailing>): Promise<Mailing> {
  return record(world, (reading) => {
    inState(reading, mailingId, ['drafted', 'checked'], 'withdraw')
    return { entries: [{ type: 'mailing-withdrawn', data: { mailingId, reason } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** For the field that is being typed in: what the number would be, before anything is recorded. */
export function checkTracking({ carrier, service, raw }: { carrier: string; service: string; raw: string }): z.output<typeof CheckedTracking> {
  const { tracking: { digits, warnings, problem } } = objectionsToTracking(raw, carrier, service)
  return { digits, printed: printTracking(digits), valid: problem === null, warnings }
}

export const sendFax = async (): Promise<void> => refuseIfAny(objectionsToFax())

export const listMailings = (world: World, contractId: string): Promise<Mailing[]> =>
  look(world, (reading) => reading.list('mailing', contractNamed(reading, contractId).id).sort((a, b) => a.packedAt - b.packedAt))

function objectionsToDraft(reading: Reading, order: DraftMailing, packages: readonly Package[], on: OnMedium): Objection[] {
  const contract = activeContract(reading, order.contractId)
  recipientNamed(contract, order.recipientName)
  return [...objectionsToService(contract, order), ...objectionsToContent(reading, order, packages, on)]
}

/** R-26: parcels go to whom the contract names. */
function recipientNamed(contract: ContractOfWork, wanted: string): Recipient {
  const recipient = contract.recipients.find(({ name }) => name === wanted)
  if (!recipient) throw refusal('recipient-unknown', '11(4)', 'R-26', { name: wanted })
  return recipient
}

/** A package counts as there only with its own names and its own hashes; everything else on the medium is plain. Of a package in volumes, those count that were written there. */
async function lookOn(world: World, { medium, mediumFolder }: Pick<DraftMailing, 'medium' | 'mediumFolder'>, packages: readonly Package[]): Promise<OnMedium> {
  if (mediumFolder === null) return { absent: [], plain: [] }
  const written = await look(world, (reading) => new Map(packages.map((sealed) => [sealed.id, medium === null ? [] : partsWritten(reading, sealed, medium)])))
  const partsOn = (sealed: Package): PackagePart[] => written.get(sealed.id)?.filter(({ name }) => !letterOf(sealed).some((letter) => letter.name === name)) ?? []
  const expected = new Map(packages.map((sealed) => [sealed, partsOn(sealed).length > 0 ? partsOn(sealed) : partsOf(sealed)]))
  const lying = await lookOnMedium(world, mediumFolder, packages.flatMap((sealed) => [...(expected.get(sealed) ?? []), ...letterOf(sealed)]))
  if (!lying) throw refusal('folder-missing', null, null, { path: mediumFolder })
  return { absent: packages.filter((sealed) => expected.get(sealed)?.some(({ name }) => !lying.whole.has(name))), plain: lying.plain }
}

async function slipHash(world: World, path: string): Promise<string> {
  const hashed = await world.files.sha256(path)
  if (!hashed) throw refusal('file-unreadable', '11(4)', null, { path })
  return hashed.sha256
}

function mailingNamed(reading: Reading, id: string): Mailing {
  const mailing = reading.get('mailing', id)
  if (!mailing) throw refusal('nothing-found', null, null, { what: 'mailing', id })
  return mailing
}

function inState(reading: Reading, id: string, states: readonly Mailing['state'][], act: Act): Mailing {
  const mailing = mailingNamed(reading, id)
  if (!states.includes(mailing.state)) throw refusal('state-does-not-allow', '11(4)', null, { is: mailing.state, act })
  return mailing
}
