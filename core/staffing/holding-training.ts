import { keepFile, showFile, type ShownFile } from '../kept-file.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToFuture } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { dayOf } from '../time.ts'
import type { World } from '../world.ts'
import { questionsOf } from './questions.ts'
import type { HoldTraining, TrainingSession, TrainingSessionId } from './training.ts'

/**
 * 教育・研修の実施 (F-07, Art. 7): a session that took place, its material taken into the vault with its hash. Whoever has not passed its
 * test is not trained; whoever was absent waits for a follow-up. Refuses a day to come, people listed twice, a paper test without marks,
 * and a follow-up for somebody who was not absent.
 */
export async function holdTraining(world: World, order: HoldTraining): Promise<TrainingSession> {
  refuseIfAny(objectionsToFuture('training', order.on, world.now(), '7'))
  await look(world, (reading) => refuseIfAny(objectionsToSession(reading, order)))

  const material = order.materialPath === null ? null : await keepFile(world, order.materialPath)
  let stands = false
  try {
    return await record(world, (reading) => {
      refuseIfAny(objectionsToSession(reading, order))
      const session = composeSession(world, reading, order, material)
      return { entries: [{ type: 'training-held', data: { session } }], stands: () => { stands = true }, answer: (after) => sessionNamed(after, session.id) }
    })
  } finally {
    if (material && !stands) await world.files.forget([material.blob])
  }
}

export const listSessions = (world: World): Promise<TrainingSession[]> => look(world, (reading) => reading.list('training-session'))

/** The material of a session, for looking at. */
export async function showMaterial(world: World, { sessionId }: { sessionId: TrainingSessionId }): Promise<ShownFile> {
  const { material } = await look(world, (reading) => sessionNamed(reading, sessionId))
  if (!material) throw refusal('nothing-found', null, null, { what: 'file', id: sessionId })
  return showFile(world, material)
}

export function sessionNamed(reading: Reading, id: string): TrainingSession {
  const session = reading.get('training-session', id)
  if (!session) throw refusal('nothing-found', null, null, { what: 'training', id })
  return session
}

function composeSession(world: World, reading: Reading, order: HoldTraining, material: TrainingSession['material']): TrainingSession {
  const { materialPath: _path, attendees, absentees, ...words } = order
  const year = dayOf(world.now()).slice(0, 4)
  const passMark = order.test === 'なし' ? null : order.test === '画面' ? questionsOf(reading).passMark : order.passMark
  return {
    ...words, passMark, material, materialSha256: material?.sha256 ?? null,
    id: world.newId() as TrainingSessionId,
    no: `T-${year}-${String((reading.get('series', 'training')?.last ?? 0) + 1).padStart(3, '0')}`,
    attendees: attendees.map(({ personId, score }) => ({ personId, score: order.test === '紙' ? score : null, passed: passedBy(order.test, score, passMark) })),
    absentees: absentees.map((absentee) => ({ ...absentee, followUpId: null })),
    recordedAt: world.now(),
  }
}

const passedBy = (test: TrainingSession['test'], score: number | null, passMark: number | null): boolean | null =>
  test === 'なし' ? true : test === '画面' ? null : (score ?? 0) >= (passMark ?? 100)

function objectionsToSession(reading: Reading, { attendees, absentees, test, passMark, followUpOf }: HoldTraining): Objection[] {
  const objections: Objection[] = []
  const all = [...attendees, ...absentees].map(({ personId }) => personNamed(reading, personId))
  for (const person of new Set(all.filter((one, i) => all.findIndex(({ id }) => id === one.id) !== i))) objections.push({ code: 'person-listed-twice', article: '7', rule: null, facts: { person: person.name } })
  if (test === '紙' && passMark === null) objections.push({ code: 'pass-mark-missing', article: '7', rule: null, facts: {} })
  if (test === '紙') for (const { personId } of attendees.filter(({ score }) => score === null)) objections.push({ code: 'score-missing', article: '7', rule: null, facts: { person: personNamed(reading, personId).name } })
  const absentThen = followUpOf === null ? null : sessionNamed(reading, followUpOf).absentees
  for (const { personId } of absentThen === null ? [] : attendees.filter((one) => !absentThen.some((absentee) => absentee.personId === one.personId))) {
    objections.push({ code: 'not-absent-then', article: '7', rule: null, facts: { person: personNamed(reading, personId).name } })
  }
  return objections
}
