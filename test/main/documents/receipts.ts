import type { CustodyReceipt } from '../../../core/documents/records.ts'

export type ReceiptItem = CustodyReceipt['items'][number]

/** The three files of September's hand-over, as the scenario of the specification tells them. */
export const addressList: ReceiptItem = {
  no: 1, name: 'R09_shiminzei_atena.csv', infoKind: '宛名情報（市民税・県民税）', form: '電磁的記録媒体', count: 12, size: 927,
  sha256: '974b7500b0eec6a780051f3072e805a1a03db1ffa85f8941ef4e5d42621e47a2', importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false,
}
export const recordLayout: ReceiptItem = {
  no: 2, name: 'R09_record_layout.csv', infoKind: 'レコード仕様', form: '電磁的記録媒体', count: null, size: 119,
  sha256: '999e8bff370429fb72eaa36be783914818e20f32dab5dcac0f8aaa78ab224100', importanceClass: 'その他', personalInfo: false, sensitive: false, myNumber: false,
}
export const envelopeSample: ReceiptItem = {
  no: 3, name: 'R09_futo_sample.txt', infoKind: '封筒見本', form: '電磁的記録媒体', count: null, size: 50,
  sha256: '3c8045f46e71d0a468bbe93b95b57c34720cb831a485ffd6af998fadc537f526', importanceClass: 'その他', personalInfo: false, sensitive: false, myNumber: false,
}

/** 預り証 A-R8-017-001 of 令和8年12月7日. */
export const septemberReceipt: CustodyReceipt = {
  v: 1, form: 'F-25', template: 'F-25/1', docNo: 'A-R8-017-001', revision: 1, revisionKind: '新規', revisionReason: '', issuedAt: '2026-12-07T10:40:00+09:00',
  addressee: { organisation: '青葉野市', name: '青葉野市長', section: '総務部税務課' },
  sender: { organisation: '株式会社ひかりの丘データサービス', address: '架空県青葉野市ひかりの丘一丁目２番３号', representative: '代表取締役　大鳥 誠' },
  contact: { name: '水野 灯里', tel: '000-0000-0000', email: 'mizuno@hikarinooka.example' },
  contract: { contractNo: 'R8-税-017', title: '令和9年度市民税・県民税納税通知書データ作成業務委託' },
  articleRef: '第14条',
  keys: { rootFingerprint: 'ab'.repeat(32), checkpointKeyId: '0123456789abcdef' },
  witness: null,
  handover: {
    designated: { means: '手渡し', at: '2026-12-07T10:00:00+09:00', place: '青葉野市役所 税務課窓口' },
    actual: { means: '手渡し', at: '2026-12-07T10:05:00+09:00', place: '青葉野市役所 税務課窓口' },
    exception: null, difference: null, deliveredBy: '青葉野市 税務課 主査　森川 奏', receivedBy: '𠮷田 美咲',
    purpose: '納税通知書の割付及び印刷データの作成', storagePlace: '本社3階 第2作業室　施錠キャビネットC-2', returnDueOn: '2027-03-17',
    returnConditions: '業務終了時に返却し、複製は消去する', remarks: '',
  },
  medium: { no: 'MED-2026-0004', type: 'USBメモリ', serial: 'AZ0004M2W8', owner: '甲', ownerNo: '税-USB-12' },
  items: [addressList, recordLayout, envelopeSample],
  totals: { items: 3, count: null, bytes: 1096 },
}

/** The same receipt over so many files, their names and hashes made up. */
export function receiptOver(count: number, name = (no: number): string => `R09_${String(no).padStart(5, '0')}.csv`): CustodyReceipt {
  const items = Array.from({ length: count }, (_, i): ReceiptItem => ({ ...addressList, no: i + 1, name: name(i + 1), count: 1, size: 1000 + i, sha256: (i * 7919 + 1).toString(16).padStart(64, '0123456789abcdef') }))
  return { ...septemberReceipt, items, totals: { items: count, count, bytes: items.reduce((sum, { size }) => sum + size, 0) } }
}
