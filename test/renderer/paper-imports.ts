import { septemberReceipt } from '../main/documents/receipts.ts'
import type { Scene } from './paper-desk.ts'
import * as facts from './paper-facts.ts'

/** A city's imports, on paper. */
type Answer = (input: never, tell: (progress: unknown) => void) => unknown
const at = facts.at
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
const LONG = '長い名前の確認のための文字列'.repeat(12)

const kept = (name: string) => ({ blob: `blob-${name}`, name, size: 1200, sha256: 'ab'.repeat(32) })
const taken = facts.imported.map((one) => ({ ...one, record: septemberReceipt, files: [kept(`${one.docNo}.pdf`), kept(`${one.docNo}.csv`)], papers: one.id === 'x1' ? [{ at: at('2026-12-08T09:00:00'), by: 'p1' }] : [] }))
const chain = [...taken, { ...taken[0], id: 'x3', revision: 2, importedAt: at('2026-12-09T11:00:00'), cityReceiptNo: 'R8税収1251' }, { ...taken[0], supersededBy: 'x3' }].filter((one, i, all) => all.findLastIndex(({ id }) => id === one.id) === i)

const run = (id: string, hour: string, more: object = {}) => ({ id, at: at(hour), endedAt: at(hour), by: 'p1', outcome: 'ended', files: 4, contractId: 'c1', imported: 2, already: 1, partly: 1, refused: 1, ...more })
const runs = [run('r2', '2026-12-10T17:00:00'), run('r1', '2026-12-07T14:00:00', { imported: 12, already: 0, partly: 0, refused: 0, outcome: 'abandoned', files: 31 })]

const differences = [
  { field: '件数', row: 1, expected: '12', found: '13' }, { field: '引渡者', row: null, expected: '青葉野市 税務課 主査　森川 奏', found: '別の人' },
]
const signatureAbsent = [{ code: 'signature-absent', field: null, facts: {} }]

function results(isLong: boolean) {
  const many = isLong ? Array.from({ length: 40 }, (_, n) => ({ field: `${LONG}${n}`, row: n, expected: LONG.repeat(3), found: '' })) : differences
  return [
    { verification: facts.verification('A-R8-017-003.pdf', 'verified'), outcome: 'imported', imported: { ...taken[0], cityReceiptNo: 'R8税収1234' }, differences: [], run: 'r2' },
    { verification: facts.verification('A-R8-017-002.csv', 'values-only', signatureAbsent), outcome: 'imported', imported: taken[1], differences: [], run: 'r2' },
    { verification: facts.verification('A-R8-017-001.pdf', 'verified'), outcome: 'already', imported: taken[0], differences: [], run: 'r2' },
    { verification: { ...facts.verification('A-R8-017-001.png', 'values-only', [{ code: 'qr-proves-its-own', field: null, facts: { docNo: 'A-R8-017-001', organisation: '株式会社ひかりの丘データサービス', issuedOn: '2026-12-07' } }, { code: 'paper-matches', field: null, facts: { docNo: 'A-R8-017-001', revision: 1, verdict: 'verified' } }]), body: 'qr' }, outcome: 'already', imported: taken[0], differences: [], run: 'r2' },
    { verification: facts.verification(`/home/morikawa/${isLong ? LONG : 'A-R8-017-004'}.csv`, 'refused', [{ code: 'csv-value-differs', field: '件数', facts: { row: 1, column: '件数' } }]), outcome: 'refused', imported: null, differences: many, run: 'r2' },
    { verification: { ...facts.verification('メモ.txt', 'refused', [{ code: 'file-not-recognised', field: null, facts: {} }]), document: null, body: null }, outcome: 'refused', imported: null, differences: [], run: 'r2' },
  ]
}

export const importAnswers = (scene: Scene, some: <T>(list: readonly T[]) => readonly T[]): Record<string, Answer> => ({
  'city.imported': () => (scene === 'city' ? chain : some(taken)),
  'city.import': async (_: never, tell) => {
    for (let done = 0; done <= 6; done++) { tell({ done, total: 6 }); await pause(80) }
    return results(scene === 'city-hostile')
  },
  'city.runs': () => (scene === 'city-empty' ? [] : runs), 'city.checkRun': () => ({ characters: ['𠮷', '㊞'] }), 'city.saveRun': ({ into }: { into: string }) => ({ outcome: 'exported', path: `${into}/取込結果一覧_20261210-170000.pdf`, rows: 6, replaced: [] }),
  'city.comparePaper': ({ docNo }: { docNo?: string }) => ({ outcome: docNo ? 'differs' : 'matches', imported: taken[0] }),
  'documents.checkCp932': () => [{ docNo: 'A-R8-017-001', row: 1, column: '受領者', character: '𠮷' }],
  'documents.checkExport': () => [{ docNo: 'A-R8-017-001', row: 1, column: '受領者', character: '𠮷' }, { docNo: 'A-R8-017-002', row: 1, column: '受領者', character: '𠮷' }],
  'documents.export': ({ into }: { into: string }) => ({ path: `${into}/azukari_receipts_R8-税-017_20261211.csv`, documents: 2, without: [], replaced: [] }),
  'evidence.pack': ({ into }: { into: string }) => ({ outcome: 'packed', path: `${into}/証跡_R8-税-017_20261211-1500.zip`, bytes: 1_204_551, documents: 6, entries: 214, shared: 1 }),
}) as Record<string, Answer>
