import { sayUnscanned } from '../unscanned.ts'
import type { Sentences } from './sentences.ts'

/** What is looked through for viruses (Art. 11(10)). */
export interface VirusObjections {
  'virus-check-stale': { at: string }
  'virus-check-missing': { medium: string }
  'virus-found': { scanner: string }
  'virus-in-file': { file: string; name: string; count: number; scanner: string }
  'virus-scanner-missing': Record<never, never>
  'virus-scan-failed': { scanner: string; what: string }
  'virus-not-scanned': { first: string; why: string; count: number }
}

export const viruses: Sentences<VirusObjections> = {
  ja: {
    'virus-check-stale': ({ at }) => `ウイルスチェックの日時（${at}）が、受領の前後24時間の外です。媒体をもう一度検査してください。`,
    'virus-check-missing': ({ medium }) => `媒体 ${medium} のウイルスチェックの記録がありません。検査してから結果を記録してください。`,
    'virus-found': ({ scanner }) => `${scanner}がウイルスを検出しました。媒体を取り外して隔離し、作業責任者に連絡してください。`,
    'virus-in-file': ({ file, name, count, scanner }) => `${scanner}が「${file}」からウイルス（${name}）を検出しました${count > 1 ? `（ほか${count - 1}件）` : ''}。開かずに媒体を取り外して隔離し、作業責任者に連絡して、事故として甲に報告してください。取込みも封緘もしていません。`,
    'virus-scanner-missing': () => 'この機器には、使える検査ソフト（定義ファイルを含む）が見つかりません。別の検査ソフトで検査し、製品名・定義ファイルの日付・検査日時を入力してください。',
    'virus-scan-failed': ({ scanner, what }) => `${scanner}での検査が最後まで終わりませんでした（${what}）。もう一度行うか、別の検査ソフトで検査し、製品名・定義ファイルの日付・検査日時を入力してください。`,
    'virus-not-scanned': ({ first, why, count }) => `検査できなかったファイルがあります（${count}件。例：${first}：${sayUnscanned(why)[0]}）。別の方法で検査し、製品名・定義ファイルの日付・検査日時を入力してください。`,
  },
  en: {
    'virus-check-stale': ({ at }) => `The virus check (${at}) is more than 24 hours away from the receiving. Check the medium again.`,
    'virus-check-missing': ({ medium }) => `No virus check is recorded for medium ${medium}.`,
    'virus-found': ({ scanner }) => `${scanner} found a virus. Remove and isolate the medium and call the supervisor.`,
    'virus-in-file': ({ file, name, count, scanner }) => `${scanner} found a virus (${name}) in “${file}”${count > 1 ? ` and ${count - 1} more` : ''}. Do not open it: unplug the medium, set it apart, tell the supervisor and report the incident to the city. Nothing was taken in or sealed.`,
    'virus-scanner-missing': () => 'No virus scanner with signatures is ready on this machine. Check with another product, and enter its name, the date of its signatures and the time of the check.',
    'virus-scan-failed': ({ scanner, what }) => `The check by ${scanner} did not come to an end (${what}). Try again, or check with another product and enter its name, the date of its signatures and the time of the check.`,
    'virus-not-scanned': ({ first, why, count }) => `Some files could not be scanned (${count}, e.g. ${first}: ${sayUnscanned(why)[1]}). Have them checked by other means, and enter the product, the date of its signatures and the time of the check.`,
  },
}
