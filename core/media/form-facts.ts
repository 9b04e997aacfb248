import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import { mediaOfContract } from '../settlement/media.ts'
import { dayOf, isoJst } from '../time.ts'
import { wareki } from '../words/dates.ts'
import type { Medium } from './medium.ts'
import type { StockFinding, StockTake } from './stock-take.ts'

/** F-15 媒体管理簿 (Art. 11(5)): our media, blank or not, and those of this city; another city's are nobody's business here. */
export const mediaRegisterForm: FormSource = {
  form: 'F-15',
  enteredAt: '/media',
  facts: (reading, { contract, now }) => ({ fields: { asOf: wareki(dayOf(now)) }, tables: { media: mediaFor(reading, contract.id).map((medium) => registerRow(reading, medium)) } }),
}

/** F-16 棚卸記録 (Art. 11(5)): one count, medium by medium, as it came out. */
export const stockTakeForm: FormSource = {
  form: 'F-16',
  enteredAt: '/media/stock',
  subjects: (reading) => reading.list('stock-take').sort((a, b) => a.at - b.at).map(({ id, no, at }) => ({ id, label: `${no}　${wareki(dayOf(at))}` })),
  facts: (reading, { contract, subjectId }) => {
    const stockTake = subjectId === null ? undefined : reading.get('stock-take', subjectId)
    if (!stockTake) return { fields: {}, tables: {} }
    const ours = new Set<string>(mediaFor(reading, contract.id).map(({ no }) => no))
    const findings = stockTake.findings.filter(({ medium }) => medium === null || ours.has(medium))
    return {
      fields: { takenAt: isoJst(stockTake.at), takenBy: reading.get('person', stockTake.by)?.name ?? '', witness: stockTake.attendedBy, differences: String(findings.length), remarks: stockTake.remarks },
      tables: { media: countedRows(reading, stockTake, ours, findings) },
      subjects: [stockTake.id],
    }
  },
}

function mediaFor(reading: Reading, contractId: string): Medium[] {
  const citys = new Set(mediaOfContract(reading, contractId).map(({ medium }) => medium.no))
  return reading.list('medium').filter(({ owner, no }) => owner === '乙' || citys.has(no)).sort((a, b) => a.no.localeCompare(b.no))
}

function registerRow(reading: Reading, { no, registeredAt, type, maker, model, serial, capacityBytes, owner, ownerNo, storagePlace, lockType, keyHolder, state }: Medium): Record<string, string> {
  const gone = reading.list('wipe').findLast((wipe) => wipe.medium === no && wipe.destruction !== null && wipe.verified !== null)
  const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n')
  return {
    noAndDay: lines(no, wareki(dayOf(registeredAt))), productAndType: type, makerAndModel: lines(maker, model), serial, capacityAndEncryption: capacityBytes === null ? '' : gigabytes(capacityBytes),
    owner: lines(owner, ownerNo), keeping: lines(storagePlace, `${lockType}・${keyHolder}`), use: '', stateAndEnd: lines(state, gone ? wareki(dayOf(gone.begunAt)) : ''),
  }
}

/** Decimal, as it stands on the label of the medium. */
const gigabytes = (bytes: number): string => (bytes >= 1e9 ? `${Math.round(bytes / 1e8) / 10} GB` : `${Math.round(bytes / 1e5) / 10} MB`)

function countedRows(reading: Reading, { seen }: StockTake, ours: ReadonlySet<string>, findings: readonly StockFinding[]): Record<string, string>[] {
  const strangers = findings.filter(({ medium }) => medium === null).map(({ said, found }) => ({ no: '未登録', serial: said, present: '○', recordedPlace: '', placeMatches: '', difference: WORDS.unregistered, correction: found }))
  const counted = new Set<string>([...seen.map(({ medium }) => medium as string), ...findings.flatMap(({ medium }) => medium ?? [])])
  const rows = [...counted].filter((no) => ours.has(no)).sort().map((no) => {
    const medium = reading.get('medium', no)
    const finding = findings.find((one) => one.medium === no)
    return {
      no, serial: medium?.serial ?? '', present: finding?.kind === 'missing' ? '×' : '○', recordedPlace: finding?.expected ?? medium?.storagePlace ?? '', placeMatches: finding?.kind === 'missing' ? '―' : finding?.kind === 'elsewhere' ? '×' : '○',
      difference: finding ? `${WORDS[finding.kind]}${finding.kind === 'elsewhere' ? `（${finding.found}）` : ''}` : '', correction: '',
    }
  })
  return [...rows, ...strangers]
}

const WORDS: Readonly<Record<StockFinding['kind'], string>> = { missing: '見当たらない', elsewhere: '別の場所にある', 'should-be-away': '手元にないはずのものがある', unregistered: '登録がない' }
