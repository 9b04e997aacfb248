import type { Reading } from '../../core/ledger/shelf.ts'
import { cellsOf, type AnyLedger } from '../../core/ledgers/definition.ts'
import type { LedgerView, PageQuery } from '../../core/ledgers/page.ts'
import type { RowsQuery } from '../../core/ledgers/query.ts'
import { ledgerNamed, ledgers } from '../../core/ledgers/register.ts'
import { chosenFrom, lookIn, siftRows } from '../../core/ledgers/sift.ts'

type Answer = (input: never, tell: (progress: unknown) => void, isCalledOff: () => boolean) => unknown

const people = [['p1', '水野 灯里'], ['p3', '𠮷田 美咲'], ['p4', '髙橋 亮'], ['p5', '大庭 健吾']] as const
const services = [['日本郵便', '簡易書留'], ['日本郵便', '書留'], ['佐川急便', '飛脚セキュリティ便'], ['ヤマト運輸', '美術品輸送（セキュリティ）']] as const
const states = ['drafted', 'checked', 'dispatched', 'arrived', 'arrived', 'arrived', 'arrived', 'returned', 'withdrawn']
const pick = <T>(of: readonly T[], n: number): T => of[n % of.length] as T

/** Parcels without end, as one office would make them in years; `long` gives them names that do not fit. */
function mailing(n: number, long: boolean) {
  const [carrier, service] = pick(services, n * 7)
  const state = pick(states, n * 5)
  const at = Date.UTC(2026, 3, 1) + n * 2_345_678
  const left = !['drafted', 'checked', 'withdrawn'].includes(state)
  return {
    id: `m${n}`, no: `送-R8-${String(n + 1).padStart(4, '0')}`, contractId: 'c1', contentKind: n % 4 ? 'medium' : 'document', isShinsho: n % 4 === 0, content: long ? '令和9年度市民税・県民税納税通知書及び固定資産税・都市計画税課税明細書データ一式（校正済、第2期分、宛名データ・課税データ・通知書様式を含む）'.repeat(2) : pick(['納税通知書データ', '校正データ', '封入封緘後の残部', '課税明細データ', '口座振替結果'], n * 3),
    recipient: { organisation: '青葉野市', department: long ? '総務部税務課市民税第二係窓口担当兼電算処理担当' : '総務部税務課', name: long ? '𠮷田﨑 髙之助左衛門尉' : '森川 奏' }, quantity: 1 + (n % 3), medium: n % 4 ? `MED-2026-${String(1 + (n % 40)).padStart(4, '0')}` : null, packages: [], documentNos: n % 4 ? [] : [`ひ-R8-017-${n}`],
    carrier, service, sealNo: `S-${1000 + n}`, exception: n % 97 === 0 ? { cityRef: '青税第123号', reason: '契約の相手方の指定による', secondPerson: 'p1' } : null, packedBy: pick(people, n)[0], packedAt: at,
    shinten: state === 'drafted' ? null : { checkedBy: pick(people, n + 1)[0], at: at + 600_000 }, trackingNo: left ? String(100_000_000_00 + n * 7919).padStart(11, '0') : null, dispatchedAt: left ? at + 3_600_000 : null, keyTold: null, arrivedAt: state === 'arrived' ? at + 90_000_000 : null, arrivedTo: state === 'arrived' ? '森川 奏' : '', state,
  }
}

/** A reading in which only what the ledgers look at is there. */
function readingOf(many: number, long: boolean, media: readonly unknown[], persons: readonly { id: string }[]): Reading {
  const mailings = Array.from({ length: many }, (_, n) => mailing(n, long))
  const lists: Record<string, readonly unknown[]> = { mailing: mailings, medium: media, person: persons }
  const named = new Map<string, unknown>(people.map(([id, name]) => [`person ${id}`, { id, name, company: null }] as const))
  return { get: (kind: string, id: string) => named.get(`${kind} ${id}`) ?? lists[kind]?.find((one) => (one as { id?: string; no?: string }).id === id || (one as { no?: string }).no === id), list: (kind: string) => lists[kind] ?? [] } as unknown as Reading
}

/** The ledgers of the paper desk: 9,999 parcels, sifted slowly and remembered. */
export function ledgerAnswers(scene: string, city: boolean, media: readonly unknown[], persons: readonly { id: string }[]): Record<string, Answer> {
  const reading = scene === 'empty' ? readingOf(0, false, [], []) : readingOf(9_999, scene === 'hostile', media, persons)
  const sifted = new Map<string, readonly unknown[]>()
  const found = (query: RowsQuery): { definition: AnyLedger; rows: readonly unknown[] } => {
    const definition = ledgerNamed(query.ledger) as AnyLedger
    const key = JSON.stringify([query.ledger, query.search, query.filters, query.sort])
    const rows = sifted.get(key) ?? siftRows(definition, reading, { ...query, contractId: null })
    sifted.set(key, rows)
    return { definition, rows }
  }
  const rowOf = (definition: AnyLedger, kept: unknown) => ({ id: String((kept as { id?: string; no?: string }).id ?? (kept as { no?: string }).no), cells: cellsOf(definition, kept, lookIn(reading)), leadsTo: definition.leadsTo?.(kept as never) ?? null })
  let views: LedgerView[] = scene === 'empty' ? [] : [{ name: '輸送中のもの', search: '', filters: [{ column: 'state', oneOf: ['dispatched'] }], sort: { column: 'dispatchedAt', descending: false }, columns: ['no', 'dispatchedAt', 'recipient', 'service', 'trackingNo', 'state'] }]
  const query = (ledger: string): RowsQuery => ({ ledger, contractId: null, search: '', filters: [], sort: null })
  return {
    'ledgers.list': () => ledgers.filter(({ office }) => office === 'both' || (office === 'city') === city).map(({ name }) => ({ name, total: found(query(name)).rows.length })),
    'ledgers.page': ({ from, count, ...asked }: PageQuery) => { const { definition, rows } = found(asked); return { total: rows.length, rows: rows.slice(from, from + count).map((kept) => rowOf(definition, kept)) } },
    'ledgers.choices': ({ ledger, column }: { ledger: string; column: string }) => chosenFrom(ledgerNamed(ledger) as AnyLedger, reading, null, column).map(({ cell, count }) => ({ value: cell, count })),
    'ledgers.history': ({ ledger, id }: { ledger: string; id: string }) => {
      const { definition, rows } = found(query(ledger))
      const kept = rows.find((one) => rowOf(definition, one).id === id)
      return {
        ...rowOf(definition, kept),
        lines: [
          { seq: 41, type: 'mailing-drafted', at: 1_796_000_000_000, by: '水野 灯里', hash: 'ab'.repeat(32), confirmedBy: null, article: '11(4)', rules: ['R-11', 'R-12', 'R-15', 'R-22'], exception: { cityRef: '青税第123号', reason: '契約の相手方の指定による', second: '𠮷田 美咲' } },
          { seq: 42, type: 'shinten-confirmed', at: 1_796_000_600_000, by: '水野 灯里', hash: 'cd'.repeat(32), confirmedBy: '𠮷田 美咲', article: '11(4)', rules: ['R-14'], exception: null },
          { seq: 45, type: 'mailing-dispatched', at: 1_796_003_600_000, by: '水野 灯里', hash: 'ef'.repeat(32), confirmedBy: null, article: '11(4)', rules: ['R-13', 'R-16'], exception: null },
        ],
        documents: [{ id: 'd1', docNo: 'ひ-R8-017-12', form: 'F-13', issuedAt: 1_796_000_000_000, state: 'issued' }],
      }
    },
    'ledgers.views': () => views,
    'ledgers.saveView': ({ view }: { view: LedgerView }) => (views = [...views.filter(({ name }) => name !== view.name), view]),
    'ledgers.dropView': ({ name }: { name: string }) => (views = views.filter((view) => view.name !== name)),
    'ledgers.export': async ({ into, format }: { into: string; format: string }, tell) => {
      for (let done = 0; done <= 9_999; done += 500) { tell({ done, total: 9_999 }); await new Promise((resolve) => setTimeout(resolve, 20)) }
      return { outcome: 'exported', path: `${into}/送付管理簿_20261211-0900.${format.slice(0, 4).replace('-', '')}`, rows: 9_999, replaced: format === 'csv-cp932' ? ['𠮷'] : [] }
    },
  }
}
