import { dayOf } from '../../time.ts'
import { change, count } from './change.ts'
import { trained } from './people.ts'
import type { Projectors } from './projectors.ts'

/** Education, tests, cards and self-checks (Art. 5④, 6②, 7). */
export const staffing = {
  'training-held': ({ session }, shelf) => {
    shelf.put('training-session', session.id, session)
    count(shelf, 'training')
    const training = { on: session.on, title: session.title, trainer: session.trainer, method: session.method, textSha256: session.materialSha256, sessionId: session.id }
    for (const { personId, score, passed } of session.attendees) if (passed === true) trained(shelf, personId, { ...training, score })
    if (session.followUpOf === null) return
    const followed = new Set(session.attendees.map(({ personId }) => personId))
    change(shelf, 'training-session', session.followUpOf, (s) => ({ ...s, absentees: s.absentees.map((absentee) => (followed.has(absentee.personId) ? { ...absentee, followUpId: session.id } : absentee)) }))
  },
  'training-questions-set': ({ paper }, shelf) => shelf.put('question-paper', 'office', paper),
  'test-sat': ({ sat }, shelf) => {
    shelf.put('test-sat', sat.id, sat, sat.sessionId)
    const session = change(shelf, 'training-session', sat.sessionId, (s) => ({ ...s, attendees: s.attendees.map((one) => (one.personId === sat.personId ? { ...one, score: sat.score, passed: sat.passed } : one)) }))
    const day = dayOf(sat.at)
    if (sat.passed) trained(shelf, sat.personId, { on: day > session.on ? day : session.on, title: session.title, trainer: session.trainer, method: session.method, score: sat.score, textSha256: session.materialSha256, sessionId: session.id })
  },
  'card-issued': ({ card }, shelf) => shelf.put('id-card', card.id, card),
  'card-photo-kept': ({ cardId, file }, shelf) => change(shelf, 'id-card', cardId, (card) => ({ ...card, photo: file })),
  'card-returned': ({ cardId, on }, shelf) => change(shelf, 'id-card', cardId, (card) => ({ ...card, state: '返却', returnedOn: on })),
  'card-lost': ({ cardId, on, circumstances, cityRef }, shelf) => change(shelf, 'id-card', cardId, (card) => ({ ...card, state: '紛失', lost: { on, circumstances, cityRef } })),
  'card-loss-reported': ({ cardId, cityRef }, shelf) => change(shelf, 'id-card', cardId, (card) => ({ ...card, lost: card.lost && { ...card.lost, cityRef } })),
  'card-visit': ({ cardId, visit }, shelf) => change(shelf, 'id-card', cardId, (card) => ({ ...card, visits: [...card.visits, visit] })),
  'check-items-set': ({ items }, shelf) => shelf.put('check-items', 'office', { items }),
  'self-check-recorded': ({ check }, shelf) => {
    shelf.put('self-check', check.id, check, check.contractId)
    count(shelf, `self-check:${check.contractId}`)
  },
  'self-check-corrected': ({ checkId, itemNo, corrected }, shelf) =>
    change(shelf, 'self-check', checkId, (check) => ({ ...check, items: check.items.map((item, i) => (i === itemNo - 1 ? { ...item, corrected } : item)) }), (check) => check.contractId),
  'self-check-closed': ({ checkId, by, at }, shelf) => change(shelf, 'self-check', checkId, (check) => ({ ...check, state: '完了', closed: { by, at } }), (check) => check.contractId),
} satisfies Projectors
