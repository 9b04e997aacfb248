import { expect, test } from 'vitest'
import type { DraftConsultation } from '../../core/consultations/consultation.ts'
import { DAY, dayOf, type Instant, MINUTE } from '../../core/time.ts'
import { article } from '../article.ts'
import { staffedOffice, type StaffedOffice } from '../cast.ts'
import { refused } from '../refused.ts'

const talk = ({ contract, world }: StaffedOffice, more: Partial<DraftConsultation> = {}): DraftConsultation => ({
  contractId: contract.id, at: world.now(), place: '税務課', topic: '校正紙の保管場所', cityAttendees: '森川 奏', contractorAttendees: '水野 灯里', conclusion: '施錠したキャビネットに置く。', ...more,
})
const codes = async (act: Promise<unknown>) => (await refused(act)).map(({ code }) => code)

article('22', () => {
  test('what the specification does not settle is talked over, and stands once both parties agree', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const drafted = await desk.consultations.draft(talk(office))
    expect(drafted).toMatchObject({ no: 'K-R8-017-001', state: 'drafted', agreed: null })
    world.pass(DAY)
    const agreed = await desk.consultations.agree({ consultationId: drafted.id, conclusion: '施錠した耐火庫に置く。', on: dayOf(world.now()), toldBy: '森川 奏', cityRef: '税-協-1' })
    expect(agreed).toMatchObject({ state: 'agreed', conclusion: '施錠したキャビネットに置く。', agreed: { conclusion: '施錠した耐火庫に置く。' } })
    expect(await codes(desk.consultations.agree({ consultationId: drafted.id, conclusion: '別の結論', on: dayOf(world.now()), toldBy: '森川 奏', cityRef: '' }))).toEqual(['state-does-not-allow'])
    expect(await desk.consultations.list({ contractId: contract.id })).toEqual([agreed])
  })

  test('F-38 says what was agreed, with a box for each party to sign', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const { id } = await desk.consultations.draft(talk(office))
    const said = async () => {
      const { record, missing } = await desk.forms.preview({ contractId: contract.id, form: 'F-38', subjectId: id })
      return { missing, signs: record.signatures.map(({ label }) => label), conclusion: record.parts.flatMap((part) => (part.kind === 'fields' ? part.fields : [])).find(({ label }) => label === '結論')?.value }
    }
    expect(await said()).toEqual({ missing: [], signs: ['甲', '乙'], conclusion: '施錠したキャビネットに置く。' })
    await desk.consultations.agree({ consultationId: id, conclusion: '施錠した耐火庫に置く。', on: dayOf(world.now()), toldBy: '森川 奏', cityRef: '' })
    expect((await said()).conclusion).toBe('施錠した耐火庫に置く。')
    expect(await desk.forms.issue({ contractId: contract.id, form: 'F-38', subjectId: id, kind: '新規', reason: '', changesDocNo: '' })).toMatchObject({ form: 'F-38', subjectId: id })
  })

  test('nothing is talked over tomorrow, without a topic, or agreed on without a conclusion or before the talk', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    expect(await codes(desk.consultations.draft(talk(office, { topic: '' })))).toEqual(['consultation-without-topic'])
    expect(await codes(desk.consultations.draft(talk(office, { at: (world.now() + DAY) as Instant })))).toEqual(['time-in-future'])
    const { id: consultationId } = await desk.consultations.draft(talk(office, { conclusion: '' }))
    const agree = (more: object) => desk.consultations.agree({ consultationId, conclusion: '置く。', on: dayOf(world.now()), toldBy: '森川 奏', cityRef: '', ...more })
    expect(await codes(agree({ conclusion: '' }))).toEqual(['consultation-without-conclusion'])
    expect(await codes(agree({ on: dayOf((world.now() - 2 * DAY) as Instant) }))).toEqual(['before-its-time'])
    expect(await codes(agree({ on: dayOf((world.now() + 2 * DAY + MINUTE) as Instant) }))).toEqual(['time-in-future'])
  })
})
