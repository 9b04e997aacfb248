import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import { objectionsToFuture, objectionsToSamePerson } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { standingRequest } from '../requests/request.ts'
import { dayOf, instantOf, type Day, type Instant } from '../time.ts'
import type { World } from '../world.ts'
import type { ContractId, ContractOfWork } from './contract-of-work.ts'
import type { Appoint, ChangeSupervisor, EndPost, Organisation, Post, PostDuty, PostId, SupervisorChange } from './organisation.ts'
import { activeContract, contractNamed } from './use.ts'

/** Art. 3①, 5①: no work without a supervisor in force on the day who may work themself. */
export function objectionsToOrganisation(reading: Reading, contract: ContractOfWork, day: Day): Objection[] {
  const supervisor = supervisorOn(reading, contract.id, day)
  if (!supervisor) return [{ code: 'no-supervisor-appointed', article: '3①', rule: null, facts: { contractNo: contract.contractNo, day } }]
  return objectionsToServing(personNamed(reading, supervisor.personId))
}

/** Who is 作業責任者 of a contract on a day. */
export const supervisorOn = (reading: Reading, contractId: string, day: Day): Post | null =>
  reading.list('post', contractId).find(({ duty, validFrom, validTo }) => duty === '作業責任者' && validFrom <= day && (validTo === null || day <= validTo)) ?? null

/** Art. 5③: once the city has asked for the F-01, a change is handed in before the day it takes effect. */
export function objectionsToChange(reading: Reading, { contractId, effectiveOn, submittedOn }: Pick<ChangeSupervisor, 'contractId' | 'effectiveOn' | 'submittedOn'>): Objection[] {
  if (!standingRequest(reading, contractId, 'F-01')) return []
  if (submittedOn === null) return [{ code: 'change-not-submitted', article: '5③', rule: null, facts: { effectiveOn } }]
  return effectiveOn <= submittedOn ? [{ code: 'change-not-beforehand', article: '5③', rule: null, facts: { effectiveOn, submittedOn } }] : []
}

/** 体制に加える (F-01): the first supervisor, deputies, whoever is called. A later supervisor comes by a change. */
export function appoint(world: World, order: Appoint): Promise<Organisation> {
  if (order.validTo !== null && order.validTo < order.validFrom) throw refusal('days-reversed', '5①', null, { from: order.validFrom, to: order.validTo })
  return record(world, (reading) => {
    activeContract(reading, order.contractId)
    const person = personNamed(reading, order.personId)
    const before = order.duty === '作業責任者' ? reading.list('post', order.contractId).find(({ duty }) => duty === '作業責任者') : undefined
    if (before) throw refusal('supervisor-by-change', '5③', null, { person: personNamed(reading, before.personId).name })
    refuseIfAny(objectionsToPost(person, order.duty))
    const post: Post = { ...order, id: world.newId() as PostId, endReason: '', recordedAt: world.now() }
    return { entries: [{ type: 'post-filled', data: { post } }], answer: (after) => organisationOf(after, order.contractId) }
  })
}

/** A deputy's or contact's last day. */
export function endPost(world: World, { postId, validTo, reason }: z.output<typeof EndPost>): Promise<Organisation> {
  return record(world, (reading) => {
    const post = reading.get('post', postId)
    if (!post) throw refusal('nothing-found', null, null, { what: 'post', id: postId })
    if (post.duty === '作業責任者') throw refusal('supervisor-by-change', '5③', null, { person: personNamed(reading, post.personId).name })
    if (validTo < post.validFrom) throw refusal('days-reversed', '5①', null, { from: post.validFrom, to: validTo })
    return { entries: [{ type: 'post-ended', data: { postId, validTo, reason } }], answer: (after) => organisationOf(after, post.contractId) }
  })
}

/** 作業責任者の変更 (Art. 5③): the old one's last day is the day before. Handed in beforehand wherever the city has asked for it. */
export function changeSupervisor(world: World, { contactOrder, telDay, telNight, ...order }: ChangeSupervisor): Promise<Organisation> {
  if (order.submittedOn !== null) refuseIfAny(objectionsToFuture('submitted', order.submittedOn, world.now(), '5③'))
  return record(world, (reading) => {
    const contract = activeContract(reading, order.contractId)
    const old = reading.list('post', order.contractId).filter(({ duty }) => duty === '作業責任者').at(-1)
    if (!old) throw refusal('no-supervisor-appointed', '3①', null, { contractNo: contract.contractNo, day: order.effectiveOn })
    const next = personNamed(reading, order.to)
    refuseIfAny([
      ...objectionsToSamePerson('change-supervisor', '5③', null, personNamed(reading, old.personId), next), ...objectionsToPost(next, '作業責任者'), ...objectionsToChange(reading, order),
      ...(order.effectiveOn <= old.validFrom ? [{ code: 'days-reversed' as const, article: '5③' as const, rule: null, facts: { from: old.validFrom, to: order.effectiveOn } }] : []),
    ])
    const change: SupervisorChange = { ...order, id: world.newId(), from: old.personId, recordedAt: world.now() }
    const post: Post = { id: world.newId() as PostId, contractId: order.contractId, duty: '作業責任者', personId: order.to, validFrom: order.effectiveOn, validTo: null, contactOrder, telDay, telNight, endReason: '', recordedAt: world.now() }
    return { entries: [{ type: 'supervisor-changed', data: { change, post, endedPostId: old.id, lastDay: dayBefore(order.effectiveOn) } }], answer: (after) => organisationOf(after, order.contractId) }
  })
}

export const readOrganisation = (world: World, contractId: ContractId): Promise<Organisation> => look(world, (reading) => organisationOf(reading, contractId))

function organisationOf(reading: Reading, contractId: string): Organisation {
  contractNamed(reading, contractId)
  return { posts: reading.list('post', contractId), changes: reading.list('supervisor-change', contractId) }
}

function objectionsToPost(person: Person, duty: PostDuty): Objection[] {
  const role = duty === '作業責任者' ? 'supervisor' : duty === '媒体管理者' ? 'mediaAdmin' : null
  const lacking: Objection[] = role !== null && !person.roles.includes(role) ? [{ code: 'person-lacks-role', article: '5①', rule: null, facts: { person: person.name, role } }] : []
  return [...lacking, ...objectionsToServing(person)]
}

function objectionsToServing(person: Person): Objection[] {
  switch (person.duty.state) {
    case '従事停止': return [{ code: 'person-stopped', article: '5②', rule: null, facts: { person: person.name } }]
    case '解除': return [{ code: 'person-released', article: '5②', rule: null, facts: { person: person.name } }]
    case '従事': return []
  }
}

const dayBefore = (day: Day): Day => dayOf((instantOf(`${day}T00:00:00+09:00`) - 1) as Instant)
