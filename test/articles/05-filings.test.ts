import { expect, test } from 'vitest'
import type { Day, Instant } from '../../core/time.ts'
import { article } from '../article.ts'
import { staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused } from '../refused.ts'

const on = (iso: string) => iso as Day
const HOUR = 3_600_000

/** The city asks for the specification's register by the ninth. */
const asked = (office: StaffedOffice, changes: { dueOn?: Day | null; requestedAt?: Instant } = {}) =>
  office.desk.requests.receive({ contractId: office.contract.id, form: 'F-00', requestedBy: '青葉野市 税務課 森川 奏', requestedAt: office.world.now(), cityRef: 'R8税照0012', dueOn: on('2026-12-09'), ...changes })

const issued = (office: StaffedOffice) => office.desk.forms.issue({ contractId: office.contract.id, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })

article('5①', () => {
  test('what the city asked for is asked, handed in, and taken: 求めあり, 提出, 受理', async () => {
    const office = await staffedOffice()
    const request = await asked(office)
    expect(await office.desk.forms.offered({ contractId: office.contract.id })).toContainEqual(expect.objectContaining({ form: 'F-00', asked: { requestId: request.id, dueOn: '2026-12-09' } }))

    const document = await issued(office)
    office.world.pass(HOUR)
    const answered = await office.desk.requests.answer({ requestId: request.id, documentId: document.id, into: '/out' })
    expect(answered).toMatchObject({ request: { submitted: { docNo: document.docNo, at: office.world.now() } }, paths: [`/out/${document.docNo}.pdf`, `/out/${document.docNo}.json`] })
    expect(await office.desk.requests.accept({ requestId: request.id, cityRef: 'R8税収1301' })).toMatchObject({ accepted: { cityRef: 'R8税収1301' } })
    expect((await office.desk.receipts.list({ contractId: office.contract.id })).find(({ id }) => id === document.id)?.submittedAt).toBe(office.world.now())
  })

  test('one sees what was asked for with its day, and sees it as overdue from the day after', async () => {
    const office = await staffedOffice()
    const request = await asked(office)
    const seen = async () => (await office.desk.home.today()).cards.find(({ subjectId }) => subjectId === request.id)
    expect(await seen()).toMatchObject({ kind: 'asked', code: 'filing-asked', article: '1', facts: { dueOn: '2026-12-09' } })
    office.world.pass(72 * HOUR)
    expect(await seen()).toMatchObject({ kind: 'overdue' })
    const document = await issued(office)
    await office.desk.requests.answer({ requestId: request.id, documentId: document.id, into: '/out' })
    expect(await seen()).toBeUndefined()
  })

  test('only what was asked for answers, once, and never before it was handed in', async () => {
    const office = await staffedOffice()
    const { desk, contract } = office
    const request = await asked(office)
    expect(await codesAgainst(desk.requests.accept({ requestId: request.id, cityRef: 'R8税収1301' }))).toEqual(['request-not-answered'])

    const register = await desk.forms.issue({ contractId: contract.id, form: 'F-15', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
    expect(await codesAgainst(desk.requests.answer({ requestId: request.id, documentId: register.id, into: '/out' }))).toEqual(['document-answers-other'])
    const document = await issued(office)
    await desk.requests.answer({ requestId: request.id, documentId: document.id, into: '/out' })
    expect(await codesAgainst(desk.requests.answer({ requestId: request.id, documentId: document.id, into: '/out2' }))).toEqual(['request-settled'])
    expect(await codesAgainst(desk.requests.withdraw({ requestId: request.id, reason: '誤り' }))).toEqual(['request-settled'])
  })

  test('a request that was a mistake is taken back, and asks for nothing any more', async () => {
    const office = await staffedOffice()
    const request = await asked(office)
    await office.desk.requests.withdraw({ requestId: request.id, reason: '別の契約の求めでした' })
    expect((await office.desk.home.today()).cards.map(({ code }) => code)).not.toContain('filing-asked')
    expect((await office.desk.forms.offered({ contractId: office.contract.id })).find(({ form }) => form === 'F-00')?.asked).toBeNull()
    expect(await office.desk.requests.list({ contractId: office.contract.id })).toMatchObject([{ withdrawn: { reason: '別の契約の求めでした' } }])
  })

  test('a request has a day that can be: not before it was made, nor made tomorrow', async () => {
    const office = await staffedOffice()
    expect(await codesAgainst(asked(office, { dueOn: on('2026-12-01') }))).toEqual(['request-dates-reversed'])
    expect(await codesAgainst(asked(office, { requestedAt: (office.world.now() + 24 * HOUR) as Instant }))).toEqual(['request-in-the-future'])
  })
})

article('5②', () => {
  test('a letter is numbered in the row of its office, and the contract may number otherwise', async () => {
    const office = await staffedOffice()
    const { desk, contract } = office
    const numbers = [await issued(office), await issued(office)].map(({ docNo }) => docNo)
    expect(numbers).toEqual(['ひ-R8-001', 'ひ-R8-002'])
    expect(await desk.forms.numbering({ contractId: contract.id, pattern: '{contract}-届-{seq:4}' })).toMatchObject({ next: 'R8-017-届-0001' })
    expect((await issued(office)).docNo).toBe('R8-017-届-0001')
    expect((await issued(office)).docNo).toBe('R8-017-届-0002')
    await desk.forms.numbering({ contractId: contract.id, pattern: '{prefix}-{year}-{seq:3}' })
    expect((await issued(office)).docNo).toBe('ひ-R8-003')
  })

  test.each([['{prefix}-{year}', 'seq'], ['{year}{seq:3}', 'seq'], ['{seq:3}-{year}', 'seq'], ['{month}-{seq:3}', 'unknown'], ['届/{seq:3}', 'characters'], ['A-{contract}-{seq:3}', 'reserved'], [`${'長'.repeat(20)}{seq:3}`, 'length']])('a pattern that cannot number files is refused: %s', async (pattern, why) => {
    const office = await staffedOffice()
    const [objection] = await refused(office.desk.forms.numbering({ contractId: office.contract.id, pattern }))
    expect(objection).toMatchObject({ code: 'numbering-unfit', facts: { why } })
  })

  test('two desks that issue at once never share a number', async () => {
    const office = await staffedOffice()
    const documents = await Promise.all(Array.from({ length: 6 }, () => issued(office)))
    expect(new Set(documents.map(({ docNo }) => docNo)).size).toBe(6)
  })

  test("a city's own form is taken with its own words and addressee, and asks for no fact that nobody has", async () => {
    const office = await staffedOffice()
    const { desk, contract } = office
    const { text } = await desk.forms.template({ form: 'F-00' })
    const own = (change: (template: Record<string, unknown>) => object) => desk.forms.adopt({ contractId: contract.id, form: 'F-00', template: JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)), addressee: { organisation: '青葉野市', name: '青葉野市 情報政策課長', section: '総務部情報政策課' } })
    await own((template) => ({ ...template, version: '青葉野市様式第3号/1', mark: '様式第3号（第1条関係）', title: '特記仕様書等届', sections: [{ kind: 'fields', heading: '', fields: [{ label: '所管', key: 'section' }, { label: '甲記入欄', key: null }] }] }))
    expect(await desk.forms.preview({ contractId: contract.id, form: 'F-00', subjectId: null })).toMatchObject({
      missing: [], record: { formVersion: '青葉野市様式第3号/1', mark: '様式第3号（第1条関係）', title: '特記仕様書等届', addressee: { name: '青葉野市 情報政策課長' }, parts: [{ kind: 'fields', fields: [{ label: '所管', value: '総務部税務課', as: 'text' }, { label: '甲記入欄', value: '', as: 'blank' }] }] },
    })

    expect(await codesAgainst(own((template) => ({ ...template, version: '青葉野市様式第3号/1', title: '別の題' })))).toEqual(['template-version-taken'])
    expect(await codesAgainst(own((template) => ({ ...template, version: '青葉野市様式第3号/2', statement: '{stamp}' })))).toEqual(['template-key-unknown'])
    expect(await codesAgainst(own((template) => ({ ...template, form: 'F-01' })))).toEqual(['template-of-other-form'])
    expect(await codesAgainst(own((template) => ({ ...template, sections: [] })))).toEqual(['template-malformed'])
    expect(await codesAgainst(desk.forms.adopt({ contractId: contract.id, form: 'F-00', template: '{', addressee: null }))).toEqual(['template-malformed'])

    await desk.forms.adopt({ contractId: contract.id, form: 'F-00', template: null, addressee: null })
    expect(await desk.forms.preview({ contractId: contract.id, form: 'F-00', subjectId: null })).toMatchObject({ record: { formVersion: 'F-00/1', addressee: { name: '青葉野市長' } } })
  })

  test('a letter about one thing names it; without it nothing is issued', async () => {
    const office = await staffedOffice()
    expect(await codesAgainst(office.desk.forms.issue({ contractId: office.contract.id, form: 'F-16', subjectId: null, kind: '新規', reason: '', changesDocNo: '' }))).toEqual(['form-subject-unknown'])
  })

  test('characters that paper could not show are refused by name', async () => {
    const office = await staffedOffice()
    office.world.unprintable.add('青')
    expect(await codesAgainst(issued(office))).toEqual(['unprintable-characters'])
  })
})
