import { beforeEach, expect, test } from 'vitest'
import { ledgers } from '../../../core/ledgers/register.ts'
import { type Cell, cellsOf } from '../../../core/ledgers/definition.ts'
import { fold } from '../../../core/ledgers/fold.ts'
import { lookIn, siftRows } from '../../../core/ledgers/sift.ts'
import { RowsQuery } from '../../../core/ledgers/query.ts'
import { parcel, PASSWORD, septemberPackage, type StaffedOffice, staffedOffice } from '../../cast.ts'
import { codesAgainst } from '../../refused.ts'

let office: StaffedOffice
beforeEach(async () => { office = await staffedOffice() })

const asked = (ledger: string, more: object = {}) => ({ ...RowsQuery.parse({ ledger, contractId: office.contract.id, ...more }), from: 0, count: 100 })
const cellIn = (ledger: string, column: string, cells: readonly Cell[]): Cell | undefined => cells[ledgers.find(({ name }) => name === ledger)?.columns.findIndex(({ key }) => key === column) ?? -1]

test('an office keeps the ledgers of its kind, each with the number of its rows', async () => {
  const listed = await office.desk.ledgers.list({ contractId: office.contract.id })

  expect(listed).toContainEqual({ name: 'media', total: 2 })
  expect(listed).toContainEqual({ name: 'mailings', total: 0 })
  expect(listed.map(({ name }) => name)).not.toContain('imported')
  expect(await codesAgainst(office.desk.ledgers.page(asked('imported')))).toEqual(['ledger-unknown'])
})

test('a parcel is found by two characters of its recipient, its medium or its content', async () => {
  const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))

  for (const search of ['森川', '税務', '納品', office.ourStick.no, '簡易']) {
    const { total, rows } = await office.desk.ledgers.page(asked('mailings', { search }))
    expect([search, total, rows[0]?.id]).toEqual([search, 1, mailing.id])
  }
  expect((await office.desk.ledgers.page(asked('mailings', { search: '返送' }))).total).toBe(0)
  expect(cellIn('mailings', 'packedBy', (await office.desk.ledgers.page(asked('mailings'))).rows[0]?.cells ?? [])).toBe('水野 灯里')
})

test('a row opens its whole history: who, when, by which article and rule', async () => {
  const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))

  const { lines, leadsTo } = await office.desk.ledgers.history({ ledger: 'mailings', id: mailing.id })

  expect(lines).toMatchObject([{ type: 'mailing-drafted', by: '水野 灯里', at: office.world.now(), article: '11(4)' }])
  expect(lines[0]?.rules).toContain('R-11')
  expect(leadsTo).toBe(`/send/${mailing.id}`)
  expect(await codesAgainst(office.desk.ledgers.history({ ledger: 'mailings', id: 'nobody' }))).toEqual(['row-unknown'])
})

test('an item shows the receipt that was issued for it later, and is found by its number', async () => {
  await septemberPackage(office)

  const { rows } = await office.desk.ledgers.page(asked('items'))
  const receiptNo = cellIn('items', 'receiptNo', rows[0]?.cells ?? [])

  expect(receiptNo).not.toBeNull()
  expect((await office.desk.ledgers.page(asked('items', { search: String(receiptNo) }))).total).toBe(1)
})

test('the index and the slow way agree on every ledger of a working office', async () => {
  await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
  const { reading } = await office.world.ledger.read()
  for (const definition of ledgers) {
    for (const sort of [null, ...definition.columns.map(({ key }) => ({ column: key, descending: true }))]) {
      const query = RowsQuery.parse({ ledger: definition.name, sort })
      const { total } = await office.world.ledger.rows(query, 0, 100)
      expect([definition.name, total]).toEqual([definition.name, siftRows(definition, reading, query).length])
    }
  }
})

test('no cell of any ledger fails on what a working office keeps', async () => {
  await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
  const { reading } = await office.world.ledger.read()
  for (const definition of ledgers) {
    for (const kept of reading.list(definition.kind) as unknown[]) {
      expect(() => definition.columns.map((column) => column.value(kept as never, lookIn(reading)))).not.toThrow()
      expect(cellsOf(definition, kept, lookIn(reading))).toHaveLength(definition.columns.length)
    }
  }
})

test('names of ledgers and columns are each there once, and a column of states has its words', () => {
  expect(new Set(ledgers.map(({ name }) => name)).size).toBe(ledgers.length)
  for (const { columns } of ledgers) {
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    expect(columns.length).toBeLessThanOrEqual(64)
    for (const { kind, states } of columns) expect(kind === 'state').toBe(states !== undefined)
  }
})

test('what differs only in width, case, kana, spaces or a variant character is the same to the search', () => {
  expect(fold('ﾃﾞｰﾀ')).toBe(fold('でーた'))
  expect(fold('ＡＢ－１')).toBe(fold('ab-1'))
  expect(fold('髙﨑　𠮷田')).toBe(fold('高崎吉田'))
  expect(fold('葛\u{e0100}城')).toBe(fold('葛城'))
  expect(fold('ハハ')).not.toBe(fold('パパ'))
})

test('a saved view belongs to the one who saved it', async () => {
  const view = { name: '未着のもの', search: '税務', filters: [{ column: 'state', oneOf: ['dispatched'] }], sort: { column: 'dispatchedAt', descending: true }, columns: ['no', 'state'] }
  await office.desk.ledgers.saveView({ ledger: 'mailings', view: view as never })
  expect(await office.desk.ledgers.views({ ledger: 'mailings' })).toEqual([view])

  office.world.signInAs('yoshida')
  expect(await office.desk.ledgers.views({ ledger: 'mailings' })).toEqual([])

  office.world.signInAs('mizuno')
  expect(await office.desk.ledgers.dropView({ ledger: 'mailings', name: '未着のもの' })).toEqual([])
})

test('saving a ledger as a file is itself written down, and is not for everybody', async () => {
  const order = { ...asked('media'), format: 'csv-utf8' as const, columns: ['no', 'serial'], into: '/out' }
  const exported = await office.desk.ledgers.export(order)

  expect(exported).toMatchObject({ outcome: 'exported', rows: 2 })
  expect(office.world.disk.get(exported.outcome === 'exported' ? exported.path : '')).toMatch(/^媒体番号,製造番号\n/)
  const { head } = await office.world.ledger.read()
  expect((await office.world.ledger.entries(head.size - 1, 1))[0]).toMatchObject({ type: 'ledger-exported', data: { ledger: 'media', rows: 2 } })
  expect(await codesAgainst(office.desk.ledgers.export(order))).toEqual(['target-exists'])
  await office.desk.vault.unlock({ loginId: 'yoshida', password: PASSWORD })
  expect(await codesAgainst(office.desk.ledgers.export(order))).toEqual(['not-your-office'])
})

test('a file that was called off is not written down', async () => {
  const calledOff = new AbortController()
  calledOff.abort()
  const before = (await office.world.ledger.read()).head.size

  expect(await office.desk.ledgers.export({ ...asked('media'), format: 'xlsx', columns: [], into: '/out' }, { signal: calledOff.signal })).toEqual({ outcome: 'abandoned' })

  expect((await office.world.ledger.read()).head.size).toBe(before)
})
