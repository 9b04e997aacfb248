import { describe, expect, test } from 'vitest'
import { ofIncidents } from '../../core/home/cards/incidents.ts'
import { comingDue, watchDueTimes } from '../../core/home/watch.ts'
import type { Incident } from '../../core/incidents/incident.ts'
import { DAY, dayOf, type Instant, MINUTE } from '../../core/time.ts'
import { article } from '../article.ts'
import { parcel, packingCheck, septemberPackage, staffedOffice, type StaffedOffice } from '../cast.ts'
import { allKnown, lostBag } from '../incidents-cast.ts'
import { refused } from '../refused.ts'

interface Letter { parts: { heading: string; fields?: { label: string; value: string }[]; rows?: string[][] }[] }
const said = (letter: Letter, label: string) => letter.parts.flatMap(({ fields = [] }) => fields).find((field) => field.label === label)?.value
const rows = (letter: Letter, heading: string) => letter.parts.find((part) => part.heading.includes(heading))?.rows ?? []
const codes = async (act: Promise<unknown>) => (await refused(act)).map(({ code }) => code)
/** The newest report of an incident, as its record says it. */
async function letterOf({ world }: StaffedOffice, { reports, contractId }: Incident): Promise<Letter> {
  const issued = (await world.ledger.read()).reading.list('issued', contractId).find(({ id }) => id === reports.at(-1)?.documentId)
  const body = issued?.bodies.find(({ type }) => type === 'application/json')
  return JSON.parse(new TextDecoder().decode(world.blobs.get(body?.blob ?? ''))) as Letter
}

article('18①', () => {
  test('R-35 the first report leaves within eighteen minutes with what the ledger knows: content, count, encryption and keys', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const sealed = await septemberPackage(office)
    const found = await desk.incidents.begin(lostBag(office, { packages: [sealed.id], subject: 'USBメモリ' }))
    world.pass(18 * MINUTE)

    const reported = await desk.incidents.report({ incidentId: found.id, kind: '第一報', leaveOpen: true })

    expect(found).toMatchObject({ no: 'I-R8-017-001', state: 'found', items: 1, personalInfo: true })
    expect(reported).toMatchObject({ state: 'first-reported', reports: [{ kind: '第一報', no: 1, elapsedMinutes: 18, checking: ['occurredAt'] }] })
    const letter = await letterOf(office, reported)
    expect([said(letter, '報告区分'), said(letter, '発見から報告まで'), said(letter, '発生日時'), said(letter, '件数'), said(letter, '発生場所')]).toEqual(['第一報', '18分', '確認中', '預り情報1点', '電車内'])
    expect(said(letter, '暗号化の有無・方式')).toContain('AES-256')
    expect(rows(letter, '対象の梱包')).toMatchObject([[sealed.no, 'AE-2 AES-256 ZIP・256ビット', expect.any(String) as string, '未連絡（受託者だけが知る）', expect.any(String) as string]])
    expect(rows(letter, '対象の預り情報')[0]?.[3]).toContain(office.ourStick.no)
    expect((await desk.incidents.list({ contractId: contract.id })).map(({ no }) => no)).toEqual(['I-R8-017-001'])
  })

  test('a report does not leave with holes that nobody knows of: each is named, or printed as 確認中', async () => {
    const office = await staffedOffice()
    const { id: incidentId } = await office.desk.incidents.begin(lostBag(office))
    expect(await refused(office.desk.incidents.report({ incidentId, kind: '第一報', leaveOpen: false }))).toMatchObject([{ code: 'report-facts-unknown', article: '18①', facts: { missing: 'occurredAt,content,count,encryption' } }])
    expect((await office.desk.incidents.list({ contractId: office.contract.id }))[0]?.reports).toEqual([])
  })

  test('facts are completed and never overwritten: the report after says what it said before', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id: incidentId } = await desk.incidents.begin(lostBag(office))
    await desk.incidents.report({ incidentId, kind: '第一報', leaveOpen: true })
    world.pass(30 * MINUTE)
    await desk.incidents.note({ incidentId, at: world.now(), kind: '拡大防止', what: '鉄道会社に届け出た。', who: '水野 灯里' })
    await desk.incidents.complete({ incidentId, facts: [{ key: 'place', value: '架空線 ひかりの丘駅' }, { key: 'count', value: '名簿12件' }] })
    expect(await codes(desk.incidents.complete({ incidentId, facts: [{ key: 'place', value: '' }] }))).toEqual(['incident-fact-emptied'])
    expect(await codes(desk.incidents.complete({ incidentId, facts: [{ key: 'count', value: '名簿12件' }] }))).toEqual(['incident-facts-the-same'])

    const followed = await desk.incidents.report({ incidentId, kind: '続報', leaveOpen: true })

    expect(followed).toMatchObject({ state: 'followed-up', place: '電車内', reports: [{ kind: '第一報' }, { kind: '続報', no: 2, elapsedMinutes: 30 }] })
    const letter = await letterOf(office, followed)
    expect(rows(letter, '先の報告から変わったこと')).toEqual([['発生場所', '電車内', '架空線 ひかりの丘駅'], ['件数', '確認中', '名簿12件']])
    expect(rows(letter, '経過').map(([, sort, what]) => `${sort} ${what}`)).toEqual(['発見 I-R8-017-001を発見', expect.stringMatching(/^報告 第一報/) as string, '拡大防止 鉄道会社に届け出た。'])
    expect(said(letter, '先の報告')).toContain('第一報')
  })

  test('the last report needs cause, measures, prevention, and what the persons concerned and the public are told; and the end needs the city', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const today = dayOf(world.now())
    const city = { cityRef: '税-事-3', on: today, toldBy: '西園 直樹' }
    const { id: incidentId } = await desk.incidents.begin(lostBag(office))
    await desk.incidents.report({ incidentId, kind: '第一報', leaveOpen: true })
    expect(await codes(desk.incidents.report({ incidentId, kind: '最終報', leaveOpen: true }))).toEqual(['report-out-of-turn'])
    await desk.incidents.note({ incidentId, at: world.now(), kind: '初動対応', what: '駅に連絡した。', who: '水野 灯里' })
    expect(await refused(desk.incidents.report({ incidentId, kind: '最終報', leaveOpen: true }))).toMatchObject([{ code: 'final-report-incomplete', facts: { missing: 'occurredAt,content,count,encryption,secondaryDamage,measures,cause,toPersons,publication,prevention' } }])
    expect(await codes(desk.incidents.close({ incidentId, ...city }))).toEqual(['state-does-not-allow'])
    await desk.incidents.complete({ incidentId, facts: allKnown })

    const final = await desk.incidents.report({ incidentId, kind: '最終報', leaveOpen: false })
    expect(final.state).toBe('final-reported')
    expect(await codes(desk.incidents.close({ incidentId, ...city }))).toEqual(['final-report-not-submitted'])
    await desk.documents.submit({ id: final.reports.at(-1)!.documentId, into: '/out' })
    expect(await desk.incidents.close({ incidentId, ...city })).toMatchObject({ state: 'closed', closed: { cityRef: '税-事-3' } })
    expect(await codes(desk.incidents.note({ incidentId, at: world.now(), kind: 'その他', what: '追記', who: '水野 灯里' }))).toEqual(['state-does-not-allow'])
  })

  test('a draft that the desk made by itself goes the same way, and is no incident only by the city’s judgement', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const mailing = await desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
    await desk.mailings.confirmShinten(packingCheck(mailing))
    await desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null })
    world.pass(2 * DAY)
    await desk.mailings.reportMissing({ mailingId: mailing.id, at: world.now(), circumstances: '局でも見つからない。' })
    const [draft] = await desk.incidents.list({ contractId: contract.id })
    expect(draft).toMatchObject({ kind: 'parcel-not-arrived', state: 'found', subject: mailing.no })
    const reported = await desk.incidents.report({ incidentId: draft!.id, kind: '第一報', leaveOpen: true })
    expect(rows(await letterOf(office, reported), '対象の梱包')).toHaveLength(1)

    expect(await codes(desk.incidents.dismiss({ incidentId: draft!.id, cityRef: '税-事-4', on: dayOf((world.now() + DAY) as Instant), toldBy: '西園 直樹', reason: '届いていた。' }))).toEqual(['time-in-future'])
    const dismissed = await desk.incidents.dismiss({ incidentId: draft!.id, cityRef: '税-事-4', on: dayOf(world.now()), toldBy: '西園 直樹', reason: '届いていた。' })
    expect(dismissed).toMatchObject({ state: 'not-an-incident', dismissed: { cityRef: '税-事-4' } })
    expect(ofIncidents((await world.ledger.read()).reading, world.now())).toEqual([])
  })

  test('anybody on duty may begin one; the supervisor issues, and an auditor only reads', async () => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    world.signInAs('yoshida')
    const { id: incidentId } = await desk.incidents.begin(lostBag(office))
    await desk.incidents.note({ incidentId, at: world.now(), kind: '関係者連絡', what: '水野さんに電話した。', who: '𠮷田 美咲' })
    expect(await codes(desk.incidents.report({ incidentId, kind: '第一報', leaveOpen: true }))).toEqual(['not-your-office'])
    expect(await codes(desk.incidents.liftFreeze({ incidentId, cityRef: 'x', on: dayOf(world.now()), toldBy: 'x', reason: '' }))).toEqual(['not-your-office'])
    world.signInAs('mizuno')
    expect((await desk.incidents.report({ incidentId, kind: '第一報', leaveOpen: true })).state).toBe('responding')
    expect(await codes(desk.forms.issue({ contractId: contract.id, form: 'F-35', subjectId: `${incidentId}/2/続報`, kind: '新規', reason: '', changesDocNo: '' }))).toEqual(['form-issued-elsewhere'])
  })

  describe('R-35 the clock', () => {
    test('R-35 an hour after discovery the card says that the report is late, and so does a notice; once it is out, the next thing is to hand it in', async () => {
      const office = await staffedOffice()
      const { desk, world } = office
      const { id: incidentId, foundAt } = await desk.incidents.begin(lostBag(office))
      const cards = async () => ofIncidents((await world.ledger.read()).reading, world.now()).map(({ kind, code, facts }) => [kind, code, facts['dueAt'] ?? null])
      const late = async () => (await watchDueTimes(world)).filter(({ kind }) => kind === 'first-report-late').map(({ no }) => no)
      world.pass(60 * MINUTE)
      expect([await cards(), await late(), (await comingDue(world)).map(({ kind }) => kind)]).toEqual([[['overdue', 'first-report-due', foundAt + 60 * MINUTE]], [], ['first-report-late']])
      world.pass(MINUTE)
      expect([await cards(), await late()]).toEqual([[['overdue', 'first-report-late', foundAt + 60 * MINUTE]], ['I-R8-017-001']])
      const { reports: [first] } = await desk.incidents.report({ incidentId, kind: '第一報', leaveOpen: true })
      expect([await cards(), await late(), first?.elapsedMinutes]).toEqual([[['overdue', 'incident-report-to-submit', null]], [], 61])
      await desk.documents.submit({ id: first!.documentId, into: '/out' })
      expect(await cards()).toEqual([['todo', 'incident-open', null]])
    })

    test('R-35 a contract may ask for less than an hour', async () => {
      const office = await staffedOffice()
      const { desk, world, contract } = office
      expect(await desk.incidents.limit({ contractId: contract.id })).toEqual({ contractId: contract.id, minutes: 60 })
      await desk.incidents.setLimit({ contractId: contract.id, minutes: 15 })
      await desk.incidents.begin(lostBag(office))
      world.pass(16 * MINUTE)
      expect((await watchDueTimes(world)).map(({ kind }) => kind)).toContain('first-report-late')
    })

    test('R-35 nobody makes the minutes fewer: not by a discovery in the future, nor by setting the clock back', async () => {
      const office = await staffedOffice()
      const { desk, world } = office
      expect(await codes(desk.incidents.begin(lostBag(office, { foundAt: (world.now() + DAY) as Instant })))).toContain('time-in-future')
      expect(await codes(desk.incidents.begin(lostBag(office, { occurredAt: (world.now() + DAY) as Instant })))).toContain('before-its-time')
      const { id: incidentId } = await desk.incidents.begin(lostBag(office))
      world.pass(40 * MINUTE)
      await desk.incidents.note({ incidentId, at: world.now(), kind: 'その他', what: '捜している。', who: '水野 灯里' })
      world.pass(-40 * MINUTE)
      expect((await desk.incidents.report({ incidentId, kind: '第一報', leaveOpen: true })).reports[0]?.elapsedMinutes).toBe(40)
    })
  })
})

article('18③', () => {
  test('when the city makes an incident public, its day is kept, after the end too', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id: incidentId } = await desk.incidents.begin(lostBag(office))
    const on = dayOf(world.now())
    expect(await desk.incidents.publish({ incidentId, publishedOn: on, where: '市のウェブサイト' })).toMatchObject({ published: { publishedOn: on } })
    expect(await codes(desk.incidents.publish({ incidentId, publishedOn: on, where: '' }))).toEqual(['state-does-not-allow'])
  })
})
