import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import { keysToTell, keyToldBy } from '../mailings/use.ts'
import type { TellKey } from '../mailings/mailing.ts'
import { folderOf, objectionsToSending, packagesOf } from '../packages/use.ts'
import { objectionsToFuture, objectionsToOrder, objectionsToTelling } from '../mailings/rules.ts'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Person } from '../people/person.ts'
import { letterOf, type Package } from '../packages/package.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { objectionsToAddressees } from '../subcontracts/rules.ts'
import { coSign, excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { Letter, World } from '../world.ts'
import type { ConfirmRecipients, DraftMail, Mail, MailId, MailReceived, MailSent, WithdrawMail } from './mail.ts'
import { inState, mailNamed } from './named.ts'
import { objectionsToAddresses, objectionsToAttaching, objectionsToBody } from './rules.ts'

/** Texts longer than this are not compared word by word with a covering note. */
const SMALL_TEXT = 1 << 20

/**
 * 電子メール (Art. 11(7)): an `.eml` draft with one sealed attachment. Refuses information in the text (R-19), what is not
 * sealed and verified (R-20), and addresses that the contract does not name (R-22).
 */
export async function draftMail(world: World, order: DraftMail): Promise<Mail> {
  const { personId } = signedIn(world)
  const { contract, clerk } = await look(world, (reading) => ({ contract: activeContract(reading, order.contractId), clerk: personNamed(reading, personId) }))
  const [attachment] = await packagesOf(world, contract.id, [order.package])
  if (!attachment) throw new Error('one package asked for, none found and none refused')
  const known = [contract.title, contract.contractNo, contract.contractor, ...Object.values(contract.city), ...contract.recipients.flatMap((r) => [r.organisation, r.department, r.name, r.address])]
  const objections = [
    ...(await objectionsToSending(world, attachment)).map((o) => (o.code === 'package-not-verified' ? { code: 'attachment-not-sealed', article: '11(7)', rule: 'R-20', facts: { no: attachment.no } } as const : o)),
    ...objectionsToAttaching(attachment),
    ...objectionsToAddresses(contract, order.to),
    ...await look(world, (reading) => objectionsToAddressees(reading, contract, order.to, world.now())),
    ...objectionsToBody(order.subject, order.note, await entrustedTexts(world, attachment), known),
  ]
  const excusable = objections.filter(({ code }) => code === 'recipient-not-allowed')
  refuseIfAny(order.exception ? objections.filter((o) => !excusable.includes(o)) : objections)
  const exception = order.exception && excusable.length > 0 ? await excuse(world, order.exception, { operation: 'mails.draft', contractId: contract.id, act: 'confirm-address', article: '11(7)', rule: 'R-22', actor: clerk }) : null

  const id = world.newId() as MailId
  const no = await begin(world, id, contract)
  const draftPath = await write(world, order, attachment, clerk, no).catch(async (error: unknown) => {
    await record(world, () => ({ entries: [{ type: 'mail-abandoned', data: { mailId: id, why: 'not written' } }], answer: () => undefined }))
    throw error
  })
  const mail: Mail = {
    id, no, contractId: contract.id, to: order.to, subject: order.subject, package: attachment.id, note: order.note, attachmentName: attachment.fileName, attachmentSha256: attachment.sha256,
    draftPath, exception, draftedBy: personId, draftedAt: world.now(), recipientsChecked: null, sending: null, attempts: [], taken: null, sentAt: null, keyTold: null, receivedAt: null, receivedBy: '', misdirected: null, state: 'drafted',
  }
  return record(world, () => ({ entries: [{ type: 'mail-drafted', data: { mail } }], answer: () => mail }))
}

/** Gives the mail its number before anything is written, so that no two drafts share one. */
function begin(world: World, mailId: MailId, { id: contractId, shortNo }: ContractOfWork): Promise<string> {
  return record(world, (reading) => {
    const no = `M-${shortNo}-${String((reading.get('series', `mail:${contractId}`)?.last ?? 0) + 1).padStart(3, '0')}`
    return { entries: [{ type: 'mail-begun', data: { mailId, contractId, no } }], answer: () => no }
  })
}

async function write(world: World, order: DraftMail, attachment: Package, clerk: Person, no: string): Promise<string> {
  if (order.into === null) return ''
  const written = await world.post.writeDraft({
    from: { name: clerk.name, address: clerk.email }, to: order.to, subject: order.subject, note: order.note, ...enclosures(attachment), folder: order.into, fileName: `${no}.eml`,
  })
  switch (written.outcome) {
    case 'written': return written.path
    case 'attachment-changed': throw refusal('package-changed', '11(7)', 'R-20', { no: attachment.no })
    default: throw refusal(written.outcome, null, null, { path: written.path })
  }
}

/** What a mail carries: the sealed package and, where its key went into a letter, that letter. Nobody but the recipient opens it, so it may go the same way. */
export function enclosures(sealed: Package): Pick<Letter, 'attachment' | 'letter'> {
  const [letter] = letterOf(sealed).map(({ name, sha256 }) => ({ name, sha256, path: `${folderOf(sealed.path)}${name}` }))
  return { attachment: { path: sealed.path, name: sealed.fileName, sha256: sealed.sha256 }, letter: letter ?? null }
}

/** 宛先の二者確認 (Art. 11(7)). */
export async function confirmRecipients(world: World, { mailId, checker }: z.output<typeof ConfirmRecipients>): Promise<Mail> {
  const { drafter, contractId } = await look(world, (reading) => {
    const mail = inState(reading, mailId, ['drafted'], 'confirm-recipients')
    return { drafter: personNamed(reading, mail.draftedBy), contractId: mail.contractId }
  })
  const second = await coSign(world, checker, { operation: 'mails.confirmRecipients', contractId, act: 'confirm-recipients', article: '11(7)', rule: 'R-22', actor: drafter })
  return record(world, (reading) => {
    inState(reading, mailId, ['drafted'], 'confirm-recipients')
    return { entries: [{ type: 'recipients-confirmed', data: { mailId, by: second.id, at: world.now() } }], answer: (after) => mailNamed(after, mailId) }
  })
}

export async function mailSent(world: World, { mailId, at }: z.output<typeof MailSent>): Promise<Mail> {
  return record(world, (reading) => {
    const mail = mailNamed(reading, mailId)
    if (mail.state === 'drafted') throw refusal('recipients-not-checked', '11(7)', 'R-22', { mail: mail.no })
    inState(reading, mailId, ['checked'], 'record-sent')
    refuseIfAny([...objectionsToAddressees(reading, contractNamed(reading, mail.contractId), mail.to, world.now()), ...objectionsToFuture('sent', at, world.now(), '11(7)'), ...objectionsToOrder('sent', at, 'recipients-checked', mail.recipientsChecked?.at ?? null, '11(7)')])
    return { entries: [{ type: 'mail-sent', data: { mailId, at } }], answer: (after) => mailNamed(after, mailId) }
  })
}

export async function tellMailKey(world: World, order: TellKey): Promise<Mail> {
  const keyTold = await keyToldBy(world, order, 'mails.tellKey')
  return record(world, (reading) => {
    const mail = inState(reading, order.id, ['sent', 'received'], 'tell-key')
    refuseIfAny(objectionsToTelling(mail.no, keysToTell(reading, [mail.package])))
    return { entries: [{ type: 'key-told', data: { id: order.id, keyTold } }], answer: (after) => mailNamed(after, order.id) }
  })
}

/** 受領確認 (Art. 11(7)): who of the recipients says that it came. */
export async function mailReceived(world: World, { mailId, at, by }: z.output<typeof MailReceived>): Promise<Mail> {
  return record(world, (reading) => {
    const { sentAt } = inState(reading, mailId, ['sent'], 'record-received')
    refuseIfAny([...objectionsToFuture('mail-received', at, world.now(), '11(7)'), ...objectionsToOrder('mail-received', at, 'sent', sentAt, '11(7)')])
    return { entries: [{ type: 'mail-received', data: { mailId, at, by } }], answer: (after) => mailNamed(after, mailId) }
  })
}

/** 取りやめ: only what has not been sent. The draft file is the clerk's to delete. */
export async function withdrawMail(world: World, { mailId, reason }: z.output<typeof WithdrawMail>): Promise<Mail> {
  return record(world, (reading) => {
    inState(reading, mailId, ['drafted', 'checked'], 'withdraw')
    return { entries: [{ type: 'mail-withdrawn', data: { mailId, reason } }], answer: (after) => mailNamed(after, mailId) }
  })
}

export const listMails = (world: World, contractId: string): Promise<Mail[]> =>
  look(world, (reading) => reading.list('mail', contractNamed(reading, contractId).id).sort((a, b) => a.draftedAt - b.draftedAt))

/** The texts among the package's items, as far as they are small: CP932 unless they are UTF-8. */
async function entrustedTexts(world: World, { itemIds }: Package): Promise<string[]> {
  const items = await look(world, (reading) => itemIds.flatMap((id) => reading.get('item', id) ?? []))
  const texts: string[] = []
  for (const { blob, size, name } of items) {
    if (blob !== null && size <= SMALL_TEXT && /\.(csv|tsv|txt)$/i.test(name)) texts.push(readText(await world.files.fetch(blob)))
  }
  return texts
}

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}
