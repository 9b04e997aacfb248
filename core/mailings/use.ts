import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { excuse } from '../handovers/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { packagesReadyToLeave } from '../packages/use.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { coSign } from '../vault/co-sign.ts'
import { signedIn } from '../vault/use.ts'
import type { World } from '../world.ts'
import { type Arrive, type CheckedTracking, type ConfirmShinten, type Dispatch, type DraftMailing, type KeyTold, type Mailing, type MailingId, type TellKey } from './mailing.ts'
import { objectionsToContent, objectionsToDispatch, objectionsToFax, objectionsToKeyChannel, objectionsToNumberUsed, objectionsToService, objectionsToTracking } from './rules.ts'
import { printTracking } from './tracking.ts'

/** 起票 (Art. 11(3), (4)): what goes, to whom, by whom; checked against every rule that can be checked before the counter. */
export async function draftMailing(world: World, order: DraftMailing): Promise<Mailing> {
  const { personId } = signedIn(world)
  const { contract, recipient, clerk } = await look(world, (reading) => {
    const contract = activeContract(reading, order.contractId)
    const recipient = contract.recipients.find(({ name }) => name === order.recipientName)
    if (!recipient) throw refusal('recipient-unknown', '11(4)', 'R-26', { name: order.recipientName })
    return { contract, recipient, clerk: personNamed(reading, personId) }
  })
  const ready = await packagesReadyToLeave(world, contract.id, order.packages)
  const plainFiles = await plainFilesBeside(world, order.mediumFolder, ready.packages.map(({ fileName }) => fileName))
  refuseIfAny([
    ...ready.objections,
    ...objectionsToService(contract, order),
    ...await look(world, (reading) => objectionsToContent(reading, order, plainFiles)),
  ])
  const exception = order.exception && await excuse(world, order.exception, { act: '書留相当以外の手段の確認', article: '11(4)', rule: 'R-12', actor: clerk })

  const id = world.newId() as MailingId
  return record(world, (reading) => {
    const no = `S-${contract.shortNo}-${String((reading.get('series', `mailing:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const mailing: Mailing = {
      id, no, contractId: contract.id, recipient, contentKind: order.contentKind, isShinsho: order.isShinsho, content: order.content, quantity: order.quantity,
      medium: order.medium, packages: order.packages, plainFiles: [], documentNos: order.documentNos, carrier: order.carrier, service: order.service, sealNo: order.sealNo, exception,
      packedBy: personId, packedAt: world.now(), shinten: null, trackingNo: null, trackingWarnings: [], dispatchedAt: null, slipSha256: null, keyTold: null, arrivedAt: null, arrivedTo: '', state: 'drafted',
    }
    return { entries: [{ type: 'mailing-drafted', data: { mailing } }], answer: () => mailing }
  })
}

/** 親展 (R-14): another person looks at the envelope and signs with an ID of their own. */
export async function confirmShinten(world: World, { mailingId, checker }: z.output<typeof ConfirmShinten>): Promise<Mailing> {
  const packer = await look(world, (reading) => personNamed(reading, inState(reading, mailingId, ['drafted'], '親展の確認').packedBy))
  const second = await coSign(world, checker, { act: '親展表示の確認', article: '11(4)', rule: 'R-14', actor: packer })
  return record(world, (reading) => {
    inState(reading, mailingId, ['drafted'], '親展の確認')
    return { entries: [{ type: 'shinten-confirmed', data: { mailingId, checkedBy: second.id, at: world.now() } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** 発送 (R-13, R-14, R-16): the packages once more as they were verified, and a number that can be one. */
export async function dispatch(world: World, { mailingId, trackingNo, slip }: Dispatch): Promise<Mailing> {
  const mailing = await look(world, (reading) => mailingNamed(reading, mailingId))
  const ready = await packagesReadyToLeave(world, mailing.contractId, mailing.packages)
  const slipSha256 = slip === null ? null : await slipHash(world, slip)
  return record(world, (reading) => {
    const now = mailingNamed(reading, mailingId)
    const { tracking, objections } = objectionsToTracking(trackingNo, now.carrier, now.service)
    refuseIfAny([...objectionsToDispatch(now), ...ready.objections, ...objections, ...objectionsToNumberUsed(tracking.digits, now, reading.list('mailing', now.contractId), world.now())])
    return {
      entries: [{ type: 'mailing-dispatched', data: { mailingId, trackingNo: tracking.digits, warnings: tracking.warnings, slipSha256, at: world.now() } }],
      answer: (after) => mailingNamed(after, mailingId),
    }
  })
}

/** 鍵の連絡 (R-21): who told whom, by which way and when; never what. */
export async function tellKey(world: World, order: TellKey): Promise<Mailing> {
  const keyTold = await keyToldBy(world, order)
  return record(world, (reading) => {
    inState(reading, order.id, ['dispatched', 'arrived'], '鍵の連絡')
    return { entries: [{ type: 'key-told', data: { id: order.id, keyTold } }], answer: (after) => mailingNamed(after, order.id) }
  })
}

/** The rule and the second person behind a way of telling, for parcels and mails alike. */
export async function keyToldBy(world: World, { channel, at, to, exception }: TellKey): Promise<KeyTold> {
  const { personId } = signedIn(world)
  refuseIfAny([
    ...objectionsToKeyChannel(channel, exception !== null),
    ...(at > world.now() + 5 * 60_000 ? [{ code: 'time-in-future', article: '11(7)', rule: null, facts: { what: '連絡日時' } } as const] : []),
  ])
  if (exception) await excuse(world, exception, { act: '別のメールでの鍵連絡の確認', article: '11(7)', rule: 'R-21', actor: await look(world, (reading) => personNamed(reading, personId)) })
  return { channel, at, by: personId, to }
}

export async function arrive(world: World, { mailingId, at, to }: z.output<typeof Arrive>): Promise<Mailing> {
  if (at > world.now() + 5 * 60_000) throw refusal('time-in-future', '11(4)', null, { what: '到着日時' })
  return record(world, (reading) => {
    inState(reading, mailingId, ['dispatched'], '到着の記録')
    return { entries: [{ type: 'mailing-arrived', data: { mailingId, at, to } }], answer: (after) => mailingNamed(after, mailingId) }
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

async function plainFilesBeside(world: World, folder: string | null, sealed: readonly string[]): Promise<string[]> {
  if (folder === null) return []
  const names = await world.files.listFolder(folder)
  if (!names) throw refusal('folder-missing', null, null, { path: folder })
  return names.filter((name) => !sealed.includes(name))
}

async function slipHash(world: World, path: string): Promise<string> {
  const hashed = await world.files.sha256(path)
  if (!hashed) throw refusal('file-unreadable', '11(4)', null, { path })
  return hashed.sha256
}

function mailingNamed(reading: Reading, id: string): Mailing {
  const mailing = reading.get('mailing', id)
  if (!mailing) throw refusal('nothing-found', null, null, { what: '送付', id })
  return mailing
}

function inState(reading: Reading, id: string, states: readonly Mailing['state'][], act: string): Mailing {
  const mailing = mailingNamed(reading, id)
  if (!states.includes(mailing.state)) throw refusal('state-does-not-allow', '11(4)', null, { is: mailing.state, act })
  return mailing
}
