import type { Disposed } from '../documents/disposal-records.ts'
import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'
import { kindOfMedium, levelOf } from './matrix.ts'
import type { Level, PlanTarget } from './plan.ts'
import { n, statementsOnOthers } from './statements-on-others.ts'
import type { Wipe } from './wipe.ts'

/**
 * What a method amounts to, in the words of NIST SP 800-88 Rev. 2 and IEEE 2883-2022 and in Japanese: never more than it reaches.
 * Degaussing counts as Purge; flash, and whatever may be flash, keeps spare areas that no overwriting reaches.
 */
export function categoryOf(target: Pick<PlanTarget, 'method' | 'kind'>, medium: Pick<Medium, 'type'> | null, wipe: Pick<Wipe, 'drive' | 'destruction' | 'command'> | null): { level: Level; category: string } {
  const spares = mayHoldSpares(medium, wipe?.drive ?? null)
  switch (target.method) {
    case 'physical': return wipe?.destruction?.how === '磁気消去' ? { level: 'Purge', category: '磁気消去' } : { level: 'Destroy', category: target.kind === 'paper' ? '物理破壊（判読不能）' : '物理破壊' }
    case 'command': {
      // A command that did not complete has reached nothing that it promised.
      if (wipe?.command && !wipe.command.result?.category) return { level: 'Clear', category: '機器の消去命令（完了を確認していません）' }
      return { level: wipe?.command?.result?.category ?? levelOf.command, category: wipe?.command?.reliesOnEncryption ? '機器の消去命令による暗号化消去' : '機器の消去命令による消去' }
    }
    case 'vault': return { level: levelOf.vault, category: spares ? '保管庫の写しの論理消去（予備領域は対象外）' : '保管庫の写しの論理消去' }
    case 'files': return { level: levelOf.files, category: spares ? 'ファイル単位の論理消去（予備領域は対象外）' : 'ファイル単位の論理消去' }
    default: return { level: levelOf[target.method], category: spares ? '論理消去（予備領域は対象外）' : '論理消去' }
  }
}

/** Whether a medium is flash or may be: a bridge that hides what lies behind it is not believed to hide a disk. */
export function mayHoldSpares(medium: Pick<Medium, 'type'> | null, drive: Pick<Drive, 'kind'> | null): boolean {
  const kinds = [drive?.kind, medium ? kindOfMedium[medium.type] : undefined]
  if (kinds.includes('SSD') || kinds.includes('flash')) return true
  return !kinds.includes('HDD') && !kinds.includes('image') && !kinds.includes('optical')
}

/** Who stands for what, and who does not: printed on every certificate. */
export const DECLARATION = '本書は受託者による自己証明です。第三者が発行した証明書がある場合は、その番号を「第三者証明番号」の欄に記載します。区分（Clear・Purge・Destroy）は、NIST SP 800-88 Rev. 2及びIEEE 2883-2022の用語に対応させたもので、規格への適合の認証を示すものではありません。'

/** What was found, and what the method cannot promise, in the order in which a reader needs it. Each is a whole sentence. */
export function statementsOn(row: Omit<Disposed, 'statements'>): string[] {
  return [...endingOf(row), ...findingsOf(row), ...readingOf(row), ...statementsOnOthers(row), ...limitsOf(row)]
}

function endingOf({ ended, reason, reachedLba, written, readBack, drive, destruction, files, command, external }: Omit<Disposed, 'statements'>): string[] {
  if (destruction || files || command || external || ended === 'finished') return []
  const bytes = written ? `書き込んだ量は ${n(written.bytes)} バイトです。` : ''
  const reached = reachedLba === null ? '' : `LBA ${n(reachedLba)} の手前まで処理しました。`
  const untouched = readBack === null || readBack.bytes === 0 ? '読戻しによる検証は行っていません。' : ''
  const why = ended === null ? '実施中に中断し、完了していません。' : {
    abandoned: '実施者が途中で中止しました。', 'device-gone': '実施中に媒体が応答しなくなりました。', failing: '連続して読み書きができないため、打ち切りました。',
    'not-the-same': '指定した媒体と異なる媒体であったため、何も書き込んでいません。', failed: `消去の処理が途中で終わりました（${reason === '' ? '原因不明' : reason}）。`,
  }[ended]
  return [ended === 'not-the-same' ? why : `${why}${reached}${bytes}${untouched}${drive ? 'データが残っているものとして取り扱ってください。' : ''}`]
}

function findingsOf({ badSectors, badRanges, badRangesLeftOut, misplaced, bytesInTruth, drive, readBack }: Omit<Disposed, 'statements'>): string[] {
  const ranges = badRanges.length + badRangesLeftOut
  return [
    ...(badSectors > 0 ? [`読み書きできない、又は書込値と一致しない範囲が ${n(ranges)}か所（${n(badSectors)}セクタ）あります。当該範囲の消去は確認できていません。物理破壊を推奨します。`] : []),
    ...(misplaced.length > 0 ? [`書き込んだ位置と異なる位置のデータが読み出された範囲が ${n(misplaced.length)}か所あります。媒体の故障又は容量の偽装が疑われます。`] : []),
    ...(bytesInTruth === null ? [] : [`媒体が示す容量は ${n(drive?.bytes ?? 0)} バイトですが、実際に保持できるのは約 ${n(bytesInTruth)} バイトと判定しました（容量の偽装）。`]),
    ...((readBack?.samplesUnchanged ?? 0) > 0 ? [`消去前に採取した標本 ${n(readBack?.samplesBefore ?? 0)}か所のうち ${n(readBack?.samplesUnchanged ?? 0)}か所が、消去後も同じ内容でした。書込みが媒体に届いていないおそれがあります。`] : []),
  ]
}

function readingOf({ readBack, ended, drive, result, again, written }: Omit<Disposed, 'statements'>): string[] {
  if (!readBack || ended !== 'finished') return []
  const last = (drive?.sectors ?? 1) - 1
  const whole = result === '合格' && readBack.how === 'full' && readBack.coverage === 1_000_000
  return [
    ...(whole && drive ? [`利用者が指定できる全領域（LBA 0～${n(last)}）を上書きし、全領域を読み戻して書込値との一致を確認しました。`] : []),
    ...(readBack.how === 'sample' ? [`検証は抽出によります（検証率 ${percent(readBack.coverage)}）。1 MiBの残存が1か所あった場合に見逃す確率は、約${readBack.missed ?? 100}％です。`] : []),
    ...(readBack.how === 'none' ? ['読戻しによる検証は行っていません。'] : []),
    ...(readBack.how !== 'none' && !readBack.uncached ? ['読戻しが媒体そのものからの読取りであることを確かめられませんでした（キャッシュの影響）。'] : []),
    ...(readBack.samplesBefore > 0 && readBack.samplesUnchanged === 0 ? [`消去前に採取した標本 ${n(readBack.samplesBefore)}か所は、消去後すべて異なる内容でした。`] : []),
    ...((written?.resumes ?? 0) > 0 ? [`途中で ${n(written?.resumes ?? 0)}回中断し、続きから再開しました。検証は再開した後に行いました。`] : []),
    ...(again ? [`確認者が、改めて読戻しを行いました（検証率 ${percent(again.coverage)}、結果 ${again.result}）。`] : []),
  ]
}

function limitsOf(row: Omit<Disposed, 'statements'>): string[] {
  const { method, level, category, drive, importanceClass, afterwards, consentRef, destruction, written } = row
  const spares = category.includes('予備領域は対象外')
  return [
    ...(spares ? ['フラッシュ媒体（SSD、USBメモリ等）の予備領域及び代替領域には、上書きが及びません。区分は論理消去（Clear）であり、Purgeではありません。'] : []),
    ...(method.startsWith('overwrite') && !spares && drive?.kind === 'HDD' ? ['代替処理済みの領域は対象外です。隠し領域（HPA・DCO）の有無は確認していません。'] : []),
    ...(method.startsWith('overwrite') && drive?.kind === 'image' ? ['イメージファイルの全領域を上書きしました。イメージを置いた媒体の予備領域、複製及びバックアップは対象外です。'] : []),
    ...(written?.seedSha256 ? ['書込値の種（シード）は受託者が封をして保管しています。種があれば、別の者が別の機器で検証をやり直せます。本書にはそのSHA-256だけを記載します。'] : []),
    ...(level !== 'Destroy' && importanceClass === '最重要情報' && afterwards === '廃棄' ? ['最重要情報を保存した媒体の廃棄には、物理破壊を要します。'] : []),
    ...(consentRef === '' ? [] : [`この方法によることについて、甲の了承を得ています（番号 ${consentRef}）。`]),
    ...(destruction ? limitsOfDestruction(destruction) : []),
  ]
}

function limitsOfDestruction({ how, photos }: NonNullable<Disposed['destruction']>): string[] {
  return [
    ...(how === '破砕' || how === '裁断' ? ['IEEE 2883-2022では粉砕及び裁断が破壊（Destruct）の方法から外されているため、同規格の破壊に当たるとは主張しません。'] : []),
    ...(how === '穿孔' ? ['穿孔は、孔のない部分に記録が残ることがあります。'] : []),
    ...(how === '磁気消去' ? ['磁気消去は磁気記録の媒体にだけ効果があります。媒体の形は残るため、物理破壊（Destroy）とは扱いません。'] : []),
    ...(photos.length === 0 ? ['写真による記録はありません。'] : []),
  ]
}

/** Millionths as per cent, cut off and never rounded up: `100％`, `10.4％`. */
function percent(millionths: number): string {
  return millionths === 1_000_000 ? '100％' : `${Math.floor(millionths / 1000) / 10}％`
}
