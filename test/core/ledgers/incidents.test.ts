import { expect, test } from 'vitest'
import { ledgerNamed } from '../../../core/ledgers/register.ts'
import { RowsQuery } from '../../../core/ledgers/query.ts'
import type { Day } from '../../../core/time.ts'
import { staffedOffice } from '../../cast.ts'
import { allKnown, lostBag } from '../../incidents-cast.ts'

/** An office with an incident that is over, one that is open, and a consultation. */
async function aftermath() {
  const office = await staffedOffice()
  const { desk, world, contract } = office
  const { id } = await desk.incidents.begin(lostBag(office))
  world.pass(18 * 60_000)
  await desk.incidents.report({ incidentId: id, kind: '第一報', leaveOpen: true })
  await desk.incidents.note({ incidentId: id, at: world.now(), kind: '初動対応', what: '駅に電話した。', who: '水野 灯里' })
  await desk.incidents.complete({ incidentId: id, facts: allKnown })
  const { reports } = await desk.incidents.report({ incidentId: id, kind: '最終報', leaveOpen: false })
  await desk.documents.submit({ id: reports.at(-1)!.documentId, into: '/out' })
  await desk.incidents.close({ incidentId: id, cityRef: '税-事-3', on: '2026-12-07' as Day, toldBy: '西園 直樹' })
  await desk.incidents.begin(lostBag(office, { subject: '封筒', place: '倉庫', content: '' }))
  const consultation = await desk.consultations.draft({ contractId: contract.id, at: world.now(), place: '税務課', topic: '校正紙の保管', cityAttendees: '森川 奏', contractorAttendees: '水野 灯里', conclusion: '施錠したキャビネットに置く。' })
  const row = async (ledger: string, search = ''): Promise<Record<string, unknown>[]> => {
    const { rows } = await desk.ledgers.page({ ...RowsQuery.parse({ ledger, contractId: contract.id, search }), from: 0, count: 10 })
    const keys = ledgerNamed(ledger)!.columns.map(({ key }) => key)
    return rows.map(({ id: rowId, cells }) => ({ id: rowId, ...Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? null])) }))
  }
  return { ...office, incidentId: id, consultation, row }
}

test('the incident ledger says what happened, how soon it was reported and what the city said of it', async () => {
  const { row, incidentId } = await aftermath()
  expect(await row('incidents')).toMatchObject([
    { no: 'I-R8-017-002', subject: '封筒', first: null, elapsed: null, evidence: 'kept', cityRef: null, state: 'found' },
    { id: incidentId, no: 'I-R8-017-001', kind: 'noticed', subject: '鞄', nature: '滅失のおそれ', place: '電車内', count: '12件', elapsed: 18, followUps: 0, evidence: 'over', cityRef: '税-事-3', endedOn: '2026-12-07', state: 'closed', cause: '置き忘れ' },
  ])
})

test('incidents and consultations are found by two characters of their place, number, state or matter', async () => {
  const { row } = await aftermath()
  const found = async (ledger: string, search: string) => (await row(ledger, search)).map(({ no }) => no)
  for (const search of ['倉庫', '封筒', '017-002', '保全中']) expect([search, await found('incidents', search)]).toEqual([search, ['I-R8-017-002']])
  for (const search of ['校正', '森川', 'ｷｬﾋﾞﾈｯﾄ', '起案']) expect([search, await found('consultations', search)]).toEqual([search, ['K-R8-017-001']])
  expect(await found('consultations', '倉庫')).toEqual([])
})

test('what was agreed takes the place of what was drafted, and both are in the row’s history', async () => {
  const { desk, row, consultation } = await aftermath()
  await desk.consultations.agree({ consultationId: consultation.id, conclusion: '2週間で返却する。', on: '2026-12-07' as Day, toldBy: '森川 奏', cityRef: '税-協-1' })
  expect(await row('consultations')).toMatchObject([{ conclusion: '2週間で返却する。', agreedOn: '2026-12-07', state: 'agreed' }])
  const { lines } = await desk.ledgers.history({ ledger: 'consultations', id: consultation.id })
  expect(lines.map(({ type, article }) => [type, article])).toEqual([['consultation-drafted', '22'], ['consultation-agreed', '22']])
})

test('an incident’s row opens every step of it, with its article and rule', async () => {
  const { desk, incidentId } = await aftermath()
  const { lines, leadsTo } = await desk.ledgers.history({ ledger: 'incidents', id: incidentId })
  expect(lines.map(({ type }) => type)).toEqual(expect.arrayContaining(['incident-begun', 'incident-reported', 'incident-deed-noted', 'incident-facts-completed', 'incident-closed']))
  expect(lines.find(({ type }) => type === 'incident-reported')).toMatchObject({ article: '18①', rules: ['R-35'] })
  expect(leadsTo).toBe(`/incidents/${incidentId}`)
})

test.each(['csv-utf8', 'csv-cp932', 'xlsx', 'pdf'] as const)('both are saved like every other ledger: %s', async (format) => {
  const { desk, contract } = await aftermath()
  for (const ledger of ['incidents', 'consultations']) {
    const query = RowsQuery.parse({ ledger, contractId: contract.id })
    expect(await desk.ledgers.export({ ...query, format, columns: [], into: '/out' })).toMatchObject({ outcome: 'exported', rows: ledger === 'incidents' ? 2 : 1 })
  }
})
