import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Medium } from '../../core/media/medium.ts'
import type { DisposalPlan, PlanDisposal } from '../../core/wipes/plan.ts'
import type { RecordDestruction, WipeId } from '../../core/wipes/wipe.ts'
import { attachImage, type AttachedImage } from './image.ts'
import type { DemoOffice } from './opening.ts'
import { aobano, day, mizuno, morikawa, oba, PASSWORD } from './people.ts'
import { expectThat } from './receiving.ts'
import type { Stage } from './stage.ts'

const MARKER = '住所：青葉野市本町一丁目　氏名：青葉野　太郎'
const witness = { organisation: aobano.name, name: morikawa.name }

/** Steps 14 to 16: planned, noticed, erased before a witness, verified, certified, and seen by the city. */
export async function playDisposing(stage: Stage, office: DemoOffice): Promise<void> {
  const image = attachImage(join(await stage.folder('medium-MED-2026-0005'), 'medium.img'), 16 * 2 ** 20, MARKER)
  try {
    const plan = await playNotice(stage, office, image)
    const documents = [...(image ? [await playWipe(stage, plan, image)] : []), await playDestruction(stage, plan)]
    await playSettlement(stage, [plan.docNo ?? '', ...documents])
  } finally {
    image?.detach()
  }
}

async function playNotice({ contractor, step, say, at, refused }: Stage, { contract }: DemoOffice, image: AttachedImage | null): Promise<DisposalPlan> {
  const asked = at('2027-03-10T09:00:00+09:00')
  step('14', '消去・廃棄を計画し、届け出る（第15条第2項）')
  await contractor.vault.unlock({ loginId: 'oba', password: PASSWORD })
  await contractor.contracts.acknowledgeSpecification({ contractId: contract.id, version: contract.specification.version })
  const people = await contractor.people.list()
  const [operator, verifier] = [oba, mizuno].map(({ name }) => people.find((one) => one.name === name)?.id)
  if (!operator || !verifier) throw new Error('Oba and Mizuno work here')
  const stick = { type: 'USBメモリ' as const, maker: '', model: '', capacityBytes: null, owner: '乙' as const, ownerNo: '', storagePlace: '本社3階 施錠キャビネットC-2', lockType: '鍵', keyHolder: oba.name }
  const toDestroy = await contractor.media.register({ ...stick, no: 'MED-2026-0006' as Medium['no'], serial: 'AZ0006B4X2' })
  await contractor.media.reportBroken({ no: toDestroy.no, note: '読み書きできない' })
  const toErase = image && await contractor.media.register({ ...stick, no: 'MED-2026-0005' as Medium['no'], serial: image.serial })

  const line = { kind: 'medium' as const, paths: [], itemIds: [], information: '納税通知書データ一式', quantity: 1, unit: '個', importanceClass: '重要情報' as const, myNumber: false, consentRef: '' }
  const destroyed = { ...line, medium: toDestroy.no, mediaName: 'USBメモリ（故障）', method: 'physical' as const, end: '廃棄' as const }
  const order: PlanDisposal = {
    contractId: contract.id, plannedOn: day('2027-03-17'), place: '本社3階 第2作業室', operator, verifier, outsourcer: '', remarks: '', noticeRequested: { by: morikawa.name, at: asked, dueOn: day('2027-03-12') }, witnessRequested: witness,
    targets: [destroyed, ...(toErase ? [{ ...line, medium: toErase.no, mediaName: 'USBメモリ', method: 'overwrite-tile' as const, end: '再利用' as const, consentRef: 'R8税承0061' }] : [])],
  }
  await refused('数量を決めずに計画する', 'R-27', () => contractor.disposals.plan({ ...order, targets: [{ ...destroyed, quantity: 0 }] }))
  await refused('重要情報のUSBメモリを、了承なしに上書きで済ませる', 'R-30', () => contractor.disposals.plan({ ...order, targets: [{ ...destroyed, method: 'overwrite-zero' }] }))
  await refused('実施者が自分で確認する', 'R-32', () => contractor.disposals.plan({ ...order, verifier: operator }))
  const plan = await contractor.disposals.plan(order)
  await refused('届け出る前に破壊する', 'R-28', () => contractor.disposals.recordDestruction(destruction(plan, asked)))

  const notice = await contractor.disposals.issueNotice({ planId: plan.id })
  await contractor.disposals.submitNotice({ planId: plan.id })
  at('2027-03-12T11:00:00+09:00')
  say(`   ○ 計画 ${plan.no}（${plan.targets.length}行）　届出書 ${notice.docNo}　市の確認 R8税確0017`)
  return contractor.disposals.confirmNotice({ planId: plan.id, cityRef: 'R8税確0017' })
}

/** Everything on the medium, read back twice: by the engine, and for the one who verifies. */
async function playWipe(stage: Stage, plan: DisposalPlan, image: AttachedImage): Promise<string> {
  const { contractor, say, at, step, signal } = stage
  at('2027-03-17T10:04:00+09:00')
  step('15', '立会いのもとで消去し、別の人が確かめ、証明書を出す（第15条第3項〜第5項）')
  const order = { planId: plan.id, targetNo: 2, drivePath: image.device, typedSerial: image.serial, readBack: 'full' as const, witness, second: { loginId: 'mizuno', password: PASSWORD }, resume: null }
  const { wipe } = await contractor.disposals.wipe(order, { signal })
  if (!wipe) throw new Error('the serial number came with the order')
  at('2027-03-17T10:31:00+09:00')
  await contractor.disposals.verify({ wipeId: wipe.id, drivePath: image.device, second: order.second, witnessConfirmed: true }, { signal })
  const file = image.serial.split(':').slice(2).join(':')
  expectThat(wipe.result === '合格' && !readFileSync(file).includes(MARKER), 'nothing is left of what was on the medium')
  say(`   ○ 消去 ${wipe.medium}：${wipe.run?.figures?.bytes}バイトを上書きし、全部を読み戻して一致。もう一度、${mizuno.name}が読み戻して一致`)
  return certified(stage, wipe.id, 'K-0031')
}

async function playDestruction(stage: Stage, plan: DisposalPlan): Promise<string> {
  const { contractor, say, at, step, refused, folder } = stage
  const destroyedAt = at('2027-03-17T11:00:00+09:00')
  step('15', '消去できない媒体を破壊する（第15条第4項）')
  const photos = await folder('photographs')
  await writeFile(join(photos, 'before.jpg'), 'a photograph of the medium')
  await writeFile(join(photos, 'after.jpg'), 'a photograph of what is left')
  const order = { ...destruction(plan, destroyedAt), photos: [{ path: join(photos, 'before.jpg'), when: '前' as const }, { path: join(photos, 'after.jpg'), when: '後' as const }] }
  await refused('立会者なしに破壊する', 'R-29', () => contractor.disposals.recordDestruction({ ...order, witness: null }))
  const wipe = await contractor.disposals.recordDestruction(order)
  await refused('確認の前に証明書を出す', 'R-32', () => contractor.disposals.certify({ wipeIds: [wipe.id], sealNo: '', thirdPartyNo: '' }))
  await contractor.disposals.verify({ wipeId: wipe.id, drivePath: null, second: { loginId: 'mizuno', password: PASSWORD }, witnessConfirmed: true })
  say(`   ○ 破壊 ${wipe.medium}：${wipe.destruction?.how}、写真${wipe.destruction?.photos.length}枚、確認 ${mizuno.name}`)
  return certified(stage, wipe.id, '')
}

const destruction = ({ id, place }: DisposalPlan, at: RecordDestruction['at']): RecordDestruction =>
  ({ planId: id, targetNo: 1, how: '破砕', at, place, performedBy: oba.name, outsourcer: '', manifestNo: '', photos: [], witness, remarks: '' })

async function certified({ contractor, say }: Stage, wipeId: WipeId, sealNo: string): Promise<string> {
  const { docNo, form, code } = await contractor.disposals.certify({ wipeIds: [wipeId], sealNo, thirdPartyNo: '' })
  say(`   ○ ${form === 'F-31' ? '物理破壊証明書' : 'データ消去証明書'} ${docNo}　確認コード ${code}`)
  return docNo
}

async function playSettlement({ contractor, city, say, at, step, folder }: Stage, docNos: readonly string[]): Promise<void> {
  at('2027-03-18T09:30:00+09:00')
  step('16', '市が届出書と証明書を取り込む')
  await contractor.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  const [contract] = await contractor.contracts.list()
  const issued = await contractor.receipts.list({ contractId: contract?.id ?? ('' as never) })
  const bodies: string[] = []
  for (const docNo of docNos) {
    const { paths } = await contractor.receipts.save({ id: issued.find((one) => one.docNo === docNo)?.id ?? '', into: await folder('documents') })
    bodies.push(paths.find((path) => path.endsWith('.csv')) ?? paths.find((path) => path.endsWith('.pdf')) ?? '')
  }
  // What comes in one envelope bears one number.
  const results = await city.city.import({ paths: bodies, cityReceiptNo: 'R8税収2201' })
  for (const [i, docNo] of docNos.entries()) {
    expectThat(results[i]?.outcome === 'imported' && results[i].verification.verdict === 'verified', `the city believes ${docNo}`)
    say(`   ○ 取込 ${docNo}：✔一致`)
  }
  const { total, contradictions } = await city.cityOffice.settlement({ contractId: (await city.contracts.list())[0]?.id ?? ('' as never) })
  say(`   ・市の精算　受領 ${total.received}　消去 ${total.erased}　廃棄 ${total.disposed}　残 ${total.remaining}　食い違い ${contradictions.length}件`)
}
