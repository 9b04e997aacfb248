import { readItemRef } from '../documents/item-refs.ts'
import type { Reading } from '../ledger/shelf.ts'
import { sameWords } from '../text.ts'
import { dayOf, instantOf } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import type { CertifiedRow, Papers } from './papers.ts'
import type { Contradiction, SettledReceipt } from './settling.ts'

/**
 * Everything that two papers of one contract say and that cannot both be so (product §5.3): receipts that nobody knows, execution before its notice,
 * one person in both parts, serial numbers, things returned twice, sums that differ. What nobody signed is named, since it is not counted.
 */
export function contradictionsIn(reading: Reading, contractId: string, papers: Papers, settled: readonly SettledReceipt[]): Contradiction[] {
  return [
    ...papers.unsigned.map(({ docNo }) => found('not-counted', null, [docNo])),
    ...settled.flatMap(designations), ...papers.rows.flatMap((one) => [...references(one.docNo, one.row.receipts, papers), ...times(one, papers), ...persons(one), ...serials(one, papers), ...attendance(reading, contractId, one)]),
    ...papers.notices.flatMap(({ record }) => record.lines.flatMap(({ receipts }) => references(record.docNo, receipts, papers))),
    ...returns(papers), ...sums(papers, settled),
  ]
}

const found = (code: Contradiction['code'], article: string | null, documents: readonly string[], facts: Contradiction['facts'] = {}): Contradiction => ({ code, article, documents: [...documents], facts })

function designations({ receiptNo, designation }: SettledReceipt): Contradiction[] {
  return (designation?.mismatches ?? []).filter(({ consent }) => consent === '').map(({ what, item, designated, received }) => found('not-as-designated', '14', [receiptNo], { no: designation?.no ?? '', what, item, designated, received }))
}

/** Receipts and items that a document speaks of must have come in. */
function references(docNo: string, refs: readonly string[], { receipts, cancelled }: Papers): Contradiction[] {
  return refs.map(readItemRef).flatMap(({ receiptNo, items }) => {
    const receipt = receipts.find(({ record }) => record.docNo === receiptNo)?.record
    if (!receipt) return [found(cancelled.has(receiptNo) ? 'cancelled-but-used' : 'receipt-unknown', '14', [docNo, receiptNo])]
    if (items === null) return [found('items-not-named', '15⑤', [docNo, receiptNo])]
    const unknown = items.filter((no) => !receipt.items.some((item) => item.no === no))
    return unknown.length === 0 ? [] : [found('item-unknown', '15⑤', [docNo, receiptNo], { items: unknown.slice(0, 20).join('、') })]
  })
}

/** Art. 15②: the notice, then the execution; and nothing ends before it came. */
function times({ docNo, row }: CertifiedRow, { notices, receipts }: Papers): Contradiction[] {
  const begun = instantOf(row.begunAt)
  const notice = notices.find(({ record }) => record.docNo === row.notice.docNo)?.record
  const early = row.receipts.map(readItemRef).flatMap(({ receiptNo }) => receipts.filter(({ record }) => record.docNo === receiptNo && instantOf(record.handover.actual.at) > begun))
  return [
    ...(row.notice.docNo !== '' && !notice ? [found('notice-unknown', '15②', [docNo, row.notice.docNo])] : []),
    ...(notice && (instantOf(notice.issuedAt) > begun || (row.notice.submittedOn !== null && row.notice.submittedOn > dayOf(begun)))
      ? [found('executed-before-notice', '15②', [docNo, notice.docNo], { row: String(row.no), begun: warekiTime(begun), noticed: warekiTime(instantOf(notice.issuedAt)) })] : []),
    ...early.map(({ record }) => found('ended-before-receipt', '14', [docNo, record.docNo], { row: String(row.no), begun: warekiTime(begun), received: warekiTime(instantOf(record.handover.actual.at)) })),
  ]
}

/** */
const persons = ({ docNo, row: { no, operator, verifier } }: CertifiedRow): Contradiction[] => (sameWords(operator, verifier) ? [found('operator-is-verifier', '15⑤', [docNo], { row: String(no), person: operator })] : [])

/** One medium has one serial number: in the register, in the machine, in the notice and on the receipt. */
function serials({ docNo, row: { no, medium, drive, notice, receipts: refs } }: CertifiedRow, { notices, receipts }: Papers): Contradiction[] {
  if (!medium) return []
  const facts = (other: string) => ({ row: String(no), medium: medium.no, serial: medium.serial, other })
  const differs = (other: string | undefined): other is string => other !== undefined && other !== '' && !sameWords(other, medium.serial)
  const noticed = notices.find(({ record }) => record.docNo === notice.docNo)?.record
  const ofNotice = noticed?.lines.find((line) => line.medium?.no === medium.no)?.medium?.serial
  const received = receipts.filter(({ record }) => refs.some((ref) => readItemRef(ref).receiptNo === record.docNo) && record.medium?.no === medium.no)
  return [
    ...(differs(drive?.serial) ? [found('serial-differs-from-drive', '15⑤', [docNo], facts(drive?.serial ?? ''))] : []),
    ...(differs(ofNotice) ? [found('serial-differs-from-notice', '15②', [docNo, noticed?.docNo ?? ''], facts(ofNotice))] : []),
    ...received.flatMap(({ record }) => (differs(record.medium?.serial) ? [found('serial-differs-from-receipt', '14', [docNo, record.docNo], facts(record.medium?.serial ?? ''))] : [])),
  ]
}

/** Art. 15③: the city asked to be there, and the certificate knows nothing of it. */
function attendance(reading: Reading, contractId: string, { docNo, row }: CertifiedRow): Contradiction[] {
  const asked = reading.list('answered', contractId).find(({ of, attendance: who, supersededBy }) => supersededBy === null && who !== null && of.docNo === row.notice.docNo && row.notice.docNo !== '')
  return asked && row.witness === null ? [found('attendance-not-kept', '15③', [docNo, row.notice.docNo], { row: String(row.no), name: asked.attendance?.name ?? '' })] : []
}

/** Art. 15①: what went back once does not go back again. */
function returns({ returned, receipts, cancelled }: Papers): Contradiction[] {
  const byItem = new Map<string, typeof returned[number][]>()
  for (const row of returned) if (row.itemNo !== null) byItem.set(`${row.receiptNo}:${row.itemNo}`, [...(byItem.get(`${row.receiptNo}:${row.itemNo}`) ?? []), row])
  const twice = [...byItem.values()].filter((rows) => rows.length > 1).map((rows) => found('returned-twice', '15①', [...new Set(rows.map(({ docNo }) => docNo))], { receiptNo: rows[0]?.receiptNo ?? '', name: rows[0]?.name ?? '' }))
  const unknown = [...new Set(returned.map(({ docNo, receiptNo }) => `${docNo}\n${receiptNo}`))].map((pair) => pair.split('\n') as [string, string])
    .filter(([, receiptNo]) => !receipts.some(({ record }) => record.docNo === receiptNo)).map((pair) => found(cancelled.has(pair[1]) ? 'cancelled-but-used' : 'receipt-unknown', '14', pair))
  const items = returned.flatMap(({ docNo, receiptNo, itemNo }) => {
    const receipt = receipts.find(({ record }) => record.docNo === receiptNo)?.record
    return receipt && itemNo !== null && !receipt.items.some(({ no }) => no === itemNo) ? [found('item-unknown', '15①', [docNo, receiptNo], { items: String(itemNo) })] : []
  })
  return [...twice, ...unknown, ...items]
}

/** The contractor's last count against the city's, figure by figure. */
function sums({ confirmation }: Papers, settled: readonly SettledReceipt[]): Contradiction[] {
  if (!confirmation) return []
  const { record: { docNo }, rows } = confirmation
  const known = rows.filter(({ receiptNo }) => !receiptNo.startsWith('（') && !receiptNo.endsWith('（差替え前）'))
  return [
    ...known.filter(({ receiptNo }) => !settled.some((receipt) => receipt.receiptNo === receiptNo)).map(({ receiptNo }) => found('receipt-unknown', '14', [docNo, receiptNo])),
    ...settled.flatMap(({ receiptNo, figures }) => {
      const row = known.find((one) => one.receiptNo === receiptNo)
      if (!row) return [found('receipt-not-confirmed', '15①', [docNo, receiptNo])]
      return (Object.keys(figures) as (keyof typeof figures)[]).filter((key) => row.figures[key] !== String(figures[key])).map((key) => found('figures-differ', '15①', [docNo, receiptNo], { figure: key, said: row.figures[key], counted: String(figures[key]) }))
    }),
  ]
}
