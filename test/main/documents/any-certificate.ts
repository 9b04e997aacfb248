import fc from 'fast-check'
import { type DestructionCertificate, type DisposalNotice, type Disposed, type ErasureCertificate, worstOf } from '../../../core/documents/disposal-records.ts'
import { WipeLimit } from '../../../core/wipes/files.ts'
import { anyDay, anyHash, anyInstant, anyLetter, anyText, or, whole } from './any-receipt.ts'

const some = (max = 20): fc.Arbitrary<string> => anyText(max).filter((text) => text !== '')
const oneOf = <const T extends readonly unknown[]>(...values: T): fc.Arbitrary<T[number]> => fc.constantFrom(...values)
const millionths = fc.integer({ min: 0, max: 1_000_000 })

const subject = {
  kind: oneOf('medium', 'files', 'paper', 'vault'), information: some(), receipts: fc.array(anyText(10), { maxLength: 3 }), importanceClass: oneOf('最重要情報', '重要情報', 'その他'), myNumber: fc.boolean(), mediaName: some(),
  quantity: fc.integer({ min: 1, max: 99 }), unit: anyText(5), afterwards: oneOf('返却', '再利用', '廃棄'), method: oneOf('overwrite-tile', 'overwrite-zero', 'overwrite-complement', 'files', 'command', 'physical', 'external', 'vault'),
  medium: or(fc.record({ no: some(), type: oneOf('USBメモリ', '外付けHDD', '光ディスク', 'その他'), maker: anyText(10), model: anyText(10), serial: anyText(10), owner: oneOf('甲', '乙'), ownerNo: anyText(10), capacityBytes: or(whole) })),
  paths: fc.array(anyText(20), { maxLength: 3 }), methodWords: anyText(20), level: oneOf('Clear', 'Purge', 'Destroy'), category: anyText(20), consentRef: anyText(10),
}

const anyFiles = fc.record({
  listSha256: anyHash, names: whole, files: whole, bytes: whole, leftOut: whole, value: anyText(20), end: or(oneOf('whole', 'with-exceptions', 'abandoned', 'failed')), reason: anyText(20), overwritten: whole, removedOnly: whole, failed: whole,
  notReached: whole, bytesOverwritten: whole, readFromCache: whole, limits: fc.array(fc.constantFrom(...WipeLimit.options), { maxLength: 3 }),
  exceptions: fc.array(fc.record({ path: anyText(20), outcome: oneOf('overwritten', 'removed-only', 'failed', 'not-reached'), trouble: or(oneOf('hard-link', 'gone', 'other')), system: or(anyText(10)) }), { maxLength: 3 }), exceptionsMore: whole,
  freeSpace: fc.array(fc.record({ fileSystem: anyText(10), outcome: oneOf('filled', 'failed', 'abandoned'), bytesWritten: whole, notReached: whole, bytesDiffering: whole }), { maxLength: 2 }),
})

/** Any row that the schema allows, whether or not an office could come to it. */
export const anyDisposed = (destroyed: boolean): fc.Arbitrary<Disposed> => fc.record({
  no: fc.integer({ min: 1, max: 200 }), ...subject, plan: fc.record({ no: anyText(10), line: fc.integer({ min: 1, max: 500 }), plannedOn: anyDay, operator: anyText(10), verifier: anyText(10) }),
  notice: fc.record({ docNo: anyText(10), submittedOn: or(anyDay), cityRef: anyText(10) }),
  drive: or(fc.record({ maker: anyText(10), model: anyText(10), firmware: anyText(10), serial: anyText(10), bus: oneOf('usb', 'nvme', 'loop', 'unknown'), kind: oneOf('HDD', 'SSD', 'flash', 'image', 'unknown'), bytes: whole, sectorBytes: oneOf(512, 4096), sectors: whole })),
  scope: anyText(20), software: anyText(10), begunAt: anyInstant, endedAt: or(anyInstant), seconds: or(whole), ended: or(oneOf('finished', 'abandoned', 'device-gone', 'failing', 'not-the-same', 'failed')), reason: anyText(20), reachedLba: or(whole),
  written: or(fc.record({ passes: whole, value: anyText(10), bytes: whole, sectors: whole, errors: whole, resumes: whole, bytesPerSecond: or(whole), seedSha256: or(anyHash) })),
  readBack: or(fc.record({ how: oneOf('full', 'sample', 'none'), coverage: millionths, bytes: whole, uncached: fc.boolean(), sampleSeed: anyText(10), missed: or(fc.integer({ min: 0, max: 100 })), samplesBefore: whole, samplesUnchanged: or(whole), bytesPerSecond: or(whole) })),
  again: or(fc.record({ result: oneOf('合格', '例外', '不合格', '中止'), coverage: millionths, bytes: whole, uncached: fc.boolean(), badSectors: whole })), files: or(anyFiles),
  command: or(fc.record({ method: oneOf('nvme-sanitize-crypto', 'ata-security-erase'), outcome: or(oneOf('done', 'unknown', 'failed')), reliesOnEncryption: fc.boolean(), samplePlaces: whole, samplesUnchanged: or(whole), passwordLeft: fc.boolean() })),
  external: or(fc.record({ tool: oneOf('nwipe', 'Blancco'), version: anyText(10), method: anyText(10), serial: anyText(10), model: anyText(10), started: anyText(10), ended: anyText(10), result: oneOf('erased', 'failed', 'aborted'), errors: fc.array(anyText(10), { maxLength: 2 }), file: anyText(10), sha256: anyHash, bytes: whole, performedBy: anyText(10) })),
  badSectors: whole, badRanges: fc.array(fc.record({ what: oneOf('unwritable', 'unreadable', 'differs'), lba: whole, sectors: fc.integer({ min: 1, max: 1e9 }) }), { maxLength: 4 }), badRangesLeftOut: whole,
  misplaced: fc.array(fc.record({ lba: whole, sectors: fc.integer({ min: 1, max: 1e9 }), holds: whole }), { maxLength: 3 }), bytesInTruth: or(whole),
  destruction: destroyed ? fc.record({ how: oneOf('破砕', '穿孔', '裁断', '溶解', '焼却', '磁気消去'), at: anyInstant, place: anyText(10), performedBy: anyText(10), outsourcer: anyText(10), manifestNo: anyText(10), photos: fc.array(fc.record({ name: anyText(20), sha256: anyHash, when: oneOf('前', '後') }), { maxLength: 3 }) }) : fc.constant(null),
  place: anyText(10), operator: anyText(10), verifier: anyText(10), verifiedAt: anyInstant, witness: or(fc.record({ organisation: anyText(10), name: anyText(10), confirmed: fc.boolean() })),
  result: destroyed ? fc.constant('合格' as const) : oneOf('合格', '例外', '不合格', '中止'), statements: fc.array(anyText(40), { maxLength: 4 }), remarks: anyText(40),
}) as fc.Arbitrary<Disposed>

const rest = { sealNo: anyText(10), thirdPartyNo: anyText(10), declaration: anyText(40) }

export const anyErasure: fc.Arbitrary<ErasureCertificate> = fc.record({ ...anyLetter, form: fc.constant('F-30' as const), template: fc.constant('F-30/1' as const), rows: fc.array(anyDisposed(false), { minLength: 1, maxLength: 3 }), ...rest }).map((record) => {
  const result = worstOf(record.rows.map((row) => row.result))
  return { ...record, result, title: result === '合格' ? 'データ消去証明書' as const : '消去・廃棄報告書' as const }
})

export const anyDestruction: fc.Arbitrary<DestructionCertificate> = fc.record({
  ...anyLetter, form: fc.constant('F-31' as const), template: fc.constant('F-31/1' as const), title: fc.constant('物理破壊証明書' as const), result: fc.constant('合格' as const), rows: fc.array(anyDisposed(true), { minLength: 1, maxLength: 3 }), ...rest,
})

export const anyNotice: fc.Arbitrary<DisposalNotice> = fc.record({
  ...anyLetter, form: fc.constant('F-28' as const), template: fc.constant('F-28/1' as const),
  plan: fc.record({ no: anyText(10), decidedAt: anyInstant, plannedOn: anyDay, place: anyText(10), operator: anyText(10), verifier: anyText(10), outsourcer: anyText(10), remarks: anyText(60) }),
  requested: or(fc.record({ by: anyText(10), at: anyInstant, dueOn: or(anyDay) })), attendance: or(fc.record({ organisation: anyText(10), name: anyText(10) })),
  lines: fc.array(fc.record({ no: fc.integer({ min: 1, max: 500 }), ...subject }), { minLength: 1, maxLength: 3 }),
}) as fc.Arbitrary<DisposalNotice>
