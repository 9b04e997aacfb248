import type { Disposed } from '../../../core/documents/disposal-records.ts'
import { instantOf, type Day } from '../../../core/time.ts'
import { wareki, warekiTime } from '../../../core/words/dates.ts'
import { grouped } from '../pdf/numbers.ts'

/**
 * How the forms of disposal (F-28, F-30, F-31) say what their records hold in codes and numbers. Documents have been issued with these
 * words: to verify one is to draw it again, so they stay as they are for ever.
 */
export const KINDS: Readonly<Record<NonNullable<Disposed['drive']>['kind'], string>> = { HDD: 'ハードディスク', SSD: 'SSD', flash: 'フラッシュメモリ', optical: '光ディスク', image: 'イメージファイル', unknown: '判別できず' }
export const BUSES: Readonly<Record<NonNullable<Disposed['drive']>['bus'], string>> = { usb: 'USB', sata: 'SATA', sas: 'SAS', nvme: 'NVMe', mmc: 'SD・eMMC', optical: '光学ドライブ', virtual: '仮想', loop: 'ループ', unknown: '判別できず' }
export const ENDINGS: Readonly<Record<NonNullable<Disposed['ended']>, string>> = {
  finished: '最後まで実施', abandoned: '実施者が中止', 'device-gone': '媒体が応答せず中断', failing: '読み書き不能のため打切り', 'not-the-same': '別の媒体のため実施せず', failed: '異常により中断',
}
export const FILE_ENDINGS: Readonly<Record<NonNullable<NonNullable<Disposed['files']>['end']>, string>> = { whole: '最後まで実施', 'with-exceptions': '例外を残して終了', abandoned: '実施者が中止', failed: '異常により中断' }
export const SPACES: Readonly<Record<NonNullable<Disposed['files']>['freeSpace'][number]['outcome'], string>> = { filled: '上書き済み', failed: '完了せず', abandoned: '中止' }
export const OUTCOMES: Readonly<Record<NonNullable<NonNullable<Disposed['command']>['outcome']>, string>> = {
  done: '完了', failed: '失敗', unsupported: '対応していない', frozen: '凍結により実行せず', refused: '拒否', abandoned: '命令の前に中止', unknown: '完了を確かめられず',
}
export const LOGGED: Readonly<Record<NonNullable<Disposed['external']>['result'], string>> = { erased: '消去済み', 'erased-with-exceptions': '例外を伴う消去', failed: '失敗', aborted: '中止' }
export const LEFT_BEHIND: Readonly<Record<NonNullable<Disposed['files']>['exceptions'][number]['outcome'], string>> = { overwritten: '上書き', 'removed-only': '上書きによらず削除', failed: '消去できず', 'not-reached': '手を付けず' }
export const TROUBLES: Readonly<Record<NonNullable<NonNullable<Disposed['files']>['exceptions'][number]['trouble']>, string>> = {
  'hard-link': '別の名前がある', immutable: '変更禁止の属性', 'read-only': '読取専用', 'read-only-volume': '読取専用の媒体', 'open-elsewhere': 'ほかで使用中', running: '実行中', changed: '一覧の後に変更', growing: '書込み中', gone: '見当たらない', 'not-permitted': '権限なし', 'not-a-file': 'ファイルでない',
  'mount-point': '別の媒体', 'cloud-placeholder': '実体がクラウド', 'disk-full': '空き不足', damaged: '読み書き不能', differs: '読戻し不一致', 'folder-not-empty': 'フォルダが空でない', unreachable: '届かない場所', protected: '保護の対象', cancelled: '中止', 'name-left': '名前が残る', unsuitable: '消去に適さない', other: 'その他',
}
export const FAULTS = { unwritable: '書込不可', unreadable: '読取不可', differs: '不一致' } as const

export const day = (iso: string): string => wareki(iso.slice(0, 10) as Day)
export const dayOrNone = (iso: string | null): string => (iso === null ? 'なし' : day(iso))
export const time = (iso: string): string => warekiTime(instantOf(iso))

/** Decimal, as media are sold: `16,000,000,000 バイト（16.0 GB）`. Cut off, never rounded up. */
export function bytes(value: number): string {
  const [unit, size] = value >= 1e12 ? ['TB', 1e12] as const : value >= 1e9 ? ['GB', 1e9] as const : ['MB', 1e6] as const
  return `${grouped(value)} バイト（${shortBytes(value, unit, size)}）`
}

export function capacity(value: number | null): string {
  if (value === null) return '－'
  return value >= 1e12 ? shortBytes(value, 'TB', 1e12) : value >= 1e9 ? shortBytes(value, 'GB', 1e9) : shortBytes(value, 'MB', 1e6)
}

function shortBytes(value: number, unit: string, size: number): string {
  const tenths = Math.floor(value / (size / 10))
  return `${grouped(Math.floor(tenths / 10))}.${tenths % 10} ${unit}`
}

/** `1時間05分10秒`. */
export function duration(seconds: number | null): string {
  if (seconds === null) return '－'
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  if (hours > 0) return `${hours}時間${two(minutes)}分${two(rest)}秒`
  return minutes > 0 ? `${minutes}分${two(rest)}秒` : `${rest}秒`
}

/** Bytes a second, in megabytes. */
export const rate = (perSecond: number | null): string => (perSecond === null ? '－' : `毎秒 ${Math.floor(perSecond / 1e5) / 10} MB`)

/** Millionths as per cent, cut off and never rounded up. */
export const percent = (millionths: number): string => (millionths === 1_000_000 ? '100％' : `${Math.floor(millionths / 1000) / 10}％`)

/** How it was read back, in one or two words for a narrow column. */
export function readingShort({ readBack, destruction, files, command, external }: Disposed): string {
  if (files) return files.overwritten > 0 && files.readFromCache === 0 ? '全件' : '一部'
  if (command) return '標本'
  if (external) return '記録'
  if (destruction) return destruction.photos.length > 0 ? '写真' : '確認'
  if (!readBack || readBack.how === 'none' || readBack.bytes === 0) return 'なし'
  return `${readBack.how === 'full' ? '全数' : '抽出'}\n${percent(readBack.coverage)}`
}

export const importance = ({ importanceClass, myNumber }: { importanceClass: string; myNumber: boolean }): string => (myNumber ? `${importanceClass}（特定個人情報を含む）` : importanceClass)
