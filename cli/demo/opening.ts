import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Medium } from '../../core/media/medium.ts'
import { aobano, day, hikari, mizuno, morikawa, oba, PASSWORD, pledge, recipient, takahashi, taxContract, training, yoshida } from './people.ts'
import type { Stage } from './stage.ts'
import { emergencyPlan, inOrder, organise, pc021, workshop } from './workplace.ts'
import { giveId } from './own-password.ts'

export interface DemoOffice { contract: ContractOfWork; cityContract: ContractOfWork; ourStick: Medium; cityStick: Medium }

/** Steps 1 to 4: vaults, contract, keys, people, media. */
export async function playOpening(stage: Stage): Promise<DemoOffice> {
  const { contractor, city, step, say, at, refused } = stage
  at('2026-12-01T09:00:00+09:00')
  step('1', '保管庫をつくり、契約を登録する（第1条）')
  const made = await contractor.vault.create({ organisation: hikari, administrator: mizuno })
  await city.vault.create({ organisation: aobano, administrator: { ...morikawa, roles: ['cityOfficer', 'cityManager'] } })
  say(`   ○ 保管庫：${hikari.name}（復旧キー ${made.recoveryKey.slice(0, 5)}… は印刷して金庫へ）、${aobano.name}`)

  const specPath = join(await stage.folder('received-from-city'), 'tokki-shiyosho-v1.0.txt')
  await writeFile(specPath, '情報セキュリティ特記仕様書　v1.0（架空）\n第１条〜第２２条\n')
  const spec = await contractor.contracts.hashFile({ path: specPath })
  const order = taxContract({ title: '情報セキュリティ特記仕様書', version: 'v1.0', fileName: spec.name, sha256: spec.sha256, agreedOn: training.on })
  const contract = await contractor.contracts.open(order)
  const cityContract = await city.contracts.open({ ...order, contractor: hikari.name })
  await contractor.contracts.addRecipient({ contractId: contract.id, recipient, exception: null })
  await organise(contractor, contract.id, contract.periodFrom)
  say(`   ○ 契約 ${contract.contractNo}「${contract.title}」 仕様書 SHA-256 ${spec.sha256.slice(0, 16)}…`)
  await refused('教育・誓約・点検の前に着手する', 'R-01', () => contractor.workplace.start({ contractId: contract.id }))
  await refused('機器の点検の前に着手する', 'R-25', () => contractor.workplace.start({ contractId: contract.id }))
  await refused('教育と誓約の前に情報を取り扱う', 'R-01', () => contractor.handovers.look({ paths: [specPath] }))

  at('2026-12-02T10:00:00+09:00')
  step('2', '公開鍵届を交わし、電話で確認のことばを読み合わせる')
  const keys = await stage.folder('key-notices')
  const [ours, theirs] = [(await contractor.vault.saveKeyNotice({ into: keys })).paths, (await city.vault.saveKeyNotice({ into: keys })).paths]
  const words = async (desk: typeof city) => (await desk.vault.publicKeys()).checkWords.join(' ')
  await city.contracts.registerKey({ contractId: cityContract.id, path: jsonOf(ours), checkedBy: '電話', fingerprintHeard: await words(contractor) })
  await contractor.contracts.registerKey({ contractId: contract.id, path: jsonOf(theirs), checkedBy: '電話', fingerprintHeard: await words(city) })
  say(`   ○ ${hikari.name}の確認のことば：${(await words(contractor)).split(' ').slice(0, 4).join('・')}…`)

  at('2026-12-03T13:00:00+09:00')
  step('3', '教育と誓約（第7条・第8条第2項）')
  const [first, second, third] = [await contractor.people.register(oba), await contractor.people.register(yoshida), await contractor.people.register(takahashi)]
  const all = await contractor.people.list()
  await contractor.people.recordTraining({ personIds: all.filter(({ id }) => id !== third.id).map(({ id }) => id), training })
  for (const { id } of all.filter((p) => p.id !== third.id)) await contractor.people.signPledge({ personId: id, pledge })
  for (const [person, loginId] of [[first, 'oba'], [second, 'yoshida'], [third, 'takahashi']] as const) await giveId(contractor, { personId: person.id, loginId, password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  say(`   ○ 従事可：${mizuno.name}・${oba.name}・${yoshida.name}　欠席：${takahashi.name}`)
  await contractor.vault.unlock({ loginId: 'takahashi', password: PASSWORD })
  await refused(`${takahashi.name}が情報を取り扱う`, 'R-01', () => contractor.handovers.look({ paths: [specPath] }))

  at('2026-12-04T09:30:00+09:00')
  step('4', '機器を点検し、媒体を登録して着手する（第11条第5号・第10号）')
  await contractor.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  await contractor.people.recordTraining({ personIds: [third.id], training: { ...training, on: order.specification.agreedOn } })
  await contractor.people.signPledge({ personId: third.id, pledge })
  const stick = { type: 'USBメモリ' as const, maker: '架空電機', model: 'KD-16', capacityBytes: 16_000_000_000, storagePlace: '本社3階 施錠キャビネットC-2', lockType: '鍵', keyHolder: oba.name }
  const ourStick = await contractor.media.register({ ...stick, no: 'MED-2026-0003' as Medium['no'], serial: 'AZ0003K7Q1', owner: '乙', ownerNo: '' })
  const cityStick = await contractor.media.register({ ...stick, no: 'MED-2026-0004' as Medium['no'], serial: 'AZ0004M2W8', owner: '甲', ownerNo: '税-USB-12' })
  say(`   ○ ${ourStick.no}（${ourStick.serial}）、${cityStick.no}（${cityStick.serial}、甲の${cityStick.ownerNo}）`)
  return { contract: await playStart(stage, contract), cityContract, ourStick, cityStick }
}


/** 作業場所・機器の点検・緊急時対応計画、そして着手。 */
async function playStart({ contractor, say, refused }: Stage, { id: contractId, specification }: ContractOfWork): Promise<ContractOfWork> {
  await refused('点検の前に着手する', 'R-25', () => contractor.workplace.start({ contractId }))
  const place = await contractor.places.register(workshop(contractId, day('2026-12-01')))
  const device = await contractor.devices.register(pc021([place.id]))
  await contractor.workplace.registerEmergencyPlan(emergencyPlan(contractId, day('2026-12-01')))
  await refused('着手の前に情報を取り扱う', 'R-25', () => contractor.handovers.look({ paths: ['/'] }))
  const check = await contractor.devices.check(inOrder(device.id, day('2026-12-04')))
  say(`   ○ 点検 ${check.no} ${device.name}：${check.result}（パターン ${check.antivirus.value?.patternOn}、更新 ${check.lastUpdateOn.value}、アプリ ${check.applications.count}件）`)
  const contract = await contractor.workplace.start({ contractId })
  await refused('特記仕様書を読まずに情報を取り扱う', 'R-39', () => contractor.handovers.look({ paths: ['/'] }))
  await contractor.contracts.acknowledgeSpecification({ contractId, version: specification.version })
  say(`   ○ 着手：作業場所 ${place.name}、緊急時対応計画 第1版`)
  return contract
}

const jsonOf = (paths: readonly string[]): string => paths.find((path) => path.endsWith('.json')) ?? ''
