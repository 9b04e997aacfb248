import { readFile, writeFile } from 'node:fs/promises'
import type { Desk } from '../../core/contract.ts'
import { join } from 'node:path'
import type { Handover, Receive } from '../../core/handovers/handover.ts'
import type { MediumNo } from '../../core/media/medium.ts'
import { fixtures } from './fixtures.ts'
import type { DemoOffice } from './opening.ts'
import { day, morikawa } from './people.ts'
import type { Stage } from './stage.ts'

/** Steps 5 and 6: the hand-over as designated, the receipt, and the city that imports it. */
export async function playReceiving(stage: Stage, office: DemoOffice): Promise<Handover> {
  const { contractor, step, say, at, refused } = stage
  const hour = at('2026-12-07T10:00:00+09:00')
  step('5', '指定どおりに受け取り、照合して預り証を出す（第14条）')
  const designated = { means: '手渡し' as const, at: hour, place: '税務課窓口' }
  const cityList = fixtures.map(({ name, base64, sha256, count }) => ({ name, size: Buffer.from(base64, 'base64').length, sha256, count }))
  const handover = await contractor.handovers.designate({ contractId: office.contract.id, designated, designatedBy: morikawa.name, cityList, purpose: '納税通知書データの作成' })

  const right = await stage.layFiles(await stage.folder('received-from-city/stick'))
  const wrong = await stage.layFiles(await stage.folder('received-from-city/stick-one-byte-changed'), { name: 'R09_shiminzei_atena.csv', by: (bytes) => { bytes[500] = (bytes[500] ?? 0) ^ 1 } })
  const order: Receive = {
    handoverId: handover.id, paths: right, actual: designated, deliveredBy: morikawa.name, medium: office.cityStick.no,
    virusCheck: { at: hour, scanner: 'ClamAV', pattern: '2026-12-07', result: 'clean', attested: true }, storagePlace: '本社3階 第2作業室 保管庫PC-021', returnDueOn: day('2027-03-31'),
    returnConditions: '業務終了時に返却又は消去', remarks: '', wordsForAll: { infoKind: '納税通知書作成用データ', form: '電磁的記録媒体', importanceClass: '重要情報', personalInfo: false, sensitive: false, myNumber: false },
    words: [{ name: 'R09_shiminzei_atena.csv', infoKind: '宛名・税額データ', form: '電磁的記録媒体', count: 12, importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false }], exception: null,
  }
  await refused('私物のUSBメモリから受け取る', 'R-17', () => contractor.handovers.receive({ ...order, medium: 'PRIV-9999' as MediumNo }))
  await refused('別の場所で受け取る', 'R-05', () => contractor.handovers.receive({ ...order, actual: { ...designated, place: '本社受付' } }))
  await contractor.handovers.receive({ ...order, paths: wrong })
  await refused('1バイト違うまま預り証を出す', 'R-06', () => contractor.receipts.issue({ handoverId: handover.id }))

  at('2026-12-07T10:20:00+09:00')
  const received = await contractor.handovers.receive({ ...order })
  if (received.outcome !== 'received') throw new Error('nobody called it off')
  say(`   ○ 受領 ${received.items.length}件、${received.handover.totalBytes}バイト、甲の一覧と一致`)
  await refused('預り証の前に使う', 'R-04', async () => contractor.packages.seal({ contractId: office.contract.id, itemIds: received.items.map(({ id }) => id), paths: [], into: await stage.folder('out'), namesHidden: true, level: 4 }))

  at('2026-12-07T10:40:00+09:00')
  const receipt = await contractor.receipts.issue({ handoverId: handover.id })
  const { paths } = await contractor.receipts.save({ id: receipt.id, into: await stage.folder('documents') })
  say(`   ○ 預り証 ${receipt.docNo}　確認コード ${receipt.code}　（${paths.length}つの形で保存）`)

  await playImport(stage, office, paths)
  return received.handover
}

async function playImport(stage: Stage, office: DemoOffice, paths: readonly string[]): Promise<void> {
  const { contractor, city, step, say, at } = stage
  at('2026-12-07T14:00:00+09:00')
  step('6', '市が預り証を取り込む')
  const csv = paths.find((path) => path.endsWith('.csv')) ?? ''
  const [first] = await city.city.import({ paths: [csv], cityReceiptNo: 'R8税収1234' })
  say(`   ○ 取込 ${first?.verification.document?.docNo}：${mark(first?.verification.verdict)} ${first?.outcome}　収受番号 R8税収1234`)
  expectThat(first?.outcome === 'imported' && first.verification.verdict === 'verified', 'the city believes the CSV')
  const [again] = await city.city.import({ paths: [csv], cityReceiptNo: null })
  say(`   ○ もう一度取り込む → ${again?.outcome === 'already' ? '取込済' : '？'}`)
  expectThat(again?.outcome === 'already', 'a second import changes nothing')
  for (const path of paths.filter((p) => p.endsWith('.pdf') || p.endsWith('.json'))) {
    const [verification] = await city.documents.verify({ paths: [path], trust: [] })
    say(`   ○ 検証 ${path.split('/').at(-1)}：${mark(verification?.verdict)}`)
    expectThat(verification?.verdict === 'verified', `${path} is believed`)
  }
  await refuseForgery(stage, city, csv)

  const acknowledgements = await city.city.acknowledge({ importedId: first?.imported?.id ?? '', into: await stage.folder('acknowledgement-from-city') })
  const [answer] = await contractor.receipts.acknowledge({ paths: acknowledgements.paths.filter((p) => p.endsWith('.json')) })
  say(`   ○ 収受通知を受領：${answer?.docNo} → ${answer?.cityReceiptNo}（${office.contract.contractNo}）`)
  expectThat(answer?.state === 'acknowledged', 'the acknowledgement is believed')
}

/** 件数 12 → 13 in the spreadsheet. */
async function refuseForgery(stage: Stage, city: Desk, csv: string): Promise<void> {
  const forged = join(await stage.folder('forged'), 'forged.csv')
  await writeFile(forged, (await readFile(csv, 'utf8')).replaceAll('"12"', '"13"'))
  const [answer] = await city.city.import({ paths: [forged], cityReceiptNo: null })
  stage.say(`   ✘ 件数を12から13に書き換える → ${mark(answer?.verification.verdict)} ${answer?.verification.reasons.map(({ field, code }) => `${field ?? ''} ${code}`).join('、')}`)
  expectThat(answer?.outcome === 'refused', 'a changed count is refused')
}

const mark = (verdict: string | undefined) => (verdict === 'verified' ? '✔一致' : verdict === 'values-only' ? '△値は一致' : '✘不一致')

export function expectThat(so: boolean, claim: string): void {
  if (!so) throw new Error(`the demo expected that ${claim}`)
}
