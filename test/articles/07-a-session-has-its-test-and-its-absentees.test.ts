import { expect, test } from 'vitest'
import { mark } from '../../core/staffing/sitting-test.ts'
import { defaultQuestions } from '../../core/staffing/default-questions.ts'
import { standing } from '../../core/people/person.ts'
import type { HoldTraining } from '../../core/staffing/training.ts'
import { DAY, type Day, instantOf } from '../../core/time.ts'
import { article } from '../article.ts'
import { oba, PASSWORD, pledge, readsTheSpecification, staffedOffice, takahashi, yoshida } from '../cast.ts'
import { codesAgainst, refused } from '../refused.ts'

const day = (iso: string) => iso as Day
const session: Omit<HoldTraining, 'attendees'> = { on: day('2026-12-03'), title: '情報セキュリティ研修', method: '集合', trainer: '水野 灯里', content: '特記仕様書22条', test: 'なし', passMark: null, followUpOf: null, materialPath: null, absentees: [] }
const answers = (wrong = 0) => defaultQuestions.questions.map(({ answer }, i) => (i < wrong ? (answer + 1) % 2 : answer))

/** 髙橋 with an ID and a pledge, and nothing learnt yet. */
async function withTakahashi() {
  const office = await staffedOffice()
  const he = await office.desk.people.register(takahashi)
  await office.desk.people.giveAccount({ personId: he.id, loginId: 'takahashi', password: PASSWORD })
  await office.desk.people.signPledge({ personId: he.id, pledge })
  return { ...office, he }
}

article('7', () => {
  test('R-01 髙橋, absent from the session of the third, opens nothing until the follow-up of the fourth', async () => {
    const { desk, world, he, yoshida: she } = await withTakahashi()
    world.set(instantOf('2026-12-03T17:00:00+09:00'))
    const first = await desk.staffing.holdTraining({ ...session, attendees: [{ personId: she.id, score: null }], absentees: [{ personId: he.id, reason: '発熱' }] })
    expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'absentees-wait', facts: { count: 1 } }))
    world.signInAs('takahashi')
    expect(await refused(desk.handovers.look({ paths: ['/in/a'] }))).toMatchObject([{ code: 'person-not-trained', rule: 'R-01' }])

    world.set(instantOf('2026-12-04T09:00:00+09:00'))
    world.signInAs('mizuno')
    const second = await desk.staffing.holdTraining({ ...session, on: day('2026-12-04'), title: '補講', followUpOf: first.id, attendees: [{ personId: he.id, score: null }] })
    expect((await desk.staffing.sessions()).find(({ id }) => id === first.id)?.absentees).toEqual([{ personId: he.id, reason: '発熱', followUpId: second.id }])
    expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('absentees-wait')

    world.set(instantOf('2026-12-07T10:00:00+09:00'))
    await readsTheSpecification({ desk, world }, 'takahashi')
    expect(await desk.handovers.look({ paths: ['/in/a'] })).toMatchObject({ files: [] })
  })

  test('failing on paper is not being trained', async () => {
    const { desk, he } = await withTakahashi()
    const paper = { ...session, test: '紙' as const, passMark: 80 }
    await desk.staffing.holdTraining({ ...paper, attendees: [{ personId: he.id, score: 79 }] })
    expect(standing((await desk.people.list()).find(({ id }) => id === he.id)!)).toBe('誓約済')
    await desk.staffing.holdTraining({ ...paper, attendees: [{ personId: he.id, score: 80 }] })
    expect((await desk.people.list()).find(({ id }) => id === he.id)).toMatchObject({ trainings: [{ score: 80, title: '情報セキュリティ研修' }] })
  })

  test('at the desk each answers under their own ID; failing is written down, passing makes them trained', async () => {
    const { desk, world, he } = await withTakahashi()
    const { id } = await desk.staffing.holdTraining({ ...session, test: '画面', attendees: [{ personId: he.id, score: null }] })
    expect(await codesAgainst(desk.staffing.sitTest({ sessionId: id, version: 0, answers: answers() }))).toEqual(['test-not-yours'])

    world.signInAs('takahashi')
    const paper = await desk.staffing.testPaper()
    expect(JSON.stringify(paper)).not.toContain('answer')
    expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'test-to-sit' }))
    expect(await codesAgainst(desk.staffing.sitTest({ sessionId: id, version: 0, answers: answers().slice(1) }))).toEqual(['test-incomplete'])
    expect(await codesAgainst(desk.staffing.sitTest({ sessionId: id, version: 7, answers: answers() }))).toEqual(['test-paper-changed'])
    expect(await desk.staffing.sitTest({ sessionId: id, version: 0, answers: answers(3) })).toEqual({ score: 70, passed: false, passMark: 80, wrong: [0, 1, 2] })
    expect(await codesAgainst(desk.handovers.look({ paths: ['/in/a'] }))).toContain('person-not-trained')

    expect(await desk.staffing.sitTest({ sessionId: id, version: 0, answers: answers(2) })).toMatchObject({ score: 80, passed: true })
    expect(standing((await desk.people.list()).find((p) => p.id === he.id)!)).toBe('従事可')
    expect(await codesAgainst(desk.staffing.sitTest({ sessionId: id, version: 0, answers: answers() }))).toEqual(['test-passed-already'])
    expect((await desk.staffing.sessions()).at(-1)?.attendees).toEqual([{ personId: he.id, score: 80, passed: true }])
  })

  test('three sittings a day, and then the material is read again', async () => {
    const { desk, world, he } = await withTakahashi()
    const { id } = await desk.staffing.holdTraining({ ...session, test: '画面', attendees: [{ personId: he.id, score: null }] })
    world.signInAs('takahashi')
    for (let i = 0; i < 3; i++) await desk.staffing.sitTest({ sessionId: id, version: 0, answers: answers(9) })
    expect(await codesAgainst(desk.staffing.sitTest({ sessionId: id, version: 0, answers: answers() }))).toEqual(['test-too-often'])
    world.pass(DAY)
    expect(await desk.staffing.sitTest({ sessionId: id, version: 0, answers: answers() })).toMatchObject({ passed: true })
  })

  test('the office asks its own questions; an answer that is not among the choices is no question', async () => {
    const { desk, he, world } = await withTakahashi()
    const { id } = await desk.staffing.holdTraining({ ...session, test: '画面', attendees: [{ personId: he.id, score: null }] })
    expect(await desk.staffing.setQuestions({ passMark: 100, questions: [{ text: 'FAXで送ってよいか', choices: ['よい', 'いけない'], answer: 1, article: '11(6)' }] })).toMatchObject({ version: 1 })
    world.signInAs('takahashi')
    // The pass mark of a session is the one under which it was held.
    expect(await desk.staffing.sitTest({ sessionId: id, version: 1, answers: [1] })).toEqual({ score: 100, passed: true, passMark: 80, wrong: [] })
    expect(await codesAgainst(desk.staffing.questions())).toEqual(['not-your-office'])
  })

  test('the material stays in the vault with its hash; what does not come to stand leaves nothing', async () => {
    const { desk, world, yoshida: she, he } = await withTakahashi()
    world.disk.set('/in/slides.pdf', '%PDF-1.7 研修')
    const order = { ...session, materialPath: '/in/slides.pdf', attendees: [{ personId: she.id, score: null }] }
    const held = await desk.staffing.holdTraining(order)
    expect(held).toMatchObject({ no: 'T-2026-001', material: { name: 'slides.pdf' } })
    expect(new TextDecoder().decode((await desk.staffing.showMaterial({ sessionId: held.id })).bytes)).toBe('%PDF-1.7 研修')

    const blobs = world.blobs.size
    expect(await codesAgainst(desk.staffing.holdTraining({ ...order, absentees: [{ personId: she.id, reason: '' }] }))).toEqual(['person-listed-twice'])
    expect(await codesAgainst(desk.staffing.holdTraining({ ...order, materialPath: '/in/nowhere.pdf' }))).toEqual(['file-unreadable'])
    expect(await codesAgainst(desk.staffing.holdTraining({ ...order, followUpOf: held.id, attendees: [{ personId: he.id, score: null }] }))).toEqual(['not-absent-then'])
    expect(await codesAgainst(desk.staffing.holdTraining({ ...order, test: '紙' }))).toEqual(['pass-mark-missing', 'score-missing'])
    expect(world.blobs.size).toBe(blobs)
  })

  test('education is older than the specification that came after it: this is said on the first page', async () => {
    const { desk, world, contract } = await staffedOffice()
    await desk.people.giveAccount({ personId: (await desk.people.register({ ...oba, name: '南 環', roles: ['administrator'] })).id, loginId: 'minami', password: PASSWORD })
    world.disk.set('/in/v1.1.txt', '特記仕様書 v1.1')
    await desk.contracts.agreeSpecification({ contractId: contract.id, title: '情報セキュリティ特記仕様書', version: 'v1.1', path: '/in/v1.1.txt', agreedOn: day('2026-12-07'), effectiveOn: day('2026-12-07'), changes: '', cityRef: 'R8税承0099', approver: { loginId: 'minami', password: PASSWORD } })
    expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'training-before-specification', facts: { version: 'v1.1', count: 3 } }))
  })

  test('marks are of a hundred and rounded down', () => {
    const three = defaultQuestions.questions.slice(0, 3)
    expect(mark(three, three.map(({ answer }, i) => (i === 0 ? answer + 1 : answer)))).toEqual({ score: 66, wrong: [0] })
    expect(defaultQuestions.questions).toHaveLength(10)
  })

  test('𠮷 and 髙 are whole in every record', async () => {
    const { desk, he } = await withTakahashi()
    const held = await desk.staffing.holdTraining({ ...session, trainer: '𠮷田 美咲', title: '髙度な取扱い', attendees: [{ personId: he.id, score: null }] })
    expect([held.trainer, held.title, (await desk.people.register(yoshida)).name]).toEqual(['𠮷田 美咲', '髙度な取扱い', '𠮷田 美咲'])
  })
})
