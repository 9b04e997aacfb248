import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { itemsFor } from '../packages/use.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { isThirdParty, objectionsToUnapproved } from '../subcontracts/rules.ts'
import { sameWords } from '../text.ts'
import { dayOf, type Day } from '../time.ts'
import { excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { Act, Moment } from '../words/terms.ts'
import type { World } from '../world.ts'
import type { ApplyProvision, ConsentProvision, Provide, Provision, ProvisionId, RefuseProvision, WithdrawProvision } from './provision.ts'

/** 申請 (Art. 13): to somebody who is neither the city nor its approved subcontractor; those need none, and an unapproved one gets nothing (R-02). */
export async function applyProvision(world: World, order: ApplyProvision): Promise<Provision> {
  const id = world.newId() as ProvisionId
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const contract = activeContract(reading, order.contractId)
    refuseIfAny(objectionsToReceiver(world, reading, order))
    itemsFor(reading, order)
    const no = `TP-${contract.shortNo}-${String((reading.get('series', `provision:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const provision: Provision = { ...order, id, no, appliedBy: personId, appliedAt: world.now(), consent: null, provided: null, state: 'applied' }
    return { entries: [{ type: 'provision-applied', data: { provision } }], answer: () => provision }
  })
}

/** 承諾 (R-26): the city's number and day, the reason, and a second person. */
export async function consentProvision(world: World, { provisionId, on, exception: order }: z.output<typeof ConsentProvision>): Promise<Provision> {
  const { personId } = signedIn(world)
  const { provision, clerk } = await look(world, (reading) => ({ provision: inState(reading, provisionId, ['applied'], 'record-consent'), clerk: personNamed(reading, personId) }))
  if (!order) throw refusal('third-party-without-consent', '13', 'R-26', { organisation: provision.organisation })
  refuseIfAny(notAhead('consented', on, world))
  const exception = await excuse(world, order, { operation: 'provisions.consent', contractId: provision.contractId, act: 'confirm-third-party', article: '13', rule: 'R-26', actor: clerk })
  return change(world, provisionId, ['applied'], 'record-consent', (reading, { contractId, organisation }) => {
    refuseIfAny(objectionsToReceiver(world, reading, { contractId, organisation }))
    return { type: 'provision-consented', data: { provisionId, consent: { on, exception } } }
  })
}

/** 不承諾: nothing goes. */
export const refuseProvision = (world: World, { provisionId, cityRef }: z.output<typeof RefuseProvision>): Promise<Provision> =>
  change(world, provisionId, ['applied'], 'record-consent', () => ({ type: 'provision-refused', data: { provisionId, cityRef } }))

/** 提供: by when and how it went; where it was a parcel or a mail, that one, and to the very same organisation. */
export const provide = (world: World, { provisionId, on, means, sentBy }: z.output<typeof Provide>): Promise<Provision> => change(world, provisionId, ['consented', 'applied'], 'provide', (reading, provision) => {
  const { contractId, organisation, consent } = provision
  if (!consent) throw refusal('third-party-without-consent', '13', 'R-26', { organisation })
  refuseIfAny([...objectionsToReceiver(world, reading, provision), ...notAhead('provided', on, world), ...(on < consent.on ? [{ code: 'before-its-time', article: '13', rule: 'R-26', facts: { what: 'provided', earlier: 'consented' } } as const] : [])])
  return { type: 'provision-made', data: { provisionId, provided: { on, means, by: signedIn(world).personId, at: world.now(), sentBy: sentBy === null ? null : wayOf(reading, contractId, organisation, sentBy) } } }
})

/** 取下げ: before anything went. */
export const withdrawProvision = (world: World, { provisionId, reason }: z.output<typeof WithdrawProvision>): Promise<Provision> =>
  change(world, provisionId, ['applied', 'consented'], 'withdraw', () => ({ type: 'provision-withdrawn', data: { provisionId, reason } }))

export const listProvisions = (world: World, contractId: string): Promise<Provision[]> =>
  look(world, (reading) => reading.list('provision', contractNamed(reading, contractId).id).sort((a, b) => a.appliedAt - b.appliedAt))

function objectionsToReceiver(world: World, reading: Reading, { contractId, organisation }: { contractId: string; organisation: string }): Objection[] {
  const contract = activeContract(reading, contractId)
  const unapproved = objectionsToUnapproved(reading, contractId, organisation, world.now())
  if (unapproved.length > 0 || isThirdParty(reading, contract, organisation, world.now())) return unapproved
  return [{ code: 'not-a-third-party', article: '13', rule: null, facts: { organisation } }]
}

/** The parcel, mail or fax by which it went: one that left, and to this organisation. */
function wayOf(reading: Reading, contractId: string, organisation: string, id: string): { id: string; no: string } {
  const contract = reading.get('contract', contractId)
  const mailing = reading.get('mailing', id)
  const mail = reading.get('mail', id)
  const organisations = mailing ? [mailing.recipient.organisation] : (contract?.recipients.filter(({ email }) => mail?.to.some((to) => to.toLowerCase() === email.toLowerCase())).map((r) => r.organisation) ?? [])
  const way = mailing ?? mail
  if (!way || way.contractId !== contractId) throw refusal('nothing-found', null, null, { what: 'mailing', id })
  const left = mailing ? mailing.dispatchedAt !== null : mail?.sentAt !== null
  if (!left || !organisations.some((one) => sameWords(one, organisation))) throw refusal('sent-to-another', '13', 'R-26', { no: way.no, organisation })
  return { id, no: way.no }
}

const notAhead = (what: Moment, on: Day, world: World): Objection[] => (on > dayOf(world.now()) ? [{ code: 'time-in-future', article: '13', rule: null, facts: { what } }] : [])

function provisionNamed(reading: Reading, id: string): Provision {
  const provision = reading.get('provision', id)
  if (!provision) throw refusal('nothing-found', null, null, { what: 'provision', id })
  return provision
}

function inState(reading: Reading, id: string, states: readonly Provision['state'][], act: Act): Provision {
  const provision = provisionNamed(reading, id)
  activeContract(reading, provision.contractId)
  if (!states.includes(provision.state)) throw refusal('state-does-not-allow', '13', null, { is: provision.state, act })
  return provision
}

function change(world: World, id: ProvisionId, states: readonly Provision['state'][], act: Act, entry: (reading: Reading, provision: Provision) => EntryBody): Promise<Provision> {
  return record(world, (reading) => ({ entries: [entry(reading, inState(reading, id, states, act))], answer: (after) => provisionNamed(after, id) }))
}
