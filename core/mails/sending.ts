import type * as z from 'zod'
import { activeContract } from '../contracts/use.ts'
import { draftIncident } from '../incidents/incident.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { underWay, whileUnderWay } from '../ledger/under-way.ts'
import { objectionsToFuture, objectionsToOrder } from '../mailings/rules.ts'
import { sealedFacts } from '../mailings/sealed-facts.ts'
import { objectionsToSending } from '../packages/use.ts'
import type { Package } from '../packages/package.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { How, Letter, SendOutcome, ServerAccess, World } from '../world.ts'
import type { Mail, MailAttempt, Misdirected, SendingProgress, SendMail, SentMail, SettleSending } from './mail.ts'
import type { MailServer } from './mail-server.ts'
import { inState, mailNamed } from './named.ts'
import { objectionsToAddresses } from './rules.ts'
import { accessTo, mailServer } from './server.ts'
import { enclosures } from './use.ts'

const NEVER = new AbortController().signal

/**
 * 送信 (Art. 11(7)): over the office's own server, to the recipients that a second person checked and the contract still names, with the
 * sealed package whose hash still holds and the note as it was checked. Written down before anything leaves. What was
 * refused has not left and may be tried again; where the connection broke after it began to leave, nobody knows, and nothing is sent twice.
 */
export async function sendMail(world: World, { mailId }: z.output<typeof SendMail>, { signal = NEVER, onProgress = () => {} }: JobOptions<SendingProgress> = {}): Promise<z.output<typeof SentMail>> {
  const server = await mailServer(world)
  if (!server) throw refusal('mail-server-missing', null, null, {})
  const access = await accessTo(world, server)
  refuseIfAny(await objectionsToPackage(world, mailId))

  const attemptId = world.newId()
  const { mail, letter, replyTo } = await begin(world, mailId, server, attemptId)
  return whileUnderWay(world, mail.id, () => send(world, mail, { letter, replyTo, access }, { signal, onProgress }))
}

/** Is the package on the disk still the one that was verified? */
async function objectionsToPackage(world: World, mailId: string): Promise<Objection[]> {
  const sealed = await look(world, (reading) => packageOf(reading, inState(reading, mailId, ['drafted', 'checked'], 'send-mail')))
  return objectionsToSending(world, sealed)
}

interface Begun { mail: Mail; letter: Letter; replyTo: string | null }

/** Of two desks that begin at the same moment one finds the mail begun already. */
function begin(world: World, mailId: string, { host, from }: MailServer, attemptId: string): Promise<Begun> {
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const mail = mailNamed(reading, mailId)
    if (mail.state === 'drafted') throw refusal('recipients-not-checked', '11(7)', 'R-22', { mail: mail.no })
    inState(reading, mailId, ['checked'], 'send-mail')
    const contract = activeContract(reading, mail.contractId)
    refuseIfAny(mail.exception ? [] : objectionsToAddresses(contract, mail.to))
    if (mail.note === null) throw refusal('mail-without-note', '11(7)', 'R-19', { mail: mail.no })
    const { name, email } = personNamed(reading, personId)
    const sending = { at: world.now(), server: host, messageId: `<${attemptId}.${mail.id}@${from.address.slice(from.address.indexOf('@') + 1)}>` }
    const letter: Letter = { from: { name: `${from.name}　${name}`, address: from.address }, to: mail.to, subject: mail.subject, note: mail.note, ...enclosures(packageOf(reading, mail)) }
    return { entries: [{ type: 'mail-sending-begun', data: { mailId: mail.id, sending } }], answer: (after) => ({ mail: mailNamed(after, mailId), letter, replyTo: email === '' ? null : email }) }
  })
}

async function send(world: World, mail: Mail, { letter, replyTo, access }: { letter: Letter; replyTo: string | null; access: ServerAccess }, how: How<SendingProgress>): Promise<z.output<typeof SentMail>> {
  const { server = '', messageId = '' } = mail.sending ?? {}
  // A failure of our own leaves it begun: whether it left is then a question, as after a power cut.
  const outcome = await world.post.send({ ...letter, server: access, replyTo, messageId }, how)
  const failed = (kind: MailAttempt['outcome'], stage: MailAttempt['stage'], answer: string): Promise<Mail> => record(world, () => ({
    entries: [{ type: 'mail-sending-failed', data: { mailId: mail.id, attempt: { at: world.now(), server, messageId, outcome: kind, stage, answer } } }], answer: (after) => mailNamed(after, mail.id),
  }))
  switch (outcome.outcome) {
    case 'sent': return { outcome: 'sent', mail: await end(world, mail, { server, messageId }, outcome) }
    case 'unknown': return { outcome: 'unknown', mail: await failed('unknown', 'message', outcome.answer) }
    case 'abandoned': return { outcome: 'abandoned', mail: await failed('abandoned', null, '') }
    case 'attachment-changed':
      await failed('refused', null, 'attachment-changed')
      throw refusal('package-changed', '11(7)', 'R-20', { no: await look(world, (reading) => packageOf(reading, mail).no) })
    case 'refused':
      await failed('refused', outcome.stage, outcome.answer)
      throw refusal('mail-not-taken', '11(7)', null, { mail: mail.no, server, stage: outcome.stage, answer: outcome.answer })
  }
}

const end = (world: World, { id }: Mail, { server, messageId }: { server: string; messageId: string }, { accepted, rejected, answer, certificate }: Extract<SendOutcome, { outcome: 'sent' }>): Promise<Mail> =>
  record(world, () => ({ entries: [{ type: 'mail-sending-ended', data: { mailId: id, taken: { at: world.now(), server, messageId, accepted, rejected, answer, certificate } } }], answer: (after) => mailNamed(after, id) }))

/** The answer to an unknown end: by the recipient's word or the server's log, never by a guess. */
export async function settleSending(world: World, { mailId, left, at, evidence }: z.output<typeof SettleSending>): Promise<Mail> {
  return record(world, (reading) => {
    const { sending } = inState(reading, mailId, ['sending'], 'settle')
    if (underWay(world).has(mailId)) throw refusal('state-does-not-allow', '11(7)', null, { is: 'under-way', act: 'settle' })
    refuseIfAny([...objectionsToFuture('sent', at, world.now(), '11(7)'), ...objectionsToOrder('sent', at, 'sending-begun', sending?.at ?? null, '11(7)')])
    return { entries: [{ type: 'mail-sending-settled', data: { mailId, left, at, evidence } }], answer: (after) => mailNamed(after, mailId) }
  })
}

/** 誤送信 (Art. 18①): it went to somebody whom it was not for. The draft of an incident report comes with it. */
export async function misdirected(world: World, { mailId, addresses, foundAt, circumstances }: z.output<typeof Misdirected>): Promise<Mail> {
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const mail = inState(reading, mailId, ['sent', 'received'], 'report-misdirected')
    if (mail.misdirected) throw refusal('state-does-not-allow', '18①', null, { is: 'misdirected', act: 'report-misdirected' })
    const stranger = addresses.find((address) => !mail.to.some((to) => to.toLowerCase() === address.toLowerCase()))
    if (stranger !== undefined) throw refusal('address-not-of-mail', '18①', null, { mail: mail.no, address: stranger })
    refuseIfAny([...objectionsToFuture('misdirection-found', foundAt, world.now(), '18①'), ...objectionsToOrder('misdirection-found', foundAt, 'sent', mail.sentAt, '18①')])
    const incident = draftIncident(world, reading, {
      contractId: mail.contractId, kind: 'mail-misdirected', subjectId: mail.id, subject: mail.no, foundAt, foundBy: personId, place: '電子メール',
      circumstances: [`誤って送った宛先：${addresses.join('、')}`, circumstances].join('\n'), ...sealedFacts(reading, [mail.package], mail.subject, mail.keyTold),
    })
    return { entries: [{ type: 'mail-misdirected', data: { mailId, addresses, foundAt, circumstances } }, ...incident], answer: (after) => mailNamed(after, mailId) }
  })
}

function packageOf(reading: Reading, { package: id }: Mail): Package {
  const sealed = reading.get('package', id)
  if (!sealed) throw refusal('nothing-found', null, null, { what: 'package', id })
  return sealed
}
