import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { callOff } from '../ledger/calling-off.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToFuture, objectionsToOrder } from '../mailings/rules.ts'
import { sealedFacts } from '../mailings/sealed-facts.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { type Day, dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import { becauseOf, deedOf, type Erasure, toBeStopped } from './erasures.ts'
import { factsNow } from './facts.ts'
import {
  type BeginIncident, type CloseIncident, type CompleteFacts, type DismissIncident, type FirstReportLimit, type Incident, type LiftIncidentFreeze, type NoteDeed, type NoticedIncident, type PublishIncident, nextIncidentNo,
} from './incident.ts'
import { firstReportMinutes, isOpenIncident } from './rules.ts'

/**
 * 発見 (Art. 18①): somebody found a leak, a loss, damage, or the risk of one, whoever is at fault. Nothing is waited for: what is empty is
 * looked into later. How it was sealed and what is concerned come from the ledger. `callOff`: erasures of the contract that run now and are stopped for its evidence.
 * Refuses a discovery in the future, and what happened after it was found.
 */
export function beginIncident(world: World, { packages, itemIds, callOff: wipeIds = [], ...order }: BeginIncident): Promise<Incident> {
  const { personId } = signedIn(world)
  const id = world.newId()
  let stopped: readonly Erasure[] = []
  return record(world, (reading) => {
    const contract = contractNamed(reading, order.contractId)
    refuseIfAny([...objectionsToFuture('incident-found', order.foundAt, world.now(), '18①'), ...objectionsToOrder('incident-found', order.foundAt, 'incident-occurred', order.occurredAt, '18①')])
    for (const one of packages) if (reading.get('package', one)?.contractId !== contract.id) throw refusal('nothing-found', null, null, { what: 'package', id: one })
    for (const one of itemIds) if (reading.get('item', one)?.contractId !== contract.id) throw refusal('nothing-found', null, null, { what: 'item', id: one })
    const sealed = sealedFacts(reading, packages, '', null)
    const loose = itemIds.flatMap((one) => reading.get('item', one) ?? [])
    const kinds = [...new Set(loose.map(({ infoKind }) => infoKind))].join('、')
    const incident: NoticedIncident = {
      ...order, id, no: nextIncidentNo(reading, contract.id), contractId: contract.id, kind: 'noticed', subjectId: contract.id, foundBy: personId, draftedAt: world.now(), packages, itemIds,
      content: order.content !== '' ? order.content : [sealed.content.replace(/^、/, ''), kinds].filter((words) => words !== '').join('、').slice(0, 1000),
      items: new Set([...packages.flatMap((one) => reading.get('package', one)?.itemIds ?? []), ...itemIds]).size, records: order.records ?? sealed.records,
      personalInfo: order.personalInfo || sealed.personalInfo || loose.some(({ personalInfo }) => personalInfo), myNumber: order.myNumber || sealed.myNumber || loose.some(({ myNumber }) => myNumber),
      encryption: sealed.encryption, keyCustody: sealed.keyCustody,
    }
    stopped = toBeStopped(world, reading, contract.id, wipeIds)
    return { entries: [{ type: 'incident-begun', data: { incident } }, ...stopped.map((one) => deedOf(world, reading, id, one))], answer: (after) => incidentNamed(after, id) }
  }).then((incident) => {
    for (const { wipeId } of stopped) callOff(world, wipeId, becauseOf({ what: 'incident', no: incident.no }))
    return incident
  })
}

/** What is known better by now. Said beside what was said before, which stays; empty words and the same words once more are refused. */
export const completeFacts = (world: World, { incidentId, facts }: CompleteFacts): Promise<Incident> => change(world, incidentId, 'complete-facts', (incident) => {
  const now = factsNow(incident)
  const said = facts.filter(({ key, value }) => value !== now[key])
  if (said.length === 0) throw refusal('incident-facts-the-same', '18①', null, { no: incident.no })
  const empty = said.filter(({ value }) => value === '')
  if (empty.length > 0) throw refusal('incident-fact-emptied', '18①', 'R-36', { no: incident.no, facts: empty.map(({ key }) => key).join(',') })
  const { personId: by } = signedIn(world)
  return { type: 'incident-facts-completed', data: { incidentId, facts: said.map((fact) => ({ ...fact, by, at: world.now() })) } }
})

/** 経過 (初動・拡大防止・証拠保全・関係者連絡): what was done, when and by whom. Only added to. */
export const noteDeed = (world: World, { incidentId, ...deed }: NoteDeed): Promise<Incident> => change(world, incidentId, 'note-deed', () => {
  refuseIfAny(objectionsToFuture('incident-deed', deed.at, world.now(), '18①'))
  if (deed.what === '') throw refusal('incident-deed-unsaid', '18①', null, {})
  return { type: 'incident-deed-noted', data: { incidentId, deed: { ...deed, recordedBy: signedIn(world).personId, recordedAt: world.now() } } }
})

/** 甲了承 → 終結: the last report was handed in, and the city has taken it. */
export const closeIncident = (world: World, { incidentId, ...said }: z.output<typeof CloseIncident>): Promise<Incident> => change(world, incidentId, 'close-incident', (incident, reading) => {
  const last = incident.reports.at(-1)
  if (incident.state !== 'final-reported' || !last) throw refusal('state-does-not-allow', '18①', null, { is: incident.state, act: 'close-incident' })
  if ((reading.get('issued', last.documentId)?.submittedAt ?? null) === null) throw refusal('final-report-not-submitted', '18①', null, { no: incident.no, docNo: last.docNo })
  refuseIfAny(objectionsToCityDay(world, incident, said.on))
  return { type: 'incident-closed', data: { incidentId, closed: { ...said, by: signedIn(world).personId, at: world.now() } } }
})

/** 事故に当たらない: never our own judgement, always the city's, by its number and day. */
export const dismissIncident = (world: World, { incidentId, ...said }: z.output<typeof DismissIncident>): Promise<Incident> => change(world, incidentId, 'dismiss-incident', (incident) => {
  refuseIfAny(objectionsToCityDay(world, incident, said.on))
  return { type: 'incident-dismissed', data: { incidentId, dismissed: { ...said, by: signedIn(world).personId, at: world.now() } } }
})

/** 公表 (Art. 18③): the city made it public, which it may do at any time, after its end too. */
export const publishIncident = (world: World, { incidentId, ...said }: z.output<typeof PublishIncident>): Promise<Incident> => record(world, (reading) => {
  const incident = incidentNamed(reading, incidentId)
  if (incident.state === 'not-an-incident' || incident.published) throw refusal('state-does-not-allow', '18③', null, { is: incident.published ? 'published' : incident.state, act: 'publish-incident' })
  refuseIfAny(objectionsToCityDay(world, incident, said.publishedOn))
  return { entries: [{ type: 'incident-published', data: { incidentId, published: { ...said, by: signedIn(world).personId, at: world.now() } } }], answer: (after) => incidentNamed(after, incidentId) }
})

/** evidence may be touched again before the end, by the supervisor and with the city's consent. */
export const liftIncidentFreeze = (world: World, { incidentId, ...said }: z.output<typeof LiftIncidentFreeze>): Promise<Incident> => change(world, incidentId, 'lift-freeze', (incident) => {
  if (incident.freezeLifted) throw refusal('state-does-not-allow', '18①', 'R-36', { is: 'freeze-lifted', act: 'lift-freeze' })
  refuseIfAny(objectionsToCityDay(world, incident, said.on))
  return { type: 'incident-freeze-lifted', data: { incidentId, lifted: { ...said, by: signedIn(world).personId, at: world.now() } } }
})

/** how soon the first report leaves, for one contract. */
export const setFirstReportLimit = (world: World, limit: FirstReportLimit): Promise<FirstReportLimit> => record(world, (reading) => {
  activeContract(reading, limit.contractId)
  return { entries: [{ type: 'first-report-limit-set', data: { limit } }], answer: () => limit }
})
export const firstReportLimit = (world: World, contractId: string): Promise<FirstReportLimit> =>
  look(world, (reading) => { const { id } = contractNamed(reading, contractId); return { contractId: id, minutes: firstReportMinutes(reading, id) } })

/** The incidents of a contract, the newest first. */
export const listIncidents = (world: World, contractId: string): Promise<Incident[]> =>
  look(world, (reading) => reading.list('incident', contractNamed(reading, contractId).id).sort((a, b) => b.draftedAt - a.draftedAt || b.no.localeCompare(a.no)))

export function incidentNamed(reading: Reading, id: string): Incident {
  const incident = reading.get('incident', id)
  if (!incident) throw refusal('nothing-found', null, null, { what: 'incident', id })
  return incident
}

/** What may be done while an incident is open. */
function change(world: World, incidentId: string, act: Act, decide: (incident: Incident, reading: Reading) => EntryBody): Promise<Incident> {
  return record(world, (reading) => {
    const incident = incidentNamed(reading, incidentId)
    if (!isOpenIncident(incident)) throw refusal('state-does-not-allow', '18①', null, { is: incident.state, act })
    return { entries: [decide(incident, reading)], answer: (after) => incidentNamed(after, incidentId) }
  })
}

/** The city says something of an incident after it was found, and not tomorrow. */
function objectionsToCityDay(world: World, { foundAt }: Incident, on: Day): Objection[] {
  if (on > dayOf(world.now())) return [{ code: 'time-in-future', article: '18①', rule: null, facts: { what: 'city-said' } }]
  return on < dayOf(foundAt) ? [{ code: 'before-its-time', article: '18①', rule: null, facts: { what: 'city-said', earlier: 'incident-found' } }] : []
}
