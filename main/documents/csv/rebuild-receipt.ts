import type { Finding } from '../../../core/documents/document.ts'
import { CustodyReceipt } from '../../../core/documents/records.ts'
import { finding } from '../../../core/words/findings.ts'
import type { CellOf } from './document-table.ts'

/** Column by column what a record's fields came from, to name the column when a value does not fit. */
const COLUMN_OF: Record<string, string> = {
  template: '様式版', docNo: '文書番号', revision: '版', revisionKind: '区分', issuedAt: 'issued_at', 'contract.contractNo': '契約番号', 'contract.title': '委託業務名',
  'sender.organisation': '受託者名', 'handover.actual.at': '受領日時', 'handover.actual.place': '受領場所', 'handover.actual.means': '受領方法',
  'items.infoKind': '情報の種類', 'items.form': '受領形式', 'items.name': 'ファイル名', 'items.count': '件数', 'items.size': 'サイズ', 'items.sha256': 'sha256',
  'items.importanceClass': '重要度', 'items.personalInfo': '個人情報', 'items.myNumber': '特定個人情報', 'items.sensitive': '要配慮個人情報', 'items.no': '明細番号',
  'handover.returnDueOn': '返却廃棄予定', 'handover.designated.at': '指定受領日時', 'handover.designated.means': '指定受領方法', 'medium.owner': '媒体所有',
  'totals.items': '合計点数', 'totals.count': '合計件数', 'totals.bytes': '合計サイズ', 'keys.checkpointKeyId': '鍵ID', 'keys.rootFingerprint': 'ルート証明書指紋',
  'witness.seq': '台帳番号', 'witness.leafHash': '台帳ハッシュ', 'witness.checkpoint': '台帳署名', 'witness.proof': '台帳証明',
}

/** The record whose values stand in the cells: the other half of `COLUMNS`. */
export function rebuild(rows: number, cell: CellOf): { record: CustodyReceipt | null; findings: Finding[] } {
  const candidate = {
    v: 1, form: 'F-25', template: cell('様式版'), docNo: cell('文書番号'), revision: whole(cell('版')), revisionKind: cell('区分'), revisionReason: cell('訂正等の理由'), issuedAt: cell('issued_at'),
    addressee: { organisation: cell('宛先団体'), name: cell('宛先氏名'), section: cell('宛先部署') },
    sender: { organisation: cell('受託者名'), address: cell('受託者所在地'), representative: cell('受託者代表者') },
    contact: { name: cell('連絡先氏名'), tel: cell('連絡先電話'), email: cell('連絡先メール') },
    contract: { contractNo: cell('契約番号'), title: cell('委託業務名') },
    articleRef: cell('根拠条項'),
    keys: { rootFingerprint: cell('ルート証明書指紋'), checkpointKeyId: cell('鍵ID') },
    witness: cell('台帳番号') === '' ? null : {
      checkpoint: cell('台帳署名'), seq: whole(cell('台帳番号')), leafHash: cell('台帳ハッシュ'), proof: cell('台帳証明') === '' ? [] : cell('台帳証明').split(' '),
    },
    handover: {
      designated: { means: cell('指定受領方法'), at: cell('指定受領日時'), place: cell('指定受領場所') },
      actual: { means: cell('受領方法'), at: cell('受領日時'), place: cell('受領場所') },
      exception: yes(cell('指定相違')) === false ? null : { cityRef: cell('指定相違了承番号'), reason: cell('指定相違理由') },
      difference: cell('一覧差異件数') === '' ? null : { cityRef: cell('一覧差異確認番号'), note: cell('一覧差異内容'), count: whole(cell('一覧差異件数')) },
      deliveredBy: cell('引渡者'), receivedBy: cell('受領者'), purpose: cell('利用目的'), storagePlace: cell('保管場所'),
      returnDueOn: cell('返却廃棄予定') === '' ? null : cell('返却廃棄予定'), returnConditions: cell('返却条件'), remarks: cell('備考'),
    },
    medium: cell('媒体所有') === '' ? null : { no: cell('媒体番号'), type: cell('媒体種別'), serial: cell('製造番号'), owner: cell('媒体所有'), ownerNo: cell('媒体管理番号') },
    items: Array.from({ length: rows }, (_, row) => ({
      no: whole(cell('明細番号', row)), name: cell('ファイル名', row), infoKind: cell('情報の種類', row), form: cell('受領形式', row),
      count: wholeOrNull(cell('件数', row)), size: whole(cell('サイズ', row)), sha256: cell('sha256', row), importanceClass: cell('重要度', row),
      personalInfo: yes(cell('個人情報', row)), sensitive: yes(cell('要配慮個人情報', row)), myNumber: yes(cell('特定個人情報', row)),
    })),
    totals: { items: whole(cell('合計点数')), count: wholeOrNull(cell('合計件数')), bytes: whole(cell('合計サイズ')) },
  }
  const parsed = CustodyReceipt.safeParse(candidate)
  if (parsed.success) return { record: parsed.data, findings: [] }
  return { record: null, findings: parsed.error.issues.slice(0, 20).map(({ path }) => malformed(path)) }
}

function malformed(path: readonly PropertyKey[]): Finding {
  const row = path[0] === 'items' && typeof path[1] === 'number' ? path[1] + 1 : 1
  const key = path.filter((part) => typeof part === 'string').join('.')
  const column = COLUMN_OF[key] ?? key
  return finding('csv-value-malformed', { row, column }, column)
}

/** Digits as `String(number)` writes them; anything else is left for the schema to refuse. */
function whole(text: string): number | string {
  return /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : text
}

function wholeOrNull(text: string): number | string | null {
  return text === '' ? null : whole(text)
}

function yes(text: string): boolean | string {
  return text === '有' ? true : text === '無' ? false : text
}
