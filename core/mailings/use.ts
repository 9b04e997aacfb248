import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { ImportanceClass } from '../handovers/item.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { noteUnregistered, objectionsToMedium } from '../media/use.ts'
import { lookOnMedium } from '../packages/on-medium.ts'
import { letterOf, partsOf, type Package, type PackageId, type PackagePart } from '../packages/package.ts'
import { packagesOf } from '../packages/use.ts'
import { partsWritten } from '../packages/write.ts'
import type { ContractOfWork, Recipient } from '../contracts/contract-of-work.ts'
import type { Person } from '../people/person.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { objectionsToRecipient } from '../subcontracts/rules.ts'
import type { Instant } from '../time.ts'
import { coSign, excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { DEFAULT_DAYS } from './carriers.ts'
import { expectedBy } from './expected.ts'
import type { CheckedTracking, CheckTracking, ConfirmShinten, Dispatch, DraftMailing, KeyTold, Mailing, MailingId, TellKey, WithdrawMailing } from './mailing.ts'
import { inState, mailingNamed } from './named.ts'
import {
  objectionsToContent, objectionsToDispatch, objectionsToFuture, objectionsToKeyChannel, objectionsToNumberUsed, objectionsToPacking, objectionsToSeal, objectionsToTelling, objectionsToTracking,
  objectionsToUnwritten, unwrittenOf, type OnMedium,
} from './rules.ts'
import { isExcusable, objectionsToService, serviceFor } from './service-rules.ts'
import { withSlip } from './slips.ts'
import { printTracking } from './tracking.ts'

/** 起票 (Art. 11(3), (4)): what goes, to whom, by whom; checked against every rule that can be checked before the counter. */
export async function draftMailing(world: World, order: DraftMailing): Promise<Mailing> {
  const { personId } = signedIn(world)
  const packages = await packagesOf(world, order.contractId, order.packages)
  const on = await lookOn(world, order, packages)
  const clerk = await look(world, (reading) => personNamed(reading, personId))
  const judge = (reading: Reading) => objectionsToDraft(reading, order, packages, on, world.now())

  const objections = await look(world, judge)
  await noteUnregistered(world, objections, '送付')
  refuseIfAny(order.exception ? objections.filter((o) => !isExcusable(o)) : objections)
  const exception = order.exception && objections.some(isExcusable) ? await excuse(world, order.exception, { operation: 'mailings.draft', contractId: order.contractId, act: 'confirm-service', article: '11(4)', rule: 'R-12', actor: clerk }) : null
  const copied = await vouchedByTwo(world, order, packages, clerk)

  const id = world.newId() as MailingId
  return record(world, (reading) => {
    refuseIfAny(judge(reading).filter((o) => exception === null || !isExcusable(o)))
    const contract = activeContract(reading, order.contractId)
    const no = `S-${contract.shortNo}-${String((reading.get('series', `mailing:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const mailing: Mailing = {
      id, no, contractId: contract.id, recipient: recipientNamed(contract, order.recipientName), contentKind: order.contentKind, isShinsho: order.isShinsho, content: order.content, quantity: order.quantity,
      medium: order.medium, mediumFolder: order.mediumFolder, packages: order.packages, documentNos: order.documentNos, carrier: order.carrier, service: order.service, sealNo: order.sealNo, exception, copied,
      packedBy: personId, packedAt: world.now(), shinten: null, trackingNo: null, trackingWarnings: [], dispatchedAt: null, expectedBy: null, overdueSince: null, slipSha256: null, slips: [], inquiries: [], keyTold: null, arrivedAt: null, arrivedTo: '',
      cityReceipt: null, returnedAt: null, missing: null, mediumBack: null, contentWarnings: copied ? unwrittenOf(reading, order, packages).map((sealed) => sealed.no) : [], state: 'drafted',
    }
    return { entries: [{ type: 'mailing-drafted', data: { mailing } }], answer: () => mailing }
  })
}

/** What the desk did not write to the medium itself, a second person vouches for (R-11). Nobody is asked where nothing has to be vouched for. */
async function vouchedByTwo(world: World, { contractId, copied, medium }: DraftMailing, packages: readonly Package[], clerk: Person): Promise<Mailing['copied']> {
  if (!copied || await look(world, (reading) => unwrittenOf(reading, { medium }, packages).length === 0)) return null
  const second = await coSign(world, copied.second, { operation: 'mailings.draft', contractId, act: 'confirm-serial', article: '11(3)', rule: 'R-11', actor: clerk })
  return { serial: copied.serial, coSignedBy: second.id }
}

/**
 * 梱包・親展確認 (R-14): another person reads the seal, compares the contents, looks at the mark and the address, and signs with an ID of
 * their own. This is the last moment before it is closed, so what lies on the medium is looked at once more (R-11).
 */
export async function confirmShinten(world: World, { mailingId, checker, ...seen }: z.output<typeof ConfirmShinten>): Promise<Mailing> {
  const { mailing, packer } = await look(world, (reading) => {
    const mailing = inState(reading, mailingId, ['drafted'], 'confirm-shinten')
    return { mailing, packer: personNamed(reading, mailing.packedBy) }
  })
  const packages = await packagesOf(world, mailing.contractId, mailing.packages)
  const on = await lookOn(world, mailing, packages)
  refuseIfAny(await look(world, (reading) => [...objectionsToPacking(mailing, seen), ...objectionsToContent(reading, mailing, packages, on)]))
  const second = await coSign(world, checker, { operation: 'mailings.confirmShinten', contractId: mailing.contractId, act: 'confirm-shinten', article: '11(4)', rule: 'R-14', actor: packer })
  return record(world, (reading) => {
    inState(reading, mailingId, ['drafted'], 'confirm-shinten')
    return { entries: [{ type: 'shinten-confirmed', data: { mailingId, checkedBy: second.id, at: world.now(), ...seen } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/**
 * 発送 (R-13, R-14, R-16, R-17): the envelope is closed; what counts now is the number, and that the medium has not left already. A scan of
 * the acceptance slip is kept in the vault.
 */
export async function dispatch(world: World, { mailingId, trackingNo, slip: path }: Dispatch): Promise<Mailing> {
  return withSlip(world, path === null ? null : { kind: '引受証', path }, (slip) => (reading) => {
    const now = mailingNamed(reading, mailingId)
    const service = serviceFor(reading, now.contractId, now.carrier, now.service)
    const { tracking, objections } = objectionsToTracking(trackingNo, service)
    const medium = now.medium !== null && now.state === 'checked' ? objectionsToMedium(reading, now.medium) : []
    refuseIfAny([...objectionsToDispatch(now), ...objectionsToRecipient(reading, contractNamed(reading, now.contractId), now.recipient, world.now()), ...medium, ...objections, ...objectionsToNumberUsed(tracking.digits, now, reading.list('mailing', now.contractId), world.now())])
    const at = world.now()
    return {
      entries: [{ type: 'mailing-dispatched', data: { mailingId, trackingNo: tracking.digits, warnings: tracking.warnings, slipSha256: slip?.sha256 ?? null, slip, expectedBy: expectedBy(at, service?.days ?? DEFAULT_DAYS), at } }],
      answer: (after) => mailingNamed(after, mailingId),
    }
  })
}

/** 鍵の連絡 (R-21): who told whom, by which way and when; never what. */
export async function tellKey(world: World, order: TellKey): Promise<Mailing> {
  const keyTold = await keyToldBy(world, order, 'mailings.tellKey')
  return record(world, (reading) => {
    const mailing = inState(reading, order.id, ['dispatched', 'inquired', 'arrived', 'received'], 'tell-key')
    refuseIfAny(objectionsToTelling(mailing.no, keysToTell(reading, mailing.packages)))
    return { entries: [{ type: 'key-told', data: { id: order.id, keyTold } }], answer: (after) => mailingNamed(after, order.id) }
  })
}

/** How many of these packages have a passphrase that somebody has to tell: those in an envelope have none. */
export const keysToTell = (reading: Reading, packages: readonly PackageId[]): number => packages.filter((id) => !reading.get('package', id)?.lock.envelope).length

/** The rule and the second person behind a way of telling, for parcels and mails alike. */
export async function keyToldBy(world: World, { id, channel, at, to, exception }: TellKey, operation: 'mailings.tellKey' | 'mails.tellKey'): Promise<KeyTold> {
  const { personId } = signedIn(world)
  refuseIfAny([...objectionsToKeyChannel(channel, exception !== null), ...objectionsToFuture('key-told', at, world.now(), '11(7)')])
  const needed = exception && objectionsToKeyChannel(channel, false).length > 0 ? exception : null
  const kind = operation === 'mails.tellKey' ? 'mail' : 'mailing'
  const contractId = await look(world, (reading) => reading.get(kind, id)?.contractId ?? null)
  const excused = needed && await excuse(world, needed, { operation, contractId, act: 'confirm-key-channel', article: '11(7)', rule: 'R-21', actor: await look(world, (reading) => personNamed(reading, personId)) })
  return { channel, at, by: personId, to, exception: excused }
}

/** 取りやめ: only what has not left. */
export async function withdrawMailing(world: World, { mailingId, reason }: z.output<typeof WithdrawMailing>): Promise<Mailing> {
  return record(world, (reading) => {
    inState(reading, mailingId, ['drafted', 'checked'], 'withdraw')
    return { entries: [{ type: 'mailing-withdrawn', data: { mailingId, reason } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** For the field that is being typed in: what the number would be, before anything is recorded. */
export async function checkTracking(world: World, { contractId, carrier, service, raw }: z.output<typeof CheckTracking>): Promise<z.output<typeof CheckedTracking>> {
  const line = await look(world, (reading) => serviceFor(reading, contractId, carrier, service))
  const { tracking: { digits, warnings, problem } } = objectionsToTracking(raw, line)
  return { digits, printed: printTracking(digits), valid: problem === null, warnings }
}

export const listMailings = (world: World, contractId: string): Promise<Mailing[]> =>
  look(world, (reading) => reading.list('mailing', contractNamed(reading, contractId).id).sort((a, b) => a.packedAt - b.packedAt))

function objectionsToDraft(reading: Reading, order: DraftMailing, packages: readonly Package[], on: OnMedium, now: Instant): Objection[] {
  const contract = activeContract(reading, order.contractId)
  const recipient = recipientNamed(contract, order.recipientName)
  const service = serviceFor(reading, contract.id, order.carrier, order.service)
  return [
    ...objectionsToRecipient(reading, contract, recipient, now), ...objectionsToService(contract, service, order, importanceOf(reading, contract, packages)), ...objectionsToSeal(order.sealNo, reading.list('mailing', contract.id)),
    ...objectionsToContent(reading, order, packages, on), ...objectionsToUnwritten(reading, order, packages),
  ]
}

/** The highest class among what is sealed in; of a document, what the contract is about. */
function importanceOf(reading: Reading, contract: ContractOfWork, packages: readonly Package[]): ImportanceClass {
  const items = packages.flatMap(({ itemIds }) => itemIds).flatMap((id) => reading.get('item', id) ?? [])
  const classes = new Set(items.length === 0 ? [contract.importanceClass] : items.map(({ importanceClass }) => importanceClass))
  return ImportanceClass.options.find((one) => classes.has(one)) ?? contract.importanceClass
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
