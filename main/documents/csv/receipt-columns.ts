import type { CustodyReceipt } from '../../../core/documents/records.ts'
import { dayOf, instantOf } from '../../../core/time.ts'
import { wareki, warekiTime } from '../../../core/words/dates.ts'
import type { Column, Table } from './document-table.ts'
import { rebuild } from './rebuild-receipt.ts'

type Item = CustodyReceipt['items'][number]

/** The columns of a receipt's CSV: first those that cities read (product §5.3), in their order, then what else the record holds. */
const COLUMNS: readonly Column<CustodyReceipt, Item>[] = [
  document('様式版', ({ template }) => template),
  document('文書番号', ({ docNo }) => docNo),
  document('版', ({ revision }) => String(revision)),
  document('区分', ({ revisionKind }) => revisionKind),
  document('発行日和暦', ({ issuedAt }) => wareki(dayOf(instantOf(issuedAt)))),
  document('issued_at', ({ issuedAt }) => issuedAt),
  document('契約番号', ({ contract }) => contract.contractNo),
  document('委託業務名', ({ contract }) => contract.title),
  document('受託者名', ({ sender }) => sender.organisation),
  document('預り番号', ({ docNo }) => docNo),
  document('受領日時', ({ handover }) => handover.actual.at),
  document('受領場所', ({ handover }) => handover.actual.place),
  document('受領方法', ({ handover }) => handover.actual.means),
  document('引渡者', ({ handover }) => handover.deliveredBy),
  document('受領者', ({ handover }) => handover.receivedBy),
  item('情報の種類', ({ infoKind }) => infoKind),
  item('受領形式', ({ form }) => form),
  document('媒体番号', ({ medium }) => medium?.no ?? ''),
  document('製造番号', ({ medium }) => medium?.serial ?? ''),
  item('ファイル名', ({ name }) => name),
  item('件数', ({ count }) => orEmpty(count)),
  item('サイズ', ({ size }) => String(size)),
  item('sha256', ({ sha256 }) => sha256),
  item('重要度', ({ importanceClass }) => importanceClass),
  item('個人情報', ({ personalInfo }) => yesNo(personalInfo)),
  item('特定個人情報', ({ myNumber }) => yesNo(myNumber)),
  document('利用目的', ({ handover }) => handover.purpose),
  document('保管場所', ({ handover }) => handover.storagePlace),
  document('返却廃棄予定', ({ handover }) => handover.returnDueOn ?? ''),
  document('備考', ({ handover }) => handover.remarks),
  { name: '確認コード', in: 'document', write: ({ code }) => code },
  document('鍵ID', ({ keys }) => keys.checkpointKeyId),
  { name: '署名', in: 'document', write: ({ seal }) => seal },

  item('明細番号', ({ no }) => String(no)),
  item('要配慮個人情報', ({ sensitive }) => yesNo(sensitive)),
  once('受領日時和暦', ({ handover }) => warekiTime(instantOf(handover.actual.at))),
  once('訂正等の理由', ({ revisionReason }) => revisionReason),
  once('宛先団体', ({ addressee }) => addressee.organisation),
  once('宛先氏名', ({ addressee }) => addressee.name),
  once('宛先部署', ({ addressee }) => addressee.section),
  once('受託者所在地', ({ sender }) => sender.address),
  once('受託者代表者', ({ sender }) => sender.representative),
  once('連絡先氏名', ({ contact }) => contact.name),
  once('連絡先電話', ({ contact }) => contact.tel),
  once('連絡先メール', ({ contact }) => contact.email),
  once('根拠条項', ({ articleRef }) => articleRef),
  once('指定受領日時', ({ handover }) => handover.designated.at),
  once('指定受領場所', ({ handover }) => handover.designated.place),
  once('指定受領方法', ({ handover }) => handover.designated.means),
  once('指定相違', ({ handover }) => yesNo(handover.exception !== null)),
  once('指定相違了承番号', ({ handover }) => handover.exception?.cityRef ?? ''),
  once('指定相違理由', ({ handover }) => handover.exception?.reason ?? ''),
  once('一覧差異件数', ({ handover }) => orEmpty(handover.difference?.count ?? null)),
  once('一覧差異確認番号', ({ handover }) => handover.difference?.cityRef ?? ''),
  once('一覧差異内容', ({ handover }) => handover.difference?.note ?? ''),
  once('返却条件', ({ handover }) => handover.returnConditions),
  once('媒体種別', ({ medium }) => medium?.type ?? ''),
  once('媒体所有', ({ medium }) => medium?.owner ?? ''),
  once('媒体管理番号', ({ medium }) => medium?.ownerNo ?? ''),
  once('合計点数', ({ totals }) => String(totals.items)),
  once('合計件数', ({ totals }) => orEmpty(totals.count)),
  once('合計サイズ', ({ totals }) => String(totals.bytes)),
  once('ルート証明書指紋', ({ keys }) => keys.rootFingerprint),
  once('台帳番号', ({ witness }) => orEmpty(witness?.seq ?? null)),
  once('台帳ハッシュ', ({ witness }) => witness?.leafHash ?? ''),
  once('台帳署名', ({ witness }) => witness?.checkpoint ?? ''),
  once('台帳証明', ({ witness }) => witness?.proof.join(' ') ?? ''),
]

/** F-25: one row for each file. */
export const receiptTable: Table<CustodyReceipt, Item> = {
  columns: COLUMNS, days: ['返却廃棄予定'], itemsOf: ({ items }) => items, rowsSaid: ({ totals }) => totals.items, rebuild,
}

const yesNo = (is: boolean): string => (is ? '有' : '無')

function document(name: string, write: (record: CustodyReceipt) => string): Column<CustodyReceipt, Item> {
  return { name, in: 'document', write: ({ record }) => write(record) }
}

function once(name: string, write: (record: CustodyReceipt) => string): Column<CustodyReceipt, Item> {
  return { name, in: 'once', write: ({ record }) => write(record) }
}

function item(name: string, write: (item: Item) => string): Column<CustodyReceipt, Item> {
  return { name, in: 'item', write: (_, row) => write(row) }
}

function orEmpty(value: number | null): string {
  return value === null ? '' : String(value)
}
