import { DestructionCertificate, type Disposed, ErasureCertificate } from '../../../core/documents/disposal-records.ts'
import { dayOf, instantOf } from '../../../core/time.ts'
import { wareki } from '../../../core/words/dates.ts'
import { type Bound, boundColumn, rebuildFrom } from './bound.ts'
import { json, list, orNull, percent, text, whole, words, yesNo } from './codecs.ts'
import type { Column, Table } from './document-table.ts'

type Certificate = ErasureCertificate | DestructionCertificate
type Own = Column<Certificate, Disposed>

const HOW = words({ full: '全数', sample: '抽出', none: 'なし' })
const KIND = words({ medium: '媒体', files: 'ファイル', paper: '紙', vault: '保管庫' })

/** `unwritable 8192+2`: what, the first sector, and how many. */
const badRange = {
  write: ({ what, lba, sectors }: Disposed['badRanges'][number]) => `${what} ${lba}+${sectors}`,
  read: (cell: string) => {
    const [, what, lba, sectors] = /^(\w+) (\d{1,16})\+(\d{1,16})$/.exec(cell) ?? []
    return { what, lba: Number(lba), sectors: Number(sectors) }
  },
}
/** `7816704+2048=0`: the first sector, how many, and whose content they hold. */
const misplaced = {
  write: ({ lba, sectors, holds }: Disposed['misplaced'][number]) => `${lba}+${sectors}=${holds}`,
  read: (cell: string) => {
    const [, lba, sectors, holds] = /^(\d{1,16})\+(\d{1,16})=(\d{1,16})$/.exec(cell) ?? []
    return { lba: Number(lba), sectors: Number(sectors), holds: Number(holds) }
  },
}
/** `前 0a0a… IMG_0001.jpg`. */
const photo = {
  write: ({ when, sha256, name }: NonNullable<Disposed['destruction']>['photos'][number]) => `${when} ${sha256} ${name}`,
  read: (cell: string) => {
    const [, when, sha256, name] = /^(.) ([0-9a-f]{64}) (.*)$/s.exec(cell) ?? []
    return { when, sha256, name }
  },
}

/** The columns of a certificate: first those that cities read (product §5.3), in their order, then what else the record holds. */
const COLUMNS: readonly (Bound | Own)[] = [
  document('様式版', 'template'), document('文書番号', 'docNo'), document('版', 'revision', whole), document('区分', 'revisionKind'),
  derived('発行日和暦', 'document', ({ issuedAt }) => wareki(dayOf(instantOf(issuedAt)))), document('issued_at', 'issuedAt'), document('契約番号', 'contract.contractNo'), document('委託業務名', 'contract.title'), document('受託者名', 'sender.organisation'),
  derived('証明書番号', 'document', ({ docNo }) => docNo), derived('種別', 'item', (_, { destruction }) => (destruction ? '廃棄' : '消去')), item('対象預り番号', 'receipts', list(text)),
  item('媒体番号', 'medium.no'), item('媒体種別', 'medium.type'), item('型番', 'medium.model'), item('製造番号', 'medium.serial'),
  derived('容量', 'item', (_, { drive, medium }) => String(drive?.bytes ?? medium?.capacityBytes ?? '')), item('方法', 'methodWords'), item('回数', 'written.passes', whole), item('検証方法', 'readBack.how', HOW), item('検証率', 'readBack.coverage', percent),
  item('結果', 'result'), item('開始', 'begunAt'), item('終了', 'endedAt', orNull(text)), item('実施者', 'operator'), item('確認者', 'verifier'), item('立会者', 'witness.name'), item('場所', 'place'),
  item('届出書番号', 'notice.docNo'), item('届出日', 'notice.submittedOn', orNull(text)), item('備考', 'remarks'),
  { name: '確認コード', in: 'document', write: ({ code }) => code }, document('鍵ID', 'keys.checkpointKeyId'), { name: '署名', in: 'document', write: ({ seal }) => seal },

  derived('明細数', 'document', ({ rows }) => String(rows.length)), item('明細番号', 'no', whole), document('書面名', 'title'), document('総合結果', 'result'),
  item('対象種別', 'kind', KIND), item('情報の項目', 'information'), item('重要度', 'importanceClass'), item('特定個人情報', 'myNumber', yesNo), item('媒体名', 'mediaName'), item('数量', 'quantity', whole), item('単位', 'unit'), item('処理後', 'afterwards'),
  item('対象ファイル', 'paths', list(text)), item('方法コード', 'method'), item('水準', 'level'), item('水準の説明', 'category'), item('方法の了承番号', 'consentRef'),
  item('登録メーカー', 'medium.maker'), item('媒体所有', 'medium.owner'), item('媒体管理番号', 'medium.ownerNo'), item('登録容量', 'medium.capacityBytes', orNull(whole)),
  item('装置種別', 'drive.kind'), item('接続', 'drive.bus'), item('装置メーカー', 'drive.maker'), item('装置型番', 'drive.model'), item('ファームウェア', 'drive.firmware'), item('装置製造番号', 'drive.serial'),
  item('装置容量', 'drive.bytes', whole), item('セクタ長', 'drive.sectorBytes', whole), item('総セクタ数', 'drive.sectors', whole),
  item('計画番号', 'plan.no'), item('計画の行', 'plan.line', whole), item('予定日', 'plan.plannedOn'), item('予定実施者', 'plan.operator'), item('予定確認者', 'plan.verifier'), item('甲確認番号', 'notice.cityRef'),
  item('対象範囲', 'scope'), item('ソフトウェア', 'software'), item('所要秒', 'seconds', orNull(whole)), item('終了の状況', 'ended', orNull(text)), item('終了の理由', 'reason'), item('到達LBA', 'reachedLba', orNull(whole)),
  item('書込値', 'written.value'), item('書込バイト', 'written.bytes', whole), item('消去済セクタ数', 'written.sectors', whole), item('書込エラー数', 'written.errors', whole), item('再開回数', 'written.resumes', whole),
  item('書込速度', 'written.bytesPerSecond', orNull(whole)), item('種sha256', 'written.seedSha256', orNull(text)),
  item('読戻しバイト', 'readBack.bytes', whole), item('キャッシュ外', 'readBack.uncached', yesNo), item('抽出の種', 'readBack.sampleSeed'), item('見逃し確率', 'readBack.missed', orNull(whole)),
  item('標本数', 'readBack.samplesBefore', whole), item('標本不変数', 'readBack.samplesUnchanged', orNull(whole)), item('読取速度', 'readBack.bytesPerSecond', orNull(whole)),
  item('再検証結果', 'again.result'), item('再検証率', 'again.coverage', percent), item('再検証バイト', 'again.bytes', whole), item('再検証キャッシュ外', 'again.uncached', yesNo), item('再検証不良セクタ', 'again.badSectors', whole),
  item('一覧sha256', 'files.listSha256'), item('一覧件数', 'files.names', whole), item('一覧ファイル数', 'files.files', whole), item('一覧バイト', 'files.bytes', whole), item('一覧外の数', 'files.leftOut', whole), item('ファイル書込値', 'files.value'),
  item('ファイル終了', 'files.end', orNull(text)), item('ファイル終了の理由', 'files.reason'), item('上書き削除数', 'files.overwritten', whole), item('削除のみの数', 'files.removedOnly', whole), item('消去不可の数', 'files.failed', whole), item('未着手の数', 'files.notReached', whole),
  item('上書きバイト', 'files.bytesOverwritten', whole), item('読戻し未確認数', 'files.readFromCache', whole), item('対象外の範囲', 'files.limits', list(text)), item('例外ファイル', 'files.exceptions', list(json)), item('例外ファイル省略数', 'files.exceptionsMore', whole), item('空き領域', 'files.freeSpace', list(json)),
  item('消去命令', 'command.method'), item('命令の応答', 'command.outcome', orNull(text)), item('暗号化による', 'command.reliesOnEncryption', yesNo), item('命令標本数', 'command.samplePlaces', whole), item('命令標本不変数', 'command.samplesUnchanged', orNull(whole)), item('パスワード残存', 'command.passwordLeft', yesNo),
  item('外部ソフト', 'external.tool'), item('外部ソフト版', 'external.version'), item('外部方法', 'external.method'), item('外部製造番号', 'external.serial'), item('外部型番', 'external.model'), item('外部開始', 'external.started'), item('外部終了', 'external.ended'), item('外部結果', 'external.result'),
  item('外部エラー', 'external.errors', list(text)), item('外部記録', 'external.file'), item('外部記録sha256', 'external.sha256'), item('外部記録バイト', 'external.bytes', whole), item('外部実行者', 'external.performedBy'),
  item('不良セクタ数', 'badSectors', whole), item('不良範囲', 'badRanges', list(badRange)), item('不良範囲省略数', 'badRangesLeftOut', whole), item('位置違い', 'misplaced', list(misplaced)), item('実容量', 'bytesInTruth', orNull(whole)),
  item('破壊方法', 'destruction.how'), item('破壊日時', 'destruction.at'), item('破壊場所', 'destruction.place'), item('破壊した者', 'destruction.performedBy'), item('業者', 'destruction.outsourcer'), item('管理票番号', 'destruction.manifestNo'), item('写真', 'destruction.photos', list(photo)),
  item('確認日時', 'verifiedAt'), derived('立会い', 'item', (_, { witness }) => (witness ? '有' : '無')), item('立会者所属', 'witness.organisation'), item('立会者の確認', 'witness.confirmed', yesNo), item('所見及び限界事項', 'statements', list(text)),

  once('消去済シール番号', 'sealNo'), once('第三者証明番号', 'thirdPartyNo'), once('自己証明の表示', 'declaration'), once('訂正等の理由', 'revisionReason'), once('宛先団体', 'addressee.organisation'), once('宛先氏名', 'addressee.name'), once('宛先部署', 'addressee.section'),
  once('受託者所在地', 'sender.address'), once('受託者代表者', 'sender.representative'), once('連絡先氏名', 'contact.name'), once('連絡先電話', 'contact.tel'), once('連絡先メール', 'contact.email'), once('根拠条項', 'articleRef'),
  once('ルート証明書指紋', 'keys.rootFingerprint'), once('台帳番号', 'witness.seq', whole), once('台帳ハッシュ', 'witness.leafHash'), once('台帳署名', 'witness.checkpoint'), once('台帳証明', 'witness.proof', list(text)),
]

const BOUND = COLUMNS.filter((column) => 'path' in column)
/** What is null when its cell is empty: an object of the record, and the column that is never empty when there is one. */
const ABSENT = { medium: '媒体番号', drive: '装置種別', written: '回数', readBack: '検証方法', again: '再検証結果', destruction: '破壊方法', files: '一覧sha256', command: '消去命令', external: '外部ソフト', witness: '立会い' }

/** F-30 and F-31: one row for each medium, set of files or stack of paper. */
export const certificateTable: Table<Certificate, Disposed> = {
  columns: COLUMNS.map((column): Own => ('path' in column ? boundColumn<Certificate, Disposed>(column) : column)), days: ['届出日', '予定日'], itemsOf: ({ rows }) => rows, rowsSaid: (_, cell) => Number(cell('明細数')),
  rebuild(rows, cell) {
    const isDestruction = cell('様式版') === 'F-31/1'
    return rebuildFrom<Certificate>({
      bound: BOUND, absent: { of: { witness: '台帳番号' }, ofItem: ABSENT }, rows, cell,
      fixed: { v: 1, form: isDestruction ? 'F-31' : 'F-30' }, schema: isDestruction ? DestructionCertificate : ErasureCertificate,
    })
  },
}

function document(name: string, path: string, codec = text): Bound { return { name, in: 'document', path: path.split('.'), codec } }
function once(name: string, path: string, codec = text): Bound { return { name, in: 'once', path: path.split('.'), codec } }
function item(name: string, path: string, codec = text): Bound { return { name, in: 'item', path: path.split('.'), codec } }
function derived(name: string, where: 'document' | 'item', write: (record: Certificate, item: Disposed) => string): Own { return { name, in: where, write: ({ record }, one) => write(record, one) } }
