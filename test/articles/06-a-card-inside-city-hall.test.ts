import { expect, test } from 'vitest'
import { objectionsToIdCard } from '../../core/staffing/id-cards.ts'
import { DAY, type Day, HOUR, type Instant } from '../../core/time.ts'
import { article } from '../article.ts'
import { staffedOffice } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

const day = (iso: string) => iso as Day

article('6②', () => {
  test('inside city hall a card in force that day is carried', async () => {
    const { desk, world, yoshida } = await staffedOffice()
    const standsAgainst = async () => objectionsToIdCard((await world.ledger.read()).reading, yoshida, world.now()).map(({ code }) => code)
    expect(await standsAgainst()).toEqual(['id-card-missing'])
    await desk.staffing.issueCard({ no: 'HK-001', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: day('2026-12-08') })
    expect(await standsAgainst()).toEqual([])
    world.pass(2 * DAY)
    expect(await standsAgainst()).toEqual(['id-card-missing'])
  })

  test('a number is used once, nobody holds two, and a card bears the company of whoever carries it', async () => {
    const { desk, yoshida, oba } = await staffedOffice()
    const card = await desk.staffing.issueCard({ no: 'HK-001', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: null })
    expect(card.companyName).toBe('株式会社ひかりの丘データサービス')
    expect(await codesAgainst(desk.staffing.issueCard({ no: 'ＨＫ-001', personId: oba.id, issuedOn: day('2026-12-07'), validTo: null }))).toEqual(['card-exists'])
    expect(await codesAgainst(desk.staffing.issueCard({ no: 'HK-002', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: null }))).toEqual(['card-held-already'])
    expect(await codesAgainst(desk.staffing.issueCard({ no: 'HK-002', personId: oba.id, issuedOn: day('2026-12-08'), validTo: null }))).toEqual(['time-in-future'])
    await desk.staffing.returnCard({ cardId: card.id, on: day('2026-12-07') })
    expect(await codesAgainst(desk.staffing.returnCard({ cardId: card.id, on: day('2026-12-07') }))).toEqual(['state-does-not-allow'])
    expect(await desk.staffing.issueCard({ no: 'HK-002', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: null })).toMatchObject({ state: '発行' })
  })

  test('visits are noted under the card, forwards in time and while it was in force', async () => {
    const { desk, world, yoshida } = await staffedOffice()
    const { id } = await desk.staffing.issueCard({ no: 'HK-001', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: null })
    const visit = { cardId: id, place: '青葉野市役所 税務課', purpose: '納品確認' }
    expect((await desk.staffing.recordVisit({ ...visit, cameAt: (world.now() - HOUR) as Instant, leftAt: world.now() })).visits).toMatchObject([{ on: '2026-12-07', purpose: '納品確認' }])
    expect(await codesAgainst(desk.staffing.recordVisit({ ...visit, cameAt: (world.now() + HOUR) as Instant, leftAt: null }))).toEqual(['time-in-future'])
    expect(await codesAgainst(desk.staffing.recordVisit({ ...visit, cameAt: world.now(), leftAt: (world.now() - 1) as Instant }))).toEqual(['before-its-time'])
    expect(await codesAgainst(desk.staffing.recordVisit({ ...visit, cameAt: (world.now() - DAY) as Instant, leftAt: null }))).toEqual(['card-not-in-force'])
  })

  test('a lost card stays on the first page until the city has been told', async () => {
    const { desk, yoshida } = await staffedOffice()
    const { id } = await desk.staffing.issueCard({ no: 'HK-001', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: null })
    await desk.staffing.loseCard({ cardId: id, on: day('2026-12-07'), circumstances: '帰宅途中に紛失', cityRef: '' })
    expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'id-card-lost', article: '6②', subject: 'HK-001' }))
    await desk.staffing.reportLostCard({ cardId: id, cityRef: 'R8税連0012' })
    expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('id-card-lost')
  })

  test('the photograph of whoever carries a card lies with it (F-06)', async () => {
    const { desk, world, contract, yoshida } = await staffedOffice()
    const { id: cardId } = await desk.staffing.issueCard({ no: 'HK-001', personId: yoshida.id, issuedOn: day('2026-12-07'), validTo: null })
    // A picture is no text, and the paper disk keeps whatever it is given.
    world.disk.set('/in/yoshida.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]) as unknown as string).set('/in/yoshida.pdf', '%PDF-1.7')
    expect(await codesAgainst(desk.staffing.keepPhoto({ cardId, path: '/in/yoshida.pdf' }))).toEqual(['not-a-picture'])

    await desk.staffing.keepPhoto({ cardId, path: '/in/yoshida.png' })
    expect(await desk.staffing.showPhoto({ cardId })).toMatchObject({ name: 'yoshida.png' })
    expect(JSON.stringify((await desk.forms.preview({ contractId: contract.id, form: 'F-06', subjectId: null })).record)).toContain('"有"')

    await desk.staffing.returnCard({ cardId, on: day('2026-12-07') })
    expect(await codesAgainst(desk.staffing.keepPhoto({ cardId, path: '/in/yoshida.png' }))).toEqual(['state-does-not-allow'])
  })
})
