import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApplyCarryOut, CarryOut } from '../../core/carryouts/carry-out.ts'
import type { Handover } from '../../core/handovers/handover.ts'
import type { DemoOffice } from './opening.ts'
import { day, morikawa, PASSWORD, yoshida } from './people.ts'
import { instantOf } from '../../core/time.ts'
import { expectThat } from './receiving.ts'
import type { Stage } from './stage.ts'

/** Step 10: to city hall and back, with both approvals, two persons, and somebody else who sees it come back. */
export async function playCarrying(stage: Stage, office: DemoOffice, handover: Handover): Promise<void> {
  const { contractor, step, say, at, refused } = stage
  at('2026-12-14T12:00:00+09:00')
  step('10', '納品確認のため市役所へ持ち出し、持ち帰る（第11条第2号）')
  const stick = await stage.folder('stick-MED-2026-0003')
  const order = await readyToCarry(stage, office, handover, stick)
  await refused('暗号化していないまま申請する', 'R-09', () => contractor.carryOuts.apply({ ...order, packages: [] }))
  const own = await contractor.carryOuts.apply(order)
  await refused('申請した本人が承認する', 'R-08', () => contractor.carryOuts.approve({ carryOutId: own.id, conditions: '' }))
  await contractor.carryOuts.withdraw({ carryOutId: own.id, reason: '𠮷田が申請し直すため' })

  await sit(stage, 'yoshida', office)
  const applied = await contractor.carryOuts.apply(order)
  await sit(stage, 'mizuno', office)
  await contractor.carryOuts.approve({ carryOutId: applied.id, conditions: '直行・直帰とする' })
  await sit(stage, 'yoshida', office)
  at('2026-12-14T13:00:00+09:00')
  const going = { carryOutId: applied.id, persons: order.persons, folder: stick, typed: null }
  await refused('甲の承認番号なしに持ち出す', 'R-07', () => contractor.carryOuts.goOut(going))
  await playAnswer(stage, office, applied)
  await writeFile(join(stick, '宛名一覧.csv'), 'plain\n')
  await refused('暗号化されていないファイルが入った媒体を持ち出す', 'R-09', () => contractor.carryOuts.goOut(going))
  await rm(join(stick, '宛名一覧.csv'))
  const out = await contractor.carryOuts.goOut(going)
  say(`   ○ 持出 ${out.no}：${office.ourStick.no}（${out.out?.serial}）、${out.persons.length}人、返却期限 17時`)

  await playLate(stage, office, order)
  await comeBack(stage, applied)
  await rm(join(stick, out.encryption.map(({ packageNo }) => `${packageNo}.zip`)[0] ?? ''))
  await sit(stage, 'mizuno', office)
}

async function readyToCarry({ contractor, at, folder, signal }: Stage, office: DemoOffice, handover: Handover, stick: string): Promise<ApplyCarryOut> {
  const items = await contractor.handovers.items({ handoverId: handover.id })
  const sealed = await contractor.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: await folder('sealed-for-city-hall'), namesHidden: true, level: 4 }, { signal })
  if (sealed.outcome !== 'verified') throw new Error('nobody called it off')
  const written = await contractor.packages.writeToMedium({ packageId: sealed.package.id, medium: office.ourStick.no, folder: stick, volumeBytes: null, only: null, typed: null }, { signal })
  expectThat(written.outcome === 'written', 'what is carried out was written to its medium')
  const carriers = (await contractor.people.list()).filter(({ loginId }) => loginId === 'yoshida' || loginId === 'takahashi').map(({ id }) => id)
  const now = at('2026-12-14T12:10:00+09:00')
  return {
    contractId: office.contract.id, kind: 'medium', content: '納品データ', quantity: 1, medium: office.ourStick.no, packages: [sealed.package.id], protection: '', personalInfo: true, myNumber: false, records: 12,
    purpose: '納品確認', destination: '青葉野市役所 税務課', route: '社用車で直行・直帰', persons: carriers, outFrom: now, dueAt: instantOf('2026-12-14T17:00:00+09:00'), eraseAfterUse: true, eraseNote: '確認用端末に写したファイル',
  }
}

/** Papers of the same day that are not back in time. */
async function playLate(stage: Stage, office: DemoOffice, order: ApplyCarryOut): Promise<void> {
  const { contractor, at, say } = stage
  at('2026-12-14T13:10:00+09:00')
  const { id, no } = await contractor.carryOuts.apply({ ...order, kind: 'document', content: '校正紙', quantity: 3, medium: null, packages: [], protection: '鍵のかかるかばん', dueAt: instantOf('2026-12-14T15:00:00+09:00'), eraseAfterUse: false, eraseNote: '持ち帰る' })
  at('2026-12-14T13:20:00+09:00')
  await sit(stage, 'mizuno', office)
  await contractor.carryOuts.approve({ carryOutId: id, conditions: '' })
  await contractor.carryOuts.permit({ carryOutId: id, ref: 'R8税承0061', on: day('2026-12-14'), toldBy: morikawa.name, conditions: '' })
  await contractor.carryOuts.goOut({ carryOutId: id, persons: order.persons, folder: null, typed: null })
  const late = at('2026-12-14T15:01:00+09:00')
  const [first] = (await contractor.home.today()).cards.filter(({ subjectId }) => subjectId === id)
  expectThat(first?.kind === 'overdue' && first.code === 'carry-out-overdue', 'what is not back is overdue')
  say(`   ⚠ 15時01分、持出 ${no} が期限超過 → 督促`)
  await contractor.carryOuts.remind({ carryOutId: id, persons: order.persons, how: '電話', at: late, note: 'まもなく戻る' })
  await contractor.carryOuts.confirmReturn({ carryOutId: id, at: at('2026-12-14T15:30:00+09:00'), by: order.persons[0]!, quantity: 3, storagePlace: '施錠キャビネットC-2', note: '', checker: { loginId: 'oba', password: PASSWORD } })
}

async function comeBack({ contractor, at, say }: Stage, applied: CarryOut): Promise<void> {
  const [by] = applied.persons
  if (!by) throw new Error('somebody carried it')
  await contractor.carryOuts.recordErasure({ carryOutId: applied.id, outcome: 'done', at: at('2026-12-14T15:40:00+09:00'), by, note: '確認用端末から消去し、ごみ箱も空にした' })
  const order = { carryOutId: applied.id, at: at('2026-12-14T16:20:00+09:00'), by, quantity: 1, storagePlace: '施錠キャビネットC-2', note: '', checker: { loginId: 'oba', password: PASSWORD } }
  const done = await contractor.carryOuts.confirmReturn(order)
  expectThat(done.state === 'completed', 'back, erased there and confirmed by another')
  say(`   ○ 返却 16時20分（${yoshida.name}）、確認 大庭 健吾、持ち出し先での消去 済`)
}

/** Sits down, having read the specification in force. */
/** The application goes to the city as a letter (F-11), and its answer comes back as one (C-02), under the city's own number. */
async function playAnswer({ contractor, city, folder, say }: Stage, { contract, cityContract }: DemoOffice, applied: CarryOut): Promise<void> {
  const { id, docNo } = await contractor.forms.issue({ contractId: contract.id, form: 'F-11', subjectId: applied.id, kind: '新規', reason: '', changesDocNo: '' })
  const { paths } = await contractor.documents.submit({ id, into: await folder('documents') })
  const [first] = await city.city.import({ paths: paths.filter((path) => path.endsWith('.pdf')), cityReceiptNo: null, contractId: cityContract.id })
  const answered = await city.cityOffice.answer({ importedId: first?.imported?.id ?? '', decision: '承認', approvalNo: 'R8税承0061', decidedOn: day('2026-12-14'), conditions: [], reason: '', attendance: null, revisionReason: '' })
  const answer = await city.cityOffice.saveAnswer({ answeredId: answered.id, into: await folder('answer-from-city') })
  await contractor.answers.take({ paths: answer.paths })
  say(`   ○ 持出許可申請書 ${docNo} を甲が ${answered.approvalNo} で承認し、署名のある回答書 ${answered.docNo} を取り込みました`)
}

async function sit({ contractor }: Stage, loginId: string, { contract }: DemoOffice): Promise<void> {
  await contractor.vault.unlock({ loginId, password: PASSWORD })
  await contractor.contracts.acknowledgeSpecification({ contractId: contract.id, version: contract.specification.version })
}
