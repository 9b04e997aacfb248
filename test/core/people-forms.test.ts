import { expect, test } from 'vitest'
import type { LetterForm } from '../../core/documents/form-letter.ts'
import type { Day } from '../../core/time.ts'
import { defaultPledges } from '../../core/staffing/default-pledge.ts'
import { staffedOffice, takahashi } from '../cast.ts'

const day = (iso: string) => iso as Day

test('every form about people comes out of what the desk knows, with nothing that it needs missing; 𠮷 and 髙 are whole', async () => {
  const { desk, contract, yoshida, oba } = await staffedOffice()
  const contractId = contract.id
  const he = await desk.people.register(takahashi)
  const { id: sessionId } = await desk.staffing.holdTraining({ on: day('2026-12-03'), title: '研修', method: '集合', trainer: '水野 灯里', content: '特記仕様書22条', test: '紙', passMark: 80, followUpOf: null, materialPath: null, attendees: [{ personId: yoshida.id, score: 90 }], absentees: [{ personId: he.id, reason: '発熱' }] })
  await desk.staffing.holdTraining({ on: day('2026-12-04'), title: '補講', method: '集合', trainer: '水野 灯里', content: '', test: '紙', passMark: 80, followUpOf: sessionId, materialPath: null, attendees: [{ personId: he.id, score: 85 }], absentees: [] })
  await desk.staffing.signOnScreen({ personId: he.id, textVersion: defaultPledges[0]!.version, typedName: '髙橋 亮', strokes: [] })
  await desk.staffing.issueCard({ no: 'HK-001', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: null })
  const check = await desk.staffing.recordSelfCheck({ contractId, checkedOn: day('2026-12-07'), remarks: '', items: [{ text: '施錠', article: '11(5)', result: '適', note: '', plan: null }] })
  await desk.contracts.appoint({ contractId, duty: '代理者', personId: oba.id, validFrom: day('2026-12-01'), validTo: null, contactOrder: 2, telDay: '0000-00-0002', telNight: '' })

  const told = async (form: LetterForm, subjectId: string | null = null) => {
    const { missing, record } = await desk.forms.preview({ contractId, form, subjectId })
    return { missing, text: JSON.stringify(record) }
  }
  const forms: [LetterForm, string | null, string][] = [
    ['F-00', null, 'v1.0'], ['F-01', null, '水野 灯里'], ['F-03', null, '𠮷田 美咲'], ['F-04', check.id, '施錠'], ['F-06', null, 'HK-001'], ['F-07', sessionId, '2026-12-04'], ['F-08', he.id, '契約終了後も'], ['F-21', null, 'yoshida'],
  ]
  for (const [form, subject, says] of forms) {
    const { missing, text } = await told(form, subject)
    expect([form, missing, text.includes(says)]).toEqual([form, [], true])
  }
  expect((await told('F-03')).text).toContain('髙橋 亮')
  expect((await told('F-07', sessionId)).text).toContain('合格（85点）')
})

test('the ledgers of people can be read and searched: access rights, ID cards, education, self-checks', async () => {
  const { desk, contract, yoshida } = await staffedOffice()
  await desk.staffing.issueCard({ no: 'HK-001', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: null })
  await desk.staffing.holdTraining({ on: day('2026-12-03'), title: '研修', method: '集合', trainer: '髙橋', content: '', test: 'なし', passMark: null, followUpOf: null, materialPath: null, attendees: [{ personId: yoshida.id, score: null }], absentees: [] })
  await desk.staffing.recordSelfCheck({ contractId: contract.id, checkedOn: day('2026-12-07'), remarks: '', items: [{ text: '施錠', article: '11(5)', result: '適', note: '', plan: null }] })
  for (const [ledger, search, total] of [['accounts', '𠮷田', 1], ['id-cards', 'HK-001', 1], ['trainings', '髙橋', 1], ['self-checks', 'SC-R8-017-001', 1], ['accounts', '居ない人', 0]] as const) {
    expect([ledger, (await desk.ledgers.page({ ledger, contractId: null, search, filters: [], sort: null, from: 0, count: 10 })).total]).toEqual([ledger, total])
  }
})
