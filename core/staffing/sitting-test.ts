import { record } from '../ledger/record.ts'
import { personNamed } from '../people/use.ts'
import { refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { sessionNamed } from './holding-training.ts'
import { questionsOf } from './questions.ts'
import type { Question, SitTest, TestResult, TestSat } from './training.ts'

/** Sittings of one test by one person on one day: guessing is not understanding. */
const SITTINGS_A_DAY = 3

/**
 * 理解度確認 (Art. 7): answered by the person themself, under their own ID. Passing makes them trained; failing is written down too, and
 * they may sit again. Refuses who was not in the session, a paper that has changed meanwhile, and answers that are not all there.
 */
export function sitTest(world: World, { sessionId, version, answers }: SitTest): Promise<TestResult> {
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const session = sessionNamed(reading, sessionId)
    const person = personNamed(reading, personId)
    const place = session.attendees.find((attendee) => attendee.personId === personId)
    if (session.test !== '画面' || !place) throw refusal('test-not-yours', '7', null, { person: person.name, session: session.title })
    if (place.passed) throw refusal('test-passed-already', '7', null, { person: person.name })
    const paper = questionsOf(reading)
    if (paper.version !== version) throw refusal('test-paper-changed', '7', null, {})
    if (answers.length !== paper.questions.length) throw refusal('test-incomplete', '7', null, { count: paper.questions.length - answers.length })
    const today = dayOf(world.now())
    const satToday = reading.list('test-sat', sessionId).filter((sat) => sat.personId === personId && dayOf(sat.at) === today).length
    if (satToday >= SITTINGS_A_DAY) throw refusal('test-too-often', '7', null, { most: SITTINGS_A_DAY })

    const passMark = session.passMark ?? paper.passMark
    const { score, wrong } = mark(paper.questions, answers)
    const sat: TestSat = { id: world.newId(), sessionId, personId, version, answers: [...answers], score, passed: score >= passMark, at: world.now() }
    return { entries: [{ type: 'test-sat', data: { sat } }], answer: () => ({ score, passed: sat.passed, passMark, wrong }) }
  })
}

/** Of 100, rounded down: 79.9 does not pass 80. */
export function mark(questions: readonly Question[], answers: readonly number[]): { score: number; wrong: number[] } {
  const wrong = questions.flatMap(({ answer }, i) => (answers[i] === answer ? [] : [i]))
  return { score: Math.floor((100 * (questions.length - wrong.length)) / questions.length), wrong }
}
