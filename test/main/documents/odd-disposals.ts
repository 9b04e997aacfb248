import type { DocumentRecord } from '../../../core/documents/records.ts'
import { abandonedStick, byAnother, certificateOver, commanded, destructionOver, erasureOf, failedStick, folder, marchNotice, reportOfMarch, shredded } from './certificates.ts'

const badRanges = Array.from({ length: 230 }, (_, i) => ({ what: 'unreadable' as const, lba: i * 100_000, sectors: 10 }))
const reported = { title: '消去・廃棄報告書', result: '例外' } as const

/** Sentences of their own: those of the office may be worded better some day, and no print of the first day may change for it. */
const SENTENCES = ['利用者が指定できる全領域を上書きし、全領域を読み戻して書込値との一致を確認しました。', 'フラッシュ媒体（SSD、USBメモリ等）の予備領域及び代替領域には、上書きが及びません。区分は論理消去（Clear）であり、Purgeではありません。𠮷㊞'.repeat(2), '以上のほか、所見はありません。']

function settled(record: DocumentRecord): DocumentRecord {
  return 'rows' in record ? { ...record, declaration: '本書は受託者による自己証明です。'.repeat(4), rows: record.rows.map((row) => ({ ...row, statements: SENTENCES })) } : record
}

const turns: Record<string, DocumentRecord> = {
  notice: marchNotice,
  'a notice that nobody asked for': { ...marchNotice, requested: null, attendance: null, lines: marchNotice.lines.map((line) => ({ ...line, receipts: [], paths: Array.from({ length: 25 }, (_, i) => `/srv/𠮷/${i}`), myNumber: true })) },
  'a notice withdrawn': { ...marchNotice, revision: 2, revisionKind: '取消', revisionReason: '業務の継続' },
  certificate: certificateOver(),
  'twelve media': certificateOver(Array.from({ length: 12 }, () => erasureOf()), { thirdPartyNo: 'ADEC-0001' }),
  'a sample': certificateOver([erasureOf({ readBack: { how: 'sample', coverage: 100_249, bytes: 1_604_848_640, uncached: true, sampleSeed: 'cd'.repeat(32), missed: 77, samplesBefore: 0, samplesUnchanged: null, bytesPerSecond: null }, again: { result: '合格', coverage: 1_000_000, bytes: 16_008_609_792, uncached: true, badSectors: 0 } })]),
  'a command and another program': certificateOver([commanded, byAnother]),
  report: reportOfMarch,
  'a report on files': certificateOver([folder], reported),
  'a report of an interruption': certificateOver([erasureOf({ result: '中止', ended: null, endedAt: null, seconds: null, readBack: null }), abandonedStick, failedStick], { title: '消去・廃棄報告書', result: '中止', revision: 2, revisionKind: '訂正', revisionReason: '誤記' }),
  'a report of many ranges': certificateOver([erasureOf({ result: '例外', badSectors: 2300, badRanges, badRangesLeftOut: 7, remarks: '取り外しの際に異音がした。'.repeat(30) })], reported),
  destruction: destructionOver(),
  'a destruction without photographs': destructionOver([shredded, { ...shredded, kind: 'paper', medium: null, method: 'physical', destruction: { ...shredded.destruction!, how: '溶解', photos: [], manifestNo: '', outsourcer: '' } }]),
}

/** Notices, certificates and reports that take every turn of their forms: their prints are kept in test/vectors, and must come out the same for ever. */
export const oddDisposals: Record<string, DocumentRecord> = Object.fromEntries(Object.entries(turns).map(([name, record]) => [name, settled(record)]))
