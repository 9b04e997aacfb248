import type { Disposed } from '../documents/disposal-records.ts'
import type { WipeLimit } from './files.ts'

type Row = Omit<Disposed, 'statements'>

/** What was found, and cannot be promised, where no whole medium was overwritten: files one by one, the drive's own command, another program. */
export function statementsOnOthers({ files, command, external, method }: Row): string[] {
  return [...(files ? onFiles(files) : method === 'files' || method === 'vault' ? [FILES_ONLY] : []), ...(method === 'vault' ? [SEALED] : []), ...(command ? onCommand(command) : []), ...(external ? onExternal(external) : [])]
}

const FILES_ONLY = 'ファイル単位の上書きです。媒体の返却又は廃棄の際は、媒体単位の消去を別途行います。'

const SEALED = '保管庫のファイルは、一つずつ別の鍵で暗号化されています（AES-256-GCM）。予備領域等に残り得るものは、暗号化された断片に限られます。保管庫の鍵そのものは破棄していないため、暗号化消去とは扱いません。'

/** Where something of a file may be left, in words. */
const LIMITS: Readonly<Record<WipeLimit, string>> = {
  journal: 'ファイルシステムのジャーナル（内容を含む）', 'names-in-journal': 'ジャーナルに残るファイル名', 'copy-on-write': '書込み時複製により元の位置に残る内容', 'shared-blocks': 'ほかのファイルと共有する領域', compressed: '圧縮された領域',
  snapshots: 'スナップショット', 'flash-spare': 'フラッシュ媒体の予備領域及び代替領域', 'reserved-blocks': 'システムが予約する領域', network: 'ネットワークの先の記憶装置', memory: '主記憶及び退避領域', 'unknown-file-system': '種類を確かめられないファイルシステムの管理領域',
  'extents-unknown': '位置を確かめられない領域', 'slack-of-living-files': '残っているファイルの末尾の余り', 'small-files-cut-short': '管理領域の小さな空き', 'extended-attributes': '拡張属性',
}

function onFiles({ end, reason, names, overwritten, removedOnly, failed, notReached, readFromCache, limits, leftOut, freeSpace }: NonNullable<Row['files']>): string[] {
  const ending = {
    whole: '', 'with-exceptions': '消去を確かめられないものがあります。', abandoned: '実施者が途中で中止しました。残っているファイルがあるものとして取り扱ってください。', failed: `消去の処理が途中で終わりました（${reason === '' ? '原因不明' : reason}）。残っているファイルがあるものとして取り扱ってください。`,
  }[end ?? 'failed']
  return [
    ...(ending === '' ? [] : [ending]),
    `一覧にした ${n(names)}件のうち、${n(overwritten)}件を上書きして削除し、${n(removedOnly)}件は上書きによらず削除しました。${failed > 0 ? `${n(failed)}件は消去できませんでした。` : ''}${notReached > 0 ? `${n(notReached)}件には手を付けていません。` : ''}`,
    ...(leftOut > 0 ? [`一覧に含めなかったもの（${n(leftOut)}件）は、消去していません。`] : []),
    ...(readFromCache > 0 ? [`${n(readFromCache)}件は、媒体から読み戻して確かめることができませんでした。`] : []),
    ...freeSpace.map(({ fileSystem, outcome, notReached: left, bytesDiffering }) => (outcome === 'filled' && bytesDiffering === 0
      ? `空き領域（${fileSystem}）を上書きしました。システムが予約する ${n(left)} バイトには及びません。` : `空き領域（${fileSystem}）の上書きは完了していません。`)),
    FILES_ONLY,
    ...(limits.length === 0 ? [] : [`次のものに残り得る情報は対象外です：${limits.map((limit) => LIMITS[limit]).join('、')}。複製及びバックアップも対象外です。`]),
  ]
}

function onCommand({ outcome, reliesOnEncryption, samplePlaces, samplesUnchanged, passwordLeft }: NonNullable<Row['command']>): string[] {
  const ending = outcome === 'done' ? '機器が、消去命令を完了した旨を応答しました。' : outcome === 'abandoned' ? '命令を出す前に、実施者が中止しました。' : outcome === null || outcome === 'unknown' ? '命令を出しましたが、完了を確かめられませんでした。データが残っているものとして取り扱ってください。' : '機器が消去命令を実行しませんでした。データが残っているものとして取り扱ってください。'
  return [
    ending,
    ...(samplesUnchanged === null || samplePlaces === 0 ? ['実行の前後の標本の比較は行っていません。'] : [`実行の前後に標本 ${n(samplePlaces)}か所を比べ、${samplesUnchanged === 0 ? 'すべて異なる内容でした' : `${n(samplesUnchanged)}か所が同じ内容のままでした`}。`]),
    ...(reliesOnEncryption ? ['暗号鍵の破棄によります。最初の使用の時から暗号化されていたデータにだけ効果があります。'] : []),
    '機器の内部の動作は、製造者の実装によります。',
    ...(passwordLeft ? ['消去のために設定したパスワードが、機器に残っています。'] : []),
  ]
}

function onExternal({ tool, result, errors, started, ended }: NonNullable<Row['external']>): string[] {
  const outcome = { erased: '消去済み', 'erased-with-exceptions': '例外を伴う消去', failed: '失敗', aborted: '中止' }[result]
  return [
    `${tool}の記録（${started === '' ? '開始時刻の記載なし' : started}～${ended === '' ? '終了時刻の記載なし' : ended}）によります。記録上の結果は「${outcome}」です。Azukariは、この消去を読み戻して確かめていません。`,
    ...(errors.length === 0 ? [] : [`記録に ${n(errors.length)}件のエラーがあります。`]),
  ]
}

/** `1096` → `1,096`. */
export const n = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
