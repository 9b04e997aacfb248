import type { DestructionCertificate, DisposalNotice, Disposed, ErasureCertificate } from '../../../core/documents/disposal-records.ts'
import { DECLARATION, statementsOn } from '../../../core/wipes/statements.ts'
import { septemberReceipt } from './receipts.ts'

const { handover: _, medium: __, items: ___, totals: ____, form: _____, template: ______, ...letter } = septemberReceipt

const redStick: NonNullable<Disposed['medium']> = { no: 'MED-2026-0003', type: 'USBメモリ', maker: '架空電子', model: 'KD-16U3', serial: 'AZ0003K7Q1', owner: '乙', ownerNo: '', capacityBytes: 16_000_000_000 }

/** 消去・廃棄届出書 N-R8-017-001 of 令和9年3月10日: the stick and the working folder of the scenario. */
export const marchNotice: DisposalNotice = {
  ...letter, form: 'F-28', template: 'F-28/1', docNo: 'N-R8-017-001', issuedAt: '2027-03-10T10:00:00+09:00', articleRef: '第15条第2項',
  plan: { no: 'D-R8-017-001', decidedAt: '2027-03-10T09:40:00+09:00', plannedOn: '2027-03-17', place: '本社3階 第2作業室', operator: '大庭 健吾', verifier: '水野 灯里', outsourcer: '', remarks: '' },
  requested: { by: '青葉野市 税務課　森川 奏', at: '2027-03-09T15:00:00+09:00', dueOn: '2027-03-12' },
  attendance: { organisation: '青葉野市 総務部税務課', name: '森川 奏' },
  lines: [
    {
      no: 1, kind: 'medium', information: '納税通知書データ（割付済み）', receipts: ['A-R8-017-001'], importanceClass: '重要情報', myNumber: false, mediaName: 'USBメモリ（納品用）', quantity: 1, unit: '本', afterwards: '再利用',
      medium: redStick, paths: [], method: 'overwrite-tile', methodWords: '全領域の上書き（位置番号付き乱数）', level: 'Clear', category: '論理消去（予備領域は対象外）', consentRef: 'R9税承0071',
    },
    {
      no: 2, kind: 'files', information: '宛名情報の作業用複製', receipts: ['A-R8-017-001'], importanceClass: '重要情報', myNumber: false, mediaName: 'PC-021 作業領域', quantity: 1, unit: '式', afterwards: '廃棄',
      medium: null, paths: ['D:\\作業\\R9納税通知書', 'D:\\作業\\校正'], method: 'files', methodWords: 'ファイル単位の上書き・削除', level: 'Clear', category: 'ファイル単位の論理消去（予備領域は対象外）', consentRef: '',
    },
  ],
}

const erased: Omit<Disposed, 'statements'> = {
  ...marchNotice.lines[0]!, no: 1,
  plan: { no: 'D-R8-017-001', line: 1, plannedOn: '2027-03-17', operator: '大庭 健吾', verifier: '水野 灯里' },
  notice: { docNo: 'N-R8-017-001', submittedOn: '2027-03-10', cityRef: 'R9税収0210' },
  drive: { maker: 'KAKUU', model: 'KD-16U3', firmware: '1.00', serial: 'AZ0003K7Q1', bus: 'usb', kind: 'flash', bytes: 16_008_609_792, sectorBytes: 512, sectors: 31_266_816 },
  scope: '媒体の全領域（LBA 0～31266815）', software: 'Azukari 0.1.0', begunAt: '2027-03-17T10:04:00+09:00', endedAt: '2027-03-17T10:31:07+09:00', seconds: 1627, ended: 'finished', reason: '', reachedLba: 31_266_816,
  written: { passes: 1, value: '位置番号付きの疑似乱数（セクタごとに異なる値）', bytes: 16_008_609_792, sectors: 31_266_816, errors: 0, resumes: 0, bytesPerSecond: 18_400_000, seedSha256: '5f'.repeat(32) },
  readBack: { how: 'full', coverage: 1_000_000, bytes: 16_008_609_792, uncached: true, sampleSeed: '', missed: null, samplesBefore: 64, samplesUnchanged: 0, bytesPerSecond: 31_700_000 },
  again: null, files: null, command: null, external: null, badSectors: 0, badRanges: [], badRangesLeftOut: 0, misplaced: [], bytesInTruth: null, destruction: null,
  place: '本社3階 第2作業室', operator: '大庭 健吾', verifier: '水野 灯里', verifiedAt: '2027-03-17T10:40:00+09:00', witness: { organisation: '青葉野市 総務部税務課', name: '森川 奏', confirmed: true },
  result: '合格', remarks: '',
}

/** An erasure that differs from the stick's in what is said, with the sentences that follow from it. */
export function erasureOf(changes: Partial<Omit<Disposed, 'statements'>> = {}): Disposed {
  const row = { ...erased, ...changes }
  return { ...row, statements: statementsOn(row) }
}

/** データ消去証明書 E-R8-017-001 of 令和9年3月17日. */
export function certificateOver(rows: readonly Disposed[] = [erasureOf()], changes: Partial<ErasureCertificate> = {}): ErasureCertificate {
  return {
    ...letter, form: 'F-30', template: 'F-30/1', docNo: 'E-R8-017-001', issuedAt: '2027-03-17T10:50:00+09:00', articleRef: '第15条第5項', title: 'データ消去証明書', result: '合格',
    rows: rows.map((row, i) => ({ ...row, no: i + 1 })), sealNo: 'K-0031', thirdPartyNo: '', declaration: DECLARATION, ...changes,
  }
}

export const failedStick = erasureOf({
  result: '不合格', badSectors: 3, badRanges: [{ what: 'unwritable', lba: 8192, sectors: 2 }, { what: 'differs', lba: 40_000, sectors: 1 }], bytesInTruth: 4_002_152_448,
  misplaced: [{ lba: 7_816_704, sectors: 2048, holds: 0 }],
  written: { ...erased.written!, errors: 2 }, readBack: { ...erased.readBack!, samplesUnchanged: 2 },
})
export const abandonedStick = erasureOf({ result: '中止', ended: 'abandoned', reachedLba: 12_500_000, endedAt: '2027-03-17T10:14:00+09:00', seconds: 600, written: { ...erased.written!, bytes: 6_400_000_000, sectors: 12_500_000 }, readBack: { ...erased.readBack!, bytes: 0, coverage: 0, bytesPerSecond: null, samplesUnchanged: null } })

/** 消去・廃棄報告書: one failed, one called off, one passed. */
export const reportOfMarch = certificateOver([failedStick, abandonedStick, erasureOf()], { title: '消去・廃棄報告書', result: '不合格', sealNo: '' })

export const shredded = erasureOf({
  method: 'physical', methodWords: '裁断', level: 'Destroy', category: '物理破壊', afterwards: '廃棄', drive: null, scope: '媒体の全体', software: '', seconds: null, ended: null, reachedLba: null, written: null, readBack: null,
  begunAt: '2027-03-17T14:00:00+09:00', endedAt: '2027-03-17T14:00:00+09:00', verifiedAt: '2027-03-17T15:00:00+09:00', consentRef: '',
  destruction: {
    how: '裁断', at: '2027-03-17T14:00:00+09:00', place: 'みほんリサイクル株式会社 第一工場', performedBy: '髙橋 亮', outsourcer: 'みほんリサイクル株式会社', manifestNo: '12345678901',
    photos: [{ name: 'IMG_0001.jpg', sha256: '0a'.repeat(32), when: '前' }, { name: 'IMG_0002.jpg', sha256: '0b'.repeat(32), when: '後' }],
  },
})

/** 物理破壊証明書 E-R8-017-002. */
export function destructionOver(rows: readonly Disposed[] = [shredded], changes: Partial<DestructionCertificate> = {}): DestructionCertificate {
  return {
    ...letter, form: 'F-31', template: 'F-31/1', docNo: 'E-R8-017-002', issuedAt: '2027-03-17T15:10:00+09:00', articleRef: '第15条第4項及び第5項', title: '物理破壊証明書', result: '合格',
    rows: rows.map((row, i) => ({ ...row, no: i + 1 })), sealNo: '', thirdPartyNo: '', declaration: DECLARATION, ...changes,
  }
}

const notOverwritten = { drive: null, written: null, readBack: null, reachedLba: null, ended: null, scope: '指定したファイル及びフォルダ（2件）' } as const

/** The working folder: two files are left, and free space was filled. */
export const folder = erasureOf({
  ...marchNotice.lines[1]!, ...notOverwritten, no: 1, result: '例外',
  files: {
    listSha256: '6c'.repeat(32), names: 1204, files: 1188, bytes: 734_003_200, leftOut: 1, value: '位置番号付きの疑似乱数（セクタごとに異なる値）', end: 'with-exceptions', reason: '', overwritten: 1186, removedOnly: 16, failed: 2, notReached: 0, bytesOverwritten: 733_900_000, readFromCache: 0,
    limits: ['names-in-journal', 'flash-spare', 'snapshots', 'reserved-blocks'],
    exceptions: [{ path: 'D:\\作業\\校正\\𠮷田様_校正刷り.pdf', outcome: 'failed', trouble: 'open-elsewhere', system: 'EBUSY' }, { path: 'D:\\作業\\校正\\共有.lnk', outcome: 'failed', trouble: 'hard-link', system: null }], exceptionsMore: 0,
    freeSpace: [{ fileSystem: 'ntfs', outcome: 'filled', bytesWritten: 120_000_000_000, notReached: 1_048_576, bytesDiffering: 0 }],
  },
})

export const commanded = erasureOf({
  ...notOverwritten, method: 'command', methodWords: '機器の消去命令（nvme-sanitize-crypto）', level: 'Purge', category: '機器の消去命令による暗号化消去', scope: '媒体の全領域（LBA 0～1000215215）', consentRef: '',
  drive: { ...erased.drive!, bus: 'nvme', kind: 'SSD', maker: 'KAKUU', model: 'NV-512', serial: 'SSD0001', bytes: 512_110_190_592, sectors: 1_000_215_216 },
  medium: { ...redStick, no: 'MED-2026-0009', type: '外付けSSD', model: 'NV-512', serial: 'SSD0001', capacityBytes: 512_110_190_592 },
  command: { method: 'nvme-sanitize-crypto', outcome: 'done', reliesOnEncryption: true, samplePlaces: 64, samplesUnchanged: 0, passwordLeft: false },
})

export const byAnother = erasureOf({
  ...notOverwritten, method: 'external', methodWords: 'ほかの消去ソフト（nwipe：zero）', scope: '媒体の全領域', software: 'nwipe 0.42', consentRef: '',
  external: { tool: 'nwipe', version: '0.42', method: 'zero', serial: 'AZ0003K7Q1', model: 'KD-16U3', started: '2027/03/17 10:04:00', ended: '2027/03/17 11:02:31', result: 'erased', errors: [], file: 'nwipe_report.log', sha256: '7d'.repeat(32), bytes: 4096, performedBy: '大庭 健吾' },
})
