import fc from 'fast-check'
import type { CustodyReceipt } from '../../../core/documents/records.ts'
import type { ReceiptItem } from './receipts.ts'

/** Text as people and their files have it, and as those have it who mean harm: quotes, formulas, line ends, 𠮷. */
export const anyText = (max: number): fc.Arbitrary<string> => fc.oneof(
  fc.constantFrom('', '=1+1', '+81', '-', '@x', "'", "''0", '"', '","', '\r\n', '\n', '\t', '0012', '4.01E+11', '1/2', '2026-12-07', '𠮷田㊞', '〓', 'a〓b', ' ', '有', '＝', '123456789012'),
  fc.string({ unit: 'binary', maxLength: max }), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '0', '〓', '𠮷', '髙', '¥', '〜'), maxLength: max }),
).filter((text) => text.isWellFormed() && text.length <= max && !text.includes('\0'))

export const anyInstant = fc.integer({ min: Date.parse('2019-05-01T00:00:00Z') / 1000, max: Date.parse('2100-01-01T00:00:00Z') / 1000 })
  .map((seconds) => `${new Date((seconds + 9 * 3600) * 1000).toISOString().slice(0, 19)}+09:00`)
export const anyDay = anyInstant.map((iso) => iso.slice(0, 10))
export const anyHash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const anyMeans = fc.constantFrom('手渡し', '書留', '簡易書留', 'セキュリティ便', '電子メール', 'ファイル交換', 'その他')
export const whole = fc.oneof(fc.nat(), fc.constantFrom(0, 1, 12, 99_999_999_999, Number.MAX_SAFE_INTEGER))
const circumstances = fc.record({ means: anyMeans, at: anyInstant, place: anyText(40) })
export const or = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })

const anyItem: fc.Arbitrary<ReceiptItem> = fc.record({
  no: fc.integer({ min: 1, max: 200_000 }), name: anyText(60).filter((name) => name !== ''), infoKind: anyText(20), form: fc.constantFrom('電磁的記録媒体', '電子ファイル', '紙'),
  count: or(whole), size: whole, sha256: anyHash, importanceClass: fc.constantFrom('最重要情報', '重要情報', 'その他'), personalInfo: fc.boolean(), sensitive: fc.boolean(), myNumber: fc.boolean(),
})

/** What every letter begins and ends with. */
export const anyLetter = {
  v: fc.constant(1 as const), docNo: anyText(40).filter((no) => no !== ''), revision: fc.integer({ min: 1, max: 999 }),
  revisionKind: fc.constantFrom('新規' as const, '訂正' as const, '取消' as const), revisionReason: anyText(30), issuedAt: anyInstant,
  addressee: fc.record({ organisation: anyText(20), name: anyText(20), section: anyText(20) }),
  sender: fc.record({ organisation: anyText(20), address: anyText(20), representative: anyText(20) }),
  contact: fc.record({ name: anyText(20), tel: anyText(20), email: anyText(20) }),
  contract: fc.record({ contractNo: anyText(20), title: anyText(20) }), articleRef: anyText(20),
  keys: fc.record({ rootFingerprint: anyHash, checkpointKeyId: anyText(20) }),
  witness: or(fc.record({ checkpoint: anyText(60), seq: whole, leafHash: anyHash, proof: fc.array(anyHash, { maxLength: 3 }) })),
}

/** Any record that the schema of F-25 allows. */
export const anyReceipt: fc.Arbitrary<CustodyReceipt> = fc.record({
  ...anyLetter, form: fc.constant('F-25' as const), template: fc.constant('F-25/1' as const),
  handover: fc.record({
    designated: circumstances, actual: circumstances, exception: or(fc.record({ cityRef: anyText(20), reason: anyText(20) })),
    difference: or(fc.record({ cityRef: anyText(20), note: anyText(20), count: whole })), deliveredBy: anyText(20), receivedBy: anyText(20), purpose: anyText(20), storagePlace: anyText(20),
    returnDueOn: or(anyDay), returnConditions: anyText(20), remarks: anyText(60),
  }),
  medium: or(fc.record({ no: anyText(20), type: anyText(20), serial: anyText(20), owner: fc.constantFrom('甲', '乙'), ownerNo: anyText(20) })),
  items: fc.array(anyItem, { minLength: 1, maxLength: 4 }),
  totals: fc.record({ items: whole.map((n) => Math.max(1, n)), count: or(whole), bytes: whole }),
})
