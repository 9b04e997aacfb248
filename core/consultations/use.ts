import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToFuture } from '../mailings/rules.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { AgreeConsultation, Consultation, DraftConsultation } from './consultation.ts'

/** 起案 (Art. 22): what was talked over, when, by whom, and what it should come to. Refuses a talk without a topic, and one that lies ahead. */
export function draftConsultation(world: World, order: DraftConsultation): Promise<Consultation> {
  const id = world.newId()
  return record(world, (reading) => {
    const { id: contractId, shortNo } = activeContract(reading, order.contractId)
    refuseIfAny(objectionsToFuture('consulted', order.at, world.now(), '22'))
    if (order.topic === '') throw refusal('consultation-without-topic', '22', null, {})
    const no = `K-${shortNo}-${String((reading.get('series', `consultation:${contractId}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const consultation: Consultation = { ...order, contractId, id, no, draftedBy: signedIn(world).personId, draftedAt: world.now(), agreed: null, state: 'drafted' }
    return { entries: [{ type: 'consultation-drafted', data: { consultation } }], answer: (after) => consultationNamed(after, id) }
  })
}

/** 合意: both parties say the same; from then on it stands. Refuses an agreement before the talk, tomorrow, or on nothing. */
export const agreeConsultation = (world: World, { consultationId, ...said }: AgreeConsultation): Promise<Consultation> => record(world, (reading) => {
  const { no, at, state } = consultationNamed(reading, consultationId)
  if (state === 'agreed') throw refusal('state-does-not-allow', '22', null, { is: 'agreed', act: 'agree-consultation' })
  if (said.conclusion === '') throw refusal('consultation-without-conclusion', '22', null, { no })
  if (said.on > dayOf(world.now())) throw refusal('time-in-future', '22', null, { what: 'agreed' })
  if (said.on < dayOf(at)) throw refusal('before-its-time', '22', null, { what: 'agreed', earlier: 'consulted' })
  return { entries: [{ type: 'consultation-agreed', data: { consultationId, agreed: { ...said, by: signedIn(world).personId, at: world.now() } } }], answer: (after) => consultationNamed(after, consultationId) }
})

/** Newest first. */
export const listConsultations = (world: World, contractId: string): Promise<Consultation[]> =>
  look(world, (reading) => reading.list('consultation', contractNamed(reading, contractId).id).sort((a, b) => b.at - a.at))

function consultationNamed(reading: Reading, id: string): Consultation {
  const consultation = reading.get('consultation', id)
  if (!consultation) throw refusal('nothing-found', null, null, { what: 'consultation', id })
  return consultation
}
