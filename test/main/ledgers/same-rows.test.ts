import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../../core/ledger/entry.ts'
import type { Kept, Kind, Shelf } from '../../../core/ledger/shelf.ts'
import { type CellKind, type LedgerColumn, type LedgerDefinition, ledger } from '../../../core/ledgers/definition.ts'
import { RowsQuery } from '../../../core/ledgers/query.ts'
import { chosenFrom, siftRows } from '../../../core/ledgers/sift.ts'
import type { PersonId } from '../../../core/people/person.ts'
import type { Instant } from '../../../core/time.ts'
import { generateKeyPairSync } from 'node:crypto'
import { memoryDatabase } from '../../../main/ledger/database.ts'
import { beginLedger, openLedger } from '../../../main/ledger/ledger.ts'

/** What an entry of these tests does to the shelf, written into the one text that such an entry has. */
type Put = { kind: Kind; id: string; value: object | null }
const put = (what: Put): { type: 'unregistered-medium-refused'; at: Instant; by: PersonId | null; data: { serial: string; where: string } } =>
  ({ type: 'unregistered-medium-refused', at: 1_780_000_000_000 as Instant, by: null, data: { serial: JSON.stringify(what), where: '' } })
function project(entry: Entry, shelf: Shelf): void {
  if (entry.type !== 'unregistered-medium-refused') return
  const { kind, id, value } = JSON.parse(entry.data.serial) as Put
  if (value === null) shelf.drop(kind, id)
  else shelf.put(kind, id, value as Kept[Kind])
}

interface Stick { no: string; label: string | null; size: number | null; at: number | null; on: string | null; state: string; holder: string; contract: string | null }
const of = (m: unknown) => m as Stick
const column = (key: keyof Stick, kind: CellKind): LedgerColumn<'medium'> => ({ key, kind, title: { ja: key, en: key }, width: 10, value: (m) => of(m)[key], ...(kind === 'state' ? { states: { out: { ja: '持出中', en: 'out' }, kept: { ja: '保管', en: 'kept' } } } : {}) })
const definition: LedgerDefinition<'medium'> = {
  name: 'sticks', title: { ja: '', en: '' }, lead: { ja: '', en: '' }, form: null, article: '11(5)', office: 'both', kind: 'medium',
  contractOf: (m) => of(m).contract,
  only: (m) => of(m).state !== 'hidden',
  columns: [column('label', 'text'), column('size', 'number'), column('at', 'instant'), column('on', 'day'), column('state', 'state'), { ...column('holder', 'text'), value: (m, look) => look('person', of(m).holder)?.name }],
}
const sticks = ledger(definition)
const definitions = [sticks, ledger({ ...definition, name: 'again', columns: definition.columns.slice(0, 1) })]

const words = ['税務課', '𠮷田', '髙橋', '高橋', 'ﾃﾞｰﾀ', 'データ', 'でーた', 'ＡＢ', 'ab', ' ', '　', '-', '"', '*', 'é', '葛\u{e0100}', '\u{10ffff}', '\uffee', '0', '納税通知書', 'x'.repeat(60)]
const text = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((parts) => parts.join(''))
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const stick = fc.record({
  no: fc.constantFrom(...ids), label: fc.option(text), size: fc.option(fc.constantFrom(-1.5, 0, 2, 10, 1e15)), at: fc.option(fc.integer({ min: 1.7e12, max: 1.9e12 })), on: fc.option(fc.constantFrom('2026-12-01', '2027-01-31')),
  state: fc.constantFrom('out', 'kept', 'lost', 'hidden'), holder: fc.constantFrom('p', 'q'), contract: fc.option(fc.constantFrom('C1', 'C2')),
})
const act: fc.Arbitrary<Put> = fc.oneof(
  { weight: 6, arbitrary: stick.map((value) => ({ kind: 'medium' as const, id: value.no, value })) },
  { weight: 2, arbitrary: fc.record({ id: fc.constantFrom('p', 'q'), name: text }).map(({ id, name }) => ({ kind: 'person' as const, id, value: { id, name, company: null } })) },
  { weight: 1, arbitrary: fc.constantFrom(...ids).map((id) => ({ kind: 'medium' as const, id, value: null })) },
)
const columns = ['label', 'size', 'at', 'on', 'state', 'holder', 'none']
const filter = fc.oneof(
  fc.record({ column: fc.constantFrom(...columns), oneOf: fc.array(fc.oneof(fc.constantFrom('out', 'kept', 'lost', '2026-12-01', null, 0, 2, 'データ'), text), { minLength: 1, maxLength: 3 }) }),
  fc.record({ column: fc.constantFrom('size', 'at', 'on'), from: fc.constantFrom(null, 0, 1.8e12, '2026-12-15'), to: fc.constantFrom(null, 5, 1.85e12, '2027-12-15') }),
)
const query = fc.record({
  ledger: fc.constant('sticks'), contractId: fc.option(fc.constantFrom('C1', 'C2', 'C3')), search: fc.oneof(fc.constant(''), text, fc.constantFrom('務', '田', '通知', '保管', '令和8', '高橋 データ')),
  filters: fc.array(filter, { maxLength: 2 }), sort: fc.option(fc.record({ column: fc.constantFrom(...columns), descending: fc.boolean() })),
}).map((asked) => RowsQuery.parse(asked))

const opened = () => {
  const db = memoryDatabase()
  const key = generateKeyPairSync('ed25519').privateKey
  beginLedger(db, key)
  return { db, key, ledger: openLedger(db, { key, projection: { version: 1, project }, definitions }) }
}

test('the index finds the same rows in the same order as reading everything does', async () => {
  const { ledger: book } = opened()
  await fc.assert(fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), fc.array(query, { minLength: 1, maxLength: 6 }), async (appends, queries) => {
    for (const acts of appends) expect(await book.append(acts.map(put), book.head())).not.toBe(false)
    for (const asked of queries) {
      const { total, ids: found, reading } = await book.rows(asked, 0, 100)
      const meant = (siftRows(sticks, reading, asked) as Stick[]).map(({ no }) => no)
      expect(found).toEqual(meant)
      expect(total).toBe(meant.length)
      expect((await book.rows(asked, 1, 2)).ids).toEqual(meant.slice(1, 3))
      for (const each of ['state', 'label']) expect((await book.choices(asked, each, 50)).choices.map(({ count }) => count)).toEqual(chosenFrom(sticks, reading, asked.contractId, each).map(({ count }) => count))
    }
  }), { numRuns: 60 })
})

test('rows made anew from the shelf, or with the whole shelf from the entries, are those that were there', async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), query, async (acts, asked) => {
    const { db, key, ledger: book } = opened()
    for (const each of acts) await book.append([put(each)], book.head())
    const before = await book.rows(asked, 0, 100)
    const touched = await Promise.all(ids.map((id) => book.touching('medium', id)))
    book.rebuild()
    expect((await book.rows(asked, 0, 100)).ids).toEqual(before.ids)
    expect(await Promise.all(ids.map((id) => book.touching('medium', id)))).toEqual(touched)
    db.exec("UPDATE about SET value = 'of another build' WHERE name = 'ledgers'")
    const again = openLedger(db, { key, projection: { version: 1, project }, definitions })
    expect((await again.rows(asked, 0, 100)).ids).toEqual(before.ids)
  }), { numRuns: 30 })
})

test('in a large office rows are made anew in pieces: appends go on meanwhile, whoever asks for rows waits for all of them, and a program that ended goes on', async () => {
  const { db, key, ledger: book } = opened()
  const label = (n: number): string => (n % 3 === 0 ? '税務課' : '市民課')
  await book.append(Array.from({ length: 1500 }, (_, n) => put({ kind: 'medium', id: `m-${n}`, value: { no: `m-${n}`, label: label(n), state: 'kept', holder: 'p' } })), book.head())
  const asked = RowsQuery.parse({ ledger: 'sticks', search: '税務' })
  const before = (await book.rows(asked, 0, 2000)).ids
  expect(before).toHaveLength(500)
  const made = (): number => db.prepare("SELECT count(*) FROM ledger_rows WHERE book = 0").pluck().get() as number

  db.exec("UPDATE about SET value = 'of another build' WHERE name = 'ledgers'")
  openLedger(db, { key, projection: { version: 1, project }, definitions })
  expect(made()).toBe(500)
  const again = openLedger(db, { key, projection: { version: 1, project }, definitions })
  expect(made()).toBe(1000)
  // One that is made already, one that is not yet, one that goes, one that comes, and a name that rows of both halves show.
  await again.append([
    put({ kind: 'medium', id: 'm-0', value: { no: 'm-0', label: '市民課', state: 'kept' } }), put({ kind: 'medium', id: 'm-1498', value: { no: 'm-1498', label: '税務課', state: 'kept' } }),
    put({ kind: 'medium', id: 'm-1497', value: null }), put({ kind: 'medium', id: 'new', value: { no: 'new', label: '税務課', state: 'kept' } }), put({ kind: 'person', id: 'p', value: { id: 'p', name: '髙橋', company: null } }),
  ], again.head())
  expect(made()).toBeLessThan(1100)

  const { ids: found, reading } = await again.rows(asked, 0, 2000)

  expect(made()).toBe(1500)
  expect(found).toEqual((siftRows(sticks, reading, asked) as Stick[]).map(({ no }) => no))
  expect(found).toEqual(['new', 'm-1498', ...before.filter((id) => id !== 'm-0' && id !== 'm-1497')])
  const named = RowsQuery.parse({ ledger: 'sticks', search: '高橋' })
  expect((await again.rows(named, 0, 1)).total).toBe(siftRows(sticks, reading, named).length)
})

test('a database that is closed while its rows are made anew says so to whoever waits for them', async () => {
  const { db, key, ledger: book } = opened()
  await book.append(Array.from({ length: 900 }, (_, n) => put({ kind: 'medium', id: `m-${n}`, value: { no: `m-${n}`, label: '税務課', state: 'kept' } })), book.head())
  db.exec("UPDATE about SET value = 'of another build' WHERE name = 'ledgers'")
  const again = openLedger(db, { key, projection: { version: 1, project }, definitions })
  const asking = again.rows(RowsQuery.parse({ ledger: 'sticks' }), 0, 1)

  db.close()

  await expect(asking).rejects.toThrow('vault-locked')
})

test('an append that was refused leaves the rows as they were', async () => {
  const { ledger: book } = opened()
  await book.append([put({ kind: 'medium', id: 'a', value: { no: 'a', label: '税務課', state: 'kept' } })], book.head())
  const sour = { ...put({ kind: 'medium', id: 'b', value: { no: 'b' } }), data: { serial: '{', where: '' } }
  await expect(book.append([put({ kind: 'medium', id: 'a', value: { no: 'a', label: '市民課', state: 'kept' } }), sour], book.head())).rejects.toThrow()
  expect((await book.rows(RowsQuery.parse({ ledger: 'sticks', search: '税務' }), 0, 9)).ids).toEqual(['a'])
  expect((await book.rows(RowsQuery.parse({ ledger: 'sticks', search: '市民' }), 0, 9)).ids).toEqual([])
})

test('a thing knows the entries that touched it, also those that put nothing on the shelf', async () => {
  const { ledger: book } = opened()
  await book.append([put({ kind: 'medium', id: 'a', value: { no: 'a', label: '一', state: 'kept' } }), put({ kind: 'medium', id: 'b', value: { no: 'b', state: 'kept' } })], book.head())
  await book.append([put({ kind: 'medium', id: 'a', value: { no: 'a', label: '二', state: 'kept' } })], book.head())
  expect((await book.touching('medium', 'a')).map(({ seq }) => seq)).toEqual([0, 2])
  expect(await book.touching('medium', 'zzz')).toEqual([])
})
