import type * as z from 'zod'
import { keepFor, looksLikeAScan, showFile, type ShownFile } from '../kept-file.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { Pledge, type Person, type PersonId } from '../people/person.ts'
import { objectionsToFuture } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { defaultPledges } from './default-pledge.ts'
import type { AddPledgeText, EndPledge, KeepSignedPledge, PledgeInstead, PledgeText, SignOnScreen } from './pledge-text.ts'

/** Whoever may take the pledge of others. */
const HEADS: readonly string[] = ['administrator', 'supervisor']

/** 誓約書の文面: ours and the office's own. */
export const listPledgeTexts = (world: World): Promise<PledgeText[]> => look(world, pledgeTexts)

/** A new edition of the text (Art. 8①): refused where it says nothing of the time after the contract, or where its name is taken. */
export function addPledgeText(world: World, order: z.output<typeof AddPledgeText>): Promise<PledgeText> {
  const text: PledgeText = { ...order, addedAt: world.now() }
  if (!outlastsTheContract(order.body)) throw refusal('pledge-text-ends-with-contract', '8①', null, {})
  return record(world, (reading) => {
    if (pledgeTexts(reading).some(({ version }) => sameWords(version, order.version))) throw refusal('pledge-text-exists', '8②', null, { version: order.version })
    return { entries: [{ type: 'pledge-text-added', data: { text } }], answer: () => text }
  })
}

/** 画面署名 (Art. 8②): by the person themself, or before a supervisor; the name is typed by whoever signs, and must be theirs. */
export function signOnScreen(world: World, { personId, textVersion, typedName, strokes }: SignOnScreen): Promise<Person> {
  const me = signedIn(world).personId
  return record(world, (reading) => {
    const person = personNamed(reading, personId)
    if (me !== personId && !personNamed(reading, me).roles.some((role) => HEADS.includes(role))) throw refusal('not-your-office', '11(1)', null, { needs: HEADS.join(',') })
    if (!sameWords(typedName, person.name)) throw refusal('typed-name-differs', '8②', null, { person: person.name })
    const { text, entries } = textNamed(world, reading, textVersion)
    const pledge = Pledge.parse({ on: dayOf(world.now()), textVersion, signedBy: '画面署名', scanSha256: null, addressee: text.addressee, typedName, strokes })
    return { entries: [...entries, { type: 'pledge-signed', data: { personId, pledge } }], answer: (after) => personNamed(after, personId) }
  })
}

/** 自署 on paper, scanned into the vault with its hash. */
export async function keepSignedPledge(world: World, { personId, textVersion, on, path }: z.output<typeof KeepSignedPledge>): Promise<Person> {
  refuseIfAny(objectionsToFuture('pledge', on, world.now(), '8②'))
  await look(world, (reading) => { personNamed(reading, personId); textNamed(world, reading, textVersion) })
  return keepFor(world, path, async (scan, stands) => {
    if (!await looksLikeAScan(world, scan)) throw refusal('not-a-scan', '8②', null, { path })
    return record(world, (reading) => {
      personNamed(reading, personId)
      const { text, entries } = textNamed(world, reading, textVersion)
      const pledge = Pledge.parse({ on, textVersion, signedBy: 'スキャン', scanSha256: scan.sha256, addressee: text.addressee, scan })
      return { entries: [...entries, { type: 'pledge-signed', data: { personId, pledge } }], stands, answer: (after) => personNamed(after, personId) }
    })
  })
}

/** 「誓約書等」 (Art. 8②): something else in its place, with the reason. */
export function acceptInstead(world: World, { personId, on, what, reason }: z.output<typeof PledgeInstead>): Promise<Person> {
  refuseIfAny(objectionsToFuture('pledge', on, world.now(), '8②'))
  return record(world, (reading) => {
    personNamed(reading, personId)
    const pledge = Pledge.parse({ on, textVersion: what, signedBy: 'その他', scanSha256: null, insteadReason: reason })
    return { entries: [{ type: 'pledge-signed', data: { personId, pledge } }], answer: (after) => personNamed(after, personId) }
  })
}

/** 撤回・終了: from now on the person handles nothing until they pledge again. The old pledge is kept, and goes on binding (Art. 8①). */
export function endPledge(world: World, { personId, how, on, reason }: z.output<typeof EndPledge>): Promise<Person> {
  refuseIfAny(objectionsToFuture('pledge-ended', on, world.now(), '8②'))
  return record(world, (reading) => {
    const person = personNamed(reading, personId)
    if (!person.pledge) throw refusal('no-pledge-to-end', '8②', null, { person: person.name })
    return { entries: [{ type: 'pledge-ended', data: { personId, how, on, reason } }], answer: (after) => personNamed(after, personId) }
  })
}

/** The scan of the pledge in force. */
export async function showPledge(world: World, { personId }: { personId: PersonId }): Promise<ShownFile> {
  const scan = await look(world, (reading) => personNamed(reading, personId).pledge?.scan ?? null)
  if (!scan) throw refusal('nothing-found', null, null, { what: 'file', id: personId })
  return showFile(world, scan)
}

const pledgeTexts = (reading: Reading): PledgeText[] => {
  const own = reading.list('pledge-text')
  return [...own, ...defaultPledges.filter(({ version }) => !own.some((text) => text.version === version))]
}

/** The text, and the entry that keeps one of ours for good the first time that somebody signs it. */
function textNamed(world: World, reading: Reading, version: string): { text: PledgeText; entries: EntryBody[] } {
  const text = pledgeTexts(reading).find((one) => one.version === version)
  if (!text) throw refusal('nothing-found', null, null, { what: 'pledge-text', id: version })
  return { text, entries: reading.get('pledge-text', version) ? [] : [{ type: 'pledge-text-added', data: { text: { ...text, addedAt: world.now() } } }] }
}

/** 契約終了後も, in the ways in which it is written. */
const outlastsTheContract = (body: string): boolean => /(契約|業務|委託)[^。]{0,20}(終了|満了|解除|完了|終わった)[^。]{0,12}後[^。]{0,20}(も|同様|同じ)/u.test(body.normalize('NFKC'))

