import type { Disposed } from '../../../core/documents/disposal-records.ts'
import { grouped } from '../pdf/numbers.ts'
import type { Block } from '../pdf/flow.ts'
import { paragraph } from '../pdf/paragraph.ts'
import type { Typefaces } from '../pdf/typeface.ts'
import { bullets } from './bullets.ts'
import { exceptionRows } from './certificate-exceptions.ts'
import { faultRows } from './certificate-faults.ts'
import { BUSES, bytes, capacity, day, dayOrNone, duration, ENDINGS, FILE_ENDINGS, importance, KINDS, LOGGED, OUTCOMES, percent, rate, SPACES, time } from './disposal-words.ts'
import { compared, labelled, orNone } from './labelled.ts'
import { heading } from './letter-opening.ts'
import { LEFT, WIDTH } from './letter.ts'
import { pathRows } from './path-rows.ts'
import { photoRows } from './photo-rows.ts'

const FINE = { label: 78, size: 8 } as const
const dash = (text: string): string => (text === '' ? '－' : text)

/** 別紙: everything that is known of one medium, what was done to it, what was found, and what the method cannot promise. */
export function certificateSheet(one: Disposed, title: string, faces: Typefaces): Block[] {
  const table = (name: string): string => `${name}-${one.no}`
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    ['対象', [...subjectRows(one, table('subject'), faces), ...mediumRows(one, table('medium'), faces)]],
    ...(one.destruction ? [['物理破壊', destructionRows(one, one.destruction, table('destruction'), faces)] as const] : [
      ['消去', erasureRows(one, table('erasure'), faces)] as const, ['検証', readingRows(one, table('reading'), faces)] as const,
    ]),
    ['計画と実施', planRows(one, table('plan'), faces)],
    ...(one.statements.length === 0 ? [] : [['所見及び限界事項', bullets(faces, one.statements)] as const]),
    ...(one.remarks === '' ? [] : [['備考', [paragraph(faces, { text: one.remarks, x: LEFT, width: WIDTH, size: 8, weight: 'regular' })]] as const]),
  ]
  return [
    paragraph(faces, { text: `別紙${one.no}　${title}　　結果　${one.result}`, x: LEFT, width: WIDTH, size: 12, weight: 'bold', tag: 'H2', withNext: true }),
    ...sections.flatMap(([name, blocks], i) => [heading(faces, `(${i + 1}) ${name}`, 3), ...blocks]),
    ...pathRows(one.paths, '対象のファイル及びフォルダ', faces),
    ...photoRows(one, table('photos'), faces),
    ...exceptionRows(one, table('exceptions'), faces),
    ...faultRows(one, table('faults'), faces),
  ]
}

function subjectRows(one: Disposed, table: string, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, table, FINE)
  return [
    wide('情報の項目', one.information),
    pair('預り番号', orNone(one.receipts.join('、')), '重要度', importance(one)),
    pair('媒体名', one.mediaName, '数量・処理後', `${grouped(one.quantity)}${one.unit}　${one.afterwards}`),
  ]
}

function mediumRows({ medium, drive }: Disposed, table: string, faces: Typefaces): Block[] {
  const { pair } = labelled(faces, table, FINE)
  if (!medium && !drive) return []
  const owner = pair('媒体番号', dash(medium?.no ?? ''), '所有', medium ? `${medium.owner}${medium.ownerNo === '' ? '' : `（管理番号 ${medium.ownerNo}）`}` : '－')
  if (!drive) return [owner, pair('種別', medium?.type ?? '－', '容量', capacity(medium?.capacityBytes ?? null)), pair('メーカー・型番', dash(joined(medium)), '製造番号', dash(medium?.serial ?? ''))]
  return [
    owner,
    ...compared(faces, `${table}-read`, ['媒体管理簿の記載', '実施直前に媒体から読み取った値'], [
      ['種別', medium?.type ?? '－', `${KINDS[drive.kind]}（${BUSES[drive.bus]}接続）`],
      ['メーカー・型番', dash(joined(medium)), dash(joined(drive))],
      ['製造番号', dash(medium?.serial ?? ''), drive.serial === '' ? '読み取れず' : drive.serial],
      ['容量', capacity(medium?.capacityBytes ?? null), bytes(drive.bytes)],
    ], FINE),
    pair('総セクタ数', `${grouped(drive.sectors)}（1セクタ ${grouped(drive.sectorBytes)} バイト）`, 'ファームウェア', dash(drive.firmware)),
  ]
}

const joined = (named: { maker: string; model: string } | null): string => (named ? `${named.maker} ${named.model}`.trim() : '')

function erasureRows(one: Disposed, table: string, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, table, FINE)
  return [
    wide('方法', one.methodWords),
    wide('区分', `${one.level}　${one.category}（NIST SP 800-88 Rev. 2・IEEE 2883-2022の用語）`),
    wide('対象範囲', one.scope),
    ...writtenRows(one, table, faces),
    pair('開始日時', time(one.begunAt), '終了日時', one.endedAt === null ? '－' : time(one.endedAt)),
    pair('所要時間', duration(one.seconds), '終了の状況', endingOf(one)),
    wide('ソフトウェア・版', dash(one.software)),
  ]
}

/** What was written, by whichever way it was: over a medium, over files, by the drive itself, by another program. */
function writtenRows({ written, drive, files, command, external }: Disposed, table: string, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, table, FINE)
  if (files) return [
    pair('書込値', dash(files.value), '上書きバイト数', grouped(files.bytesOverwritten)),
    pair('一覧の件数', `${grouped(files.names)}件（うちファイル ${grouped(files.files)}件）`, '一覧のバイト数', grouped(files.bytes)),
    pair('上書きして削除', `${grouped(files.overwritten)}件`, '削除のみ', `${grouped(files.removedOnly)}件`),
    pair('消去できず', `${grouped(files.failed)}件`, '手を付けず', `${grouped(files.notReached)}件`),
    ...files.freeSpace.map(({ fileSystem, outcome, bytesWritten, notReached }) => wide('空き領域', `${fileSystem}　${SPACES[outcome]}　書込み ${grouped(bytesWritten)} バイト　及ばない領域 ${grouped(notReached)} バイト`)),
    wide('一覧のSHA-256', files.listSha256),
  ]
  if (command) return [pair('消去命令', command.method, '機器の応答', command.outcome === null ? '応答の記録なし' : OUTCOMES[command.outcome])]
  if (external) return [
    pair('記録したソフト', `${external.tool} ${external.version}`.trim(), '記録上の方法', dash(external.method)),
    pair('記録上の型番', dash(external.model), '記録上の製造番号', dash(external.serial)),
    pair('記録上の開始', dash(external.started), '記録上の終了', dash(external.ended)),
    pair('記録上の結果', LOGGED[external.result], '実行した者', external.performedBy),
    wide('記録のファイル', `${external.file}（${grouped(external.bytes)} バイト）`),
    wide('記録のSHA-256', external.sha256),
    ...(external.errors.length === 0 ? [] : [wide('記録上のエラー', external.errors.slice(0, 20).join('\n'))]),
  ]
  return [
    wide('書込値・回数', written ? `${written.value}　${written.passes}回` : '－'),
    pair('消去済セクタ数', written ? `${grouped(written.sectors)}${drive && written.passes > 1 ? `（${written.passes}回の延べ）` : ''}` : '－', '書込エラー数', written ? grouped(written.errors) : '－'),
    pair('書込速度', rate(written?.bytesPerSecond ?? null), '再開の回数', written ? `${written.resumes}回` : '－'),
    ...(written?.seedSha256 ? [wide('種のSHA-256', written.seedSha256)] : []),
  ]
}

function endingOf({ ended, files, command, external }: Disposed): string {
  if (files) return files.end === null ? '中断（終了の記録なし）' : FILE_ENDINGS[files.end]
  if (command) return command.outcome === null ? '中断（終了の記録なし）' : OUTCOMES[command.outcome]
  if (external) return LOGGED[external.result]
  return ended === null ? '中断（終了の記録なし）' : ENDINGS[ended]
}

function readingRows(one: Disposed, table: string, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, table, FINE)
  const { readBack, again, files, command, external } = one
  if (files) return [pair('検証方法', 'ファイルごとの読戻し', '未確認', `${grouped(files.readFromCache)}件`)]
  if (command) return [pair('検証方法', '実行前後の標本の比較', '標本・同じもの', command.samplesUnchanged === null ? 'なし' : `${grouped(command.samplePlaces)}か所・${grouped(command.samplesUnchanged)}か所`)]
  if (external) return [wide('検証方法', `${external.tool}の記録の確認`)]
  if (!readBack || readBack.how === 'none' || readBack.bytes === 0) return [wide('検証方法', '読戻しによる検証は行っていません。')]
  return [
    pair('検証方法', readBack.how === 'full' ? '全数の読戻し' : '抽出の読戻し', '検証率', percent(readBack.coverage)),
    pair('読み戻した量', `${grouped(readBack.bytes)} バイト`, '読取りの条件', readBack.uncached ? 'キャッシュを介さず媒体から' : 'キャッシュの影響を除けず'),
    pair('不良・不一致', `${grouped(one.badSectors)} セクタ`, '読取速度', rate(readBack.bytesPerSecond)),
    pair('消去前の標本', readBack.samplesBefore === 0 ? 'なし' : `${readBack.samplesBefore}か所`, '消去後に同じもの', readBack.samplesUnchanged === null ? '－' : `${readBack.samplesUnchanged}か所`),
    ...(readBack.how === 'sample' ? [wide('抽出の種', dash(readBack.sampleSeed)), wide('見逃しの確率', `1 MiBの残存が1か所ある場合　約${readBack.missed ?? 100}％`)] : []),
    ...(again ? [wide('確認者の読戻し', `結果 ${again.result}　検証率 ${percent(again.coverage)}（${grouped(again.bytes)} バイト）　不良・不一致 ${grouped(again.badSectors)} セクタ`)] : []),
  ]
}

function destructionRows(one: Disposed, { how, at, place, performedBy, outsourcer, manifestNo }: NonNullable<Disposed['destruction']>, table: string, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, table, FINE)
  return [
    pair('破壊の方法', how, '破壊の日時', time(at)),
    wide('区分', `${one.level}　${one.category}（NIST SP 800-88 Rev. 2・IEEE 2883-2022の用語）`),
    wide('破壊の場所', place),
    pair('破壊した者', performedBy, '業者', orNone(outsourcer)),
    wide('管理票の番号', orNone(manifestNo)),
  ]
}

function planRows(one: Disposed, table: string, faces: Typefaces): Block[] {
  const { wide, pair } = labelled(faces, table, FINE)
  const { plan, notice, witness } = one
  return [
    ...compared(faces, `${table}-compared`, ['計画', '実施'], [
      ['予定日・実施日', day(plan.plannedOn), day(one.destruction?.at ?? one.begunAt)],
      ['実施者', plan.operator, one.operator],
      ['確認者', plan.verifier, one.verifier],
    ], FINE),
    pair('計画番号', `${plan.no}（${plan.line}番）`, '確認日時', time(one.verifiedAt)),
    wide('作業場所', one.place),
    wide('立会者', witness === null ? 'なし' : `${witness.organisation}　${witness.name}${witness.confirmed ? '（結果を確認済み）' : ''}`),
    pair('届出書番号', orNone(notice.docNo), '届出日', dayOrNone(notice.submittedOn)),
    pair('甲の確認番号', orNone(notice.cityRef), '方法の了承番号', orNone(one.consentRef)),
  ]
}
