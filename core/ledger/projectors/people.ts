import { Person, Pledge, Training } from '../../people/person.ts'
import type { Kept, Shelf } from '../shelf.ts'
import { dayOf, type Instant } from '../../time.ts'
import { change } from './change.ts'
import type { Projectors } from './projectors.ts'

/** The roster (Art. 5, 7, 8). */
export const people = {
  'person-registered': ({ person }, shelf) => shelf.put('person', person.id, Person.parse(person)),
  'training-recorded': ({ personIds, training }, shelf) => {
    for (const id of personIds) trained(shelf, id, Training.parse(training))
  },
  'pledge-signed': ({ personId, pledge }, shelf, { at }) => {
    if (shelf.get('person', personId)?.pledge) ended(shelf, personId, { how: '終了', on: pledge.on, reason: '新しい誓約書に替わったため' }, at)
    change(shelf, 'person', personId, (p) => ({ ...p, pledge: Pledge.parse(pledge) }))
  },
  'pledge-text-added': ({ text }, shelf) => shelf.put('pledge-text', text.version, text),
  'pledge-ended': ({ personId, how, on, reason }, shelf, { at }) => ended(shelf, personId, { how, on, reason }, at),
  'person-revised': ({ personId, words, reason }, shelf, { at, by }) => change(shelf, 'person', personId, (p) => {
    const { name, kana, company, employment, title, email, tel, tasks, from, to } = p
    return { ...p, ...words, revisions: [...p.revisions, { was: { name, kana, company, employment, title, email, tel, tasks, from, to }, at, by, reason }] }
  }),
  'duty-stopped': ({ personId, reason }, shelf, { at }) => duty(shelf, personId, '従事停止', reason, at),
  'duty-resumed': ({ personId, reason }, shelf, { at }) => duty(shelf, personId, '従事', reason, at),
  'person-released': ({ personId, reason }, shelf, { at }) => duty(shelf, personId, '解除', reason, at),
  'keys-handed-over': ({ media, keyHolder }, shelf) => {
    for (const no of media) change(shelf, 'medium', no, (m) => ({ ...m, keyHolder }))
  },
} satisfies Projectors

export function trained(shelf: Shelf, id: string, training: Training): void {
  change(shelf, 'person', id, (p) => ({ ...p, trainings: [...p.trainings, training] }))
}

function ended(shelf: Shelf, id: string, { how, on, reason }: { how: '撤回' | '終了'; on: Kept['person']['formerPledges'][number]['endedOn']; reason: string }, at: Instant): void {
  change(shelf, 'person', id, (p) => (p.pledge === null ? p : { ...p, pledge: null, formerPledges: [...p.formerPledges, { pledge: p.pledge, endedOn: on > dayOf(at) ? dayOf(at) : on, how, reason }] }))
}

function duty(shelf: Shelf, id: string, state: Kept['person']['duty']['state'], reason: string, at: Instant): void {
  change(shelf, 'person', id, (p) => ({ ...p, duty: { state, since: at, reason } }))
}
