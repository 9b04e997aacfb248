import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Balance } from '../../core/settlement/settlement.ts'
import type { DemoOffice } from './opening.ts'
import { day, mizuno, morikawa, oba, PASSWORD } from './people.ts'
import { expectThat } from './receiving.ts'
import type { Stage } from './stage.ts'

/** Steps 16 and 17: what came in goes back or is erased, nothing is left, and the work ends. */
export async function playSettling(stage: Stage, office: DemoOffice): Promise<void> {
  const { contractor, at, step, say, refused } = stage
  const { contract } = office
  const contractId = contract.id
  at('2027-03-18T09:00:00+09:00')
  step('16', '預かった情報を精算する（第15条第1項）')
  await contractor.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  await refused('残っているのに業務を終える', 'R-33', () => contractor.contracts.close({ contractId, typedContractNo: contract.contractNo }))
  const before = await contractor.settlement.balance({ contractId })
  say(`   ・受領 ${before.total.received}　残 ${before.total.remaining}　残っているもの ${before.openCount}件`)

  await playArrivals(stage, office)
  await playReturn(stage, office, before)
  await playErasure(stage, office)
  const after = await contractor.settlement.balance({ contractId })
  say(`   ・受領 ${after.total.received}　返却 ${after.total.returned}　消去 ${after.total.erased}　残 ${after.total.remaining}`)
  await playEnd(stage, office, after)
}

/** Step 12, told late: the parcel and the mail are there, and our stick is back. */
async function playArrivals({ contractor, at, say }: Stage, { contract }: DemoOffice): Promise<void> {
  const contractId = contract.id
  for (const { id, state, medium, no } of await contractor.mailings.list({ contractId })) {
    if (state !== 'dispatched') continue
    await contractor.mailings.arrive({ mailingId: id, at: at('2027-03-18T09:10:00+09:00'), to: morikawa.name })
    if (medium) await contractor.media.bringBack({ no: medium, storagePlace: '本社3階 施錠キャビネットC-2' })
    say(`   ○ ${no} の到着${medium ? `と、媒体 ${medium} の戻り` : ''}を記録`)
  }
  for (const { id, state, no } of await contractor.mails.list({ contractId })) {
    if (state !== 'sent') continue
    await contractor.mails.received({ mailId: id, at: at('2027-03-18T09:20:00+09:00'), by: morikawa.name })
    say(`   ○ ${no} の受領を記録`)
  }
}

async function playReturn({ contractor, at, say, folder }: Stage, { contract }: DemoOffice, { receipts, media }: Balance): Promise<void> {
  const items = receipts.flatMap(({ items: all }) => all).filter(({ left }) => left.includes('not-ended'))
  const citys = media.find(({ owner, open }) => owner === '甲' && open)
  const handback = await contractor.settlement.returnItems({
    contractId: contract.id, itemIds: items.map(({ id }) => id), medium: citys?.no ?? null, means: '手渡し', at: at('2027-03-18T10:00:00+09:00'), place: '税務課窓口', receivedBy: morikawa.name, condition: '異常なし', remarks: '',
  })
  const letter = await contractor.forms.issue({ contractId: contract.id, form: 'F-26', subjectId: handback.id, kind: '新規', reason: '', changesDocNo: '' })
  await contractor.receipts.save({ id: letter.id, into: await folder('documents') })
  say(`   ○ 返却 ${handback.no}：${handback.itemIds.length}件${citys ? `、媒体 ${citys.no}` : ''}　返却書 ${letter.docNo}`)
}

/** In one plan: what the vault holds, the packages that were never sent, and our stick that had been written to. */
async function playErasure({ contractor, at, say, folder }: Stage, { contract }: DemoOffice): Promise<void> {
  const contractId = contract.id
  const { receipts, media, open } = await contractor.settlement.balance({ contractId })
  const itemIds = receipts.flatMap(({ items }) => items).filter(({ left }) => left.includes('in-vault')).map(({ id }) => id)
  const people = await contractor.people.list()
  const [operator, verifier] = [oba, mizuno].map(({ name }) => people.find((one) => one.name === name)?.id)
  if (!operator || !verifier) throw new Error('Oba and Mizuno work here')
  const packages = (await contractor.packages.list({ contractId })).filter(({ id }) => open.some((one) => one.kind === 'package' && one.id === id))
  const written = media.filter(({ owner, open: isOpen }) => owner === '乙' && isOpen)
  const line = { medium: null, paths: [], itemIds: [], information: '納税通知書データ一式', quantity: 1, unit: '式', end: '再利用' as const, importanceClass: '重要情報' as const, myNumber: false, consentRef: '' }
  at('2027-03-18T10:30:00+09:00')
  const plan = await contractor.disposals.plan({
    contractId, plannedOn: day('2027-03-18'), place: '本社3階 第2作業室', operator, verifier, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
    targets: [
      { ...line, kind: 'vault', itemIds, mediaName: 'PC-021 の保管庫', method: 'vault' },
      ...(packages.length === 0 ? [] : [{ ...line, kind: 'files' as const, paths: packages.map(({ path }) => path), mediaName: 'PC-021 作業領域（送らなかった梱包）', method: 'files' as const }]),
      ...written.map(({ no }) => ({ ...line, kind: 'medium' as const, medium: no, mediaName: `USBメモリ（${no}）`, unit: '個', method: 'physical' as const, end: '廃棄' as const })),
    ],
  })
  await contractor.vault.unlock({ loginId: 'oba', password: PASSWORD })
  const photos = await folder('photographs')
  for (const name of ['stick-before.jpg', 'stick-after.jpg']) await writeFile(join(photos, name), 'a photograph of a stick')
  for (const { no: targetNo, kind, mediaName } of plan.targets) {
    const second = { loginId: 'mizuno', password: PASSWORD }
    await contractor.vault.unlock({ loginId: 'oba', password: PASSWORD })
    const wipe = kind === 'vault' ? (await contractor.disposals.wipeVault({ planId: plan.id, targetNo, witness: null, second })).wipe
      : kind === 'files' ? (await contractor.disposals.wipeFiles({ planId: plan.id, targetNo, listSha256: null, pattern: 'tile', readBack: true, hardLinks: 'leave', readOnly: 'leave', freeSpace: false, witness: null, second })).wipe
        : await contractor.disposals.recordDestruction({
          planId: plan.id, targetNo, how: '破砕', at: at('2027-03-18T11:00:00+09:00'), place: plan.place, performedBy: oba.name, outsourcer: '', manifestNo: '', witness: null, remarks: '',
          photos: [{ path: join(photos, 'stick-before.jpg'), when: '前' }, { path: join(photos, 'stick-after.jpg'), when: '後' }],
        })
    if (!wipe) throw new Error('nobody called it off')
    await contractor.vault.unlock(second)
    await contractor.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false })
    const order = { wipeIds: [wipe.id], sealNo: '', thirdPartyNo: '' }
    const { id, docNo } = await (wipe.result === '合格' ? contractor.disposals.certify(order) : contractor.disposals.report(order))
    await contractor.receipts.save({ id, into: await folder('documents') })
    say(`   ○ ${mediaName}（${wipe.result}）　${docNo}`)
  }
}

async function playEnd({ contractor, at, say, step, folder }: Stage, { contract }: DemoOffice, { openCount }: Balance): Promise<void> {
  expectThat(openCount === 0, 'nothing keeps the contract open')
  const remainder = await contractor.forms.issue({ contractId: contract.id, form: 'F-27', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  await contractor.receipts.save({ id: remainder.id, into: await folder('documents') })
  say(`   ○ 業務終了時残存情報確認書 ${remainder.docNo}：残数 0`)
  at('2027-03-31T17:00:00+09:00')
  step('17', '業務を終える（第15条第1項）')
  const { closed } = await contractor.contracts.close({ contractId: contract.id, typedContractNo: contract.contractNo })
  say(`   ○ 契約 ${contract.contractNo} を閉じました。記録は${closed?.retainUntil ?? ''}まで保管します`)
}
