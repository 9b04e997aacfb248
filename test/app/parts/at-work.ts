import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hikari, mizuno, oba, PASSWORD, recipient, yoshida } from '../../../cli/demo/people.ts'
import { startWork } from '../../../cli/demo/workplace.ts'
import type { Desk } from '../../../core/contract.ts'
import type { ContractOfWork } from '../../../core/contracts/contract-of-work.ts'
import type { IssuedDocument } from '../../../core/documents/document.ts'
import type { Instant } from '../../../core/time.ts'
import type { Office } from '../launch.ts'
import { deskBehind } from './behind-the-page.ts'
import { contractFrom, today } from './founded.ts'
import { giveId } from '../../../cli/demo/own-password.ts'

/**
 * A contractor in the middle of its work, today: started, the city's list of addresses received and its receipt out. Yoshida, who also stands
 * in for the supervisor, sits at the window; Mizuno and Oba have their own IDs.
 */
export async function atWork(contractor: Office, table: string): Promise<void> {
  const desk = deskBehind(contractor.page)
  await desk.vault.create({ organisation: hikari, administrator: mizuno })
  const contract = await desk.contracts.open(contractFrom(today))
  await desk.contracts.addRecipient({ contractId: contract.id, recipient, exception: null })
  const keeper = await desk.people.register(oba)
  const deputy = await desk.people.register({ ...yoshida, roles: ['worker', 'supervisor'] })
  const people = await desk.people.list()
  await desk.people.recordTraining({ personIds: people.map(({ id }) => id), training: { on: today, title: '情報セキュリティ研修', trainer: mizuno.name, method: '集合研修', score: 100, textSha256: null } })
  for (const { id } of people) await desk.people.signPledge({ personId: id, pledge: { on: today, textVersion: '第1版', signedBy: '自署', scanSha256: null } })
  await startWork(desk, contract, today)
  await giveId(desk, { personId: keeper.id, loginId: 'oba', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  await giveId(desk, { personId: deputy.id, loginId: 'yoshida', password: PASSWORD }, { loginId: 'mizuno', password: PASSWORD })
  await receiveFiles(desk, contract, table)
  for (const loginId of ['oba', 'yoshida']) {
    await desk.vault.unlock({ loginId, password: PASSWORD })
    await desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: contract.specification.version })
  }
  await contractor.page.reload()
}

/** The city's list of addresses is received off its stick, with 12 records, and the receipt for it is out. */
export async function receiveFiles(desk: Desk, { id: contractId }: ContractOfWork, table: string): Promise<IssuedDocument> {
  const stick = await desk.media.register({ no: null, type: 'USBメモリ', maker: '架空電機', model: 'KD-16', serial: 'AZ0004M2W8', capacityBytes: 16e9, owner: '甲', ownerNo: '税-USB-12', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: oba.name })
  const path = join(table, 'stick', 'R09_shiminzei_atena.csv')
  mkdirSync(join(table, 'stick'))
  writeFileSync(path, readFileSync(resolve(import.meta.dirname, '../../fixtures/R09_shiminzei_atena.csv')))
  const actual = { means: '手渡し' as const, at: Date.now() as Instant, place: '税務課窓口' }
  const handover = await desk.handovers.designate({ contractId, designated: actual, designatedBy: recipient.name, cityList: [], purpose: '納税通知書データの作成' })
  const said = { infoKind: '宛名・税額データ', form: '電磁的記録媒体', importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false } as const
  const received = await desk.handovers.receive({
    handoverId: handover.id, paths: [path], actual, deliveredBy: recipient.name, medium: stick.no, virusCheck: { at: actual.at, scanner: 'ClamAV', pattern: today, result: 'clean', attested: true },
    storagePlace: '本社3階 第2作業室', returnDueOn: null, returnConditions: '業務終了時に返却又は消去', remarks: '', exception: null,
    wordsForAll: said, words: [{ ...said, name: 'R09_shiminzei_atena.csv', count: 12 }],
  })
  if (received.outcome !== 'received') throw new Error('nobody called it off')
  return desk.receipts.issue({ handoverId: handover.id })
}
