import { contractNamed } from '../contracts/use.ts'
import { readItemRef } from '../documents/item-refs.ts'
import type { CustodyReceipt } from '../documents/records.ts'
import type { ItemEnd } from '../handovers/item.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Figures } from '../settlement/settlement.ts'
import { type Instant, instantOf } from '../time.ts'
import type { World } from '../world.ts'
import { contradictionsIn } from './contradictions.ts'
import { comparedWith } from './designating.ts'
import { type CertifiedRow, type Paper, type Papers, papersOf, type ReturnedRow } from './papers.ts'
import type { CitySettlement, SettledItem, SettledReceipt } from './settling.ts'

/** 精算 (Art. 15①) of one contract, from imported documents alone, with every contradiction among them. */
export const citySettlement = (world: World, { contractId }: { contractId: string }): Promise<CitySettlement> => look(world, (reading) => settlementOf(reading, contractId, world.now()))

/** The same of one reading. Every item of every receipt is counted once. */
export function settlementOf(reading: Reading, contractId: string, at: Instant): CitySettlement {
  const { id } = contractNamed(reading, contractId)
  const papers = papersOf(reading, id)
  const said = sayings(papers)
  const receipts = papers.receipts.map((paper) => settledReceipt(reading, id, paper, said))
  const total = sum(receipts.map(({ figures }) => figures))
  const confirmed = papers.confirmation && reading.list('answered', id).find(({ importedId, supersededBy }) => importedId === papers.confirmation?.imported.id && supersededBy === null)
  return {
    contractId: id, at, receipts, total, contradictions: contradictionsIn(reading, id, papers, receipts),
    confirmation: papers.confirmation && { importedId: papers.confirmation.imported.id, docNo: papers.confirmation.record.docNo, confirmedBy: confirmed?.approvalNo ?? null },
  }
}

/** What the papers say of each item, by `receipt:item`. */
interface Said { returned: ReturnedRow[]; passed: CertifiedRow[]; failed: CertifiedRow[]; waiting: string[] }

function sayings({ rows, notices, returned, receipts }: Papers): Map<string, Said> {
  const said = new Map<string, Said>()
  const of = (receiptNo: string, item: number): Said => {
    const key = `${receiptNo}:${item}`
    const one = said.get(key) ?? { returned: [], passed: [], failed: [], waiting: [] }
    said.set(key, one)
    return one
  }
  const each = (refs: readonly string[], tell: (one: Said) => void): void => {
    for (const { receiptNo, items } of refs.map(readItemRef)) for (const item of items ?? []) tell(of(receiptNo, item))
  }
  for (const certified of rows) each(certified.row.receipts, (one) => (certified.row.result === '合格' ? one.passed : one.failed).push(certified))
  for (const { record } of notices) {
    for (const line of record.lines) {
      const isDone = rows.some(({ row }) => row.result === '合格' && row.plan.no === record.plan.no && row.plan.line === line.no)
      if (!isDone) each(line.receipts, (one) => one.waiting.push(record.docNo))
    }
  }
  for (const row of returned) {
    const no = row.itemNo ?? soleItemNamed(receipts, row)
    if (no !== null) of(row.receiptNo, no).returned.push(row)
  }
  return said
}

/** Forms that name no number of the item name the thing; two of one name are no answer. */
function soleItemNamed(receipts: readonly Paper<CustodyReceipt>[], { receiptNo, name }: ReturnedRow): number | null {
  const named = receipts.find(({ record }) => record.docNo === receiptNo)?.record.items.filter((item) => item.name === name) ?? []
  return named.length === 1 ? named[0]?.no ?? null : null
}

function settledReceipt(reading: Reading, contractId: string, { imported, record }: Paper<CustodyReceipt>, said: Map<string, Said>): SettledReceipt {
  const items = record.items.map(({ no, name, infoKind, importanceClass, count }): SettledItem => ({ no, name, infoKind, importanceClass, count, ...endOf(said.get(`${record.docNo}:${no}`)) }))
  return {
    importedId: imported.id, receiptNo: record.docNo, revision: record.revision, purpose: record.handover.purpose, receivedAt: instantOf(record.handover.actual.at), items,
    figures: sum(items.map(figuresOf)), designation: comparedWith(reading, contractId, record),
  }
}

/** It went back, or it was erased or destroyed; and neither a copy that was left nor a notice without its certificate speaks against that. */
function endOf(said: Said | undefined): Pick<SettledItem, 'end' | 'documents' | 'waits'> {
  if (!said) return { end: null, documents: [], waits: [{ why: 'no-document', docNo: '' }] }
  const { returned, passed, failed, waiting } = said
  const [back] = returned
  const destroyed = passed.some(({ row }) => row.destruction !== null)
  const told: ItemEnd | null = back ? (back.delivered ? 'delivered' : 'returned') : passed.length > 0 ? (destroyed ? 'disposed' : 'erased') : null
  const waits: SettledItem['waits'] = [
    ...(told === null && failed.length === 0 && waiting.length === 0 ? [{ why: 'no-document' as const, docNo: '' }] : []),
    ...(passed.length === 0 ? failed.map(({ docNo }) => ({ why: 'not-passed' as const, docNo })) : []),
    ...(passed.length === 0 ? returned.filter(({ left }) => left === '有').map(({ docNo }) => ({ why: 'copies-left' as const, docNo })) : []),
    ...[...new Set(waiting)].map((docNo) => ({ why: 'notice-open' as const, docNo })),
  ]
  return { end: waits.length === 0 ? told : null, documents: [...new Set([...returned.map(({ docNo }) => docNo), ...passed.map(({ docNo }) => docNo)])], waits }
}

const NOTHING: Figures = { received: 0, returned: 0, delivered: 0, erased: 0, disposed: 0, remaining: 0 }
const figuresOf = ({ end }: SettledItem): Figures => ({ ...NOTHING, received: 1, [end ?? 'remaining']: 1 })

function sum(all: readonly Figures[]): Figures {
  const keys = Object.keys(NOTHING) as (keyof Figures)[]
  return all.reduce((total, each) => Object.fromEntries(keys.map((key) => [key, total[key] + each[key]])) as Figures, NOTHING)
}
