import type * as z from 'zod'
import { giveId } from '../cli/demo/own-password.ts'
import { startWork } from '../cli/demo/workplace.ts'
import type { ContractOfWork, OpenContract } from '../core/contracts/contract-of-work.ts'
import type { Designate, Handover, Receive } from '../core/handovers/handover.ts'
import type { Item } from '../core/handovers/item.ts'
import type { ConfirmShinten, DraftMailing, Mailing } from '../core/mailings/mailing.ts'
import type { Medium, MediumNo } from '../core/media/medium.ts'
import type { Package } from '../core/packages/package.ts'
import type { Person, RegisterPerson } from '../core/people/person.ts'
import type { Day } from '../core/time.ts'
import { stick } from './paper-machine.ts'
import { openOffice, TEN_IN_THE_MORNING, type Office } from './world.ts'

/** The fictitious people and things of the scenario, as far as each test wants them. */
export const PASSWORD = 'kumo-wa-shiroi-7'
const day = (iso: string) => iso as Day
const SHA = '9'.repeat(64)

export const hikari = { kind: 'contractor' as const, name: '株式会社ひかりの丘データサービス', address: '架空県ひかりの丘市1-2-3', representative: '代表取締役　大鳥 誠', tel: '000-000-0000', email: 'info@hikari.example', docPrefix: 'ひ' }

export const yoshida: RegisterPerson = { name: '𠮷田 美咲', kana: 'ヨシダ ミサキ', company: null, employment: '正社員', title: '', email: 'yoshida@hikari.example', tel: '', roles: ['worker'] }
export const oba: RegisterPerson = { name: '大庭 健吾', kana: 'オオバ ケンゴ', company: null, employment: '正社員', title: '媒体管理者', email: 'oba@hikari.example', tel: '', roles: ['mediaAdmin'] }
export const takahashi: RegisterPerson = { name: '髙橋 亮', kana: 'タカハシ リョウ', company: '株式会社みほん人材', employment: '派遣', title: '', email: '', tel: '', roles: ['worker'] }
export const fromShirakaba: RegisterPerson = { name: '白樺 封子', kana: 'シラカバ フウコ', company: '有限会社しらかば封入', employment: '正社員', title: '', email: '', tel: '', roles: ['worker'] }

export const morikawa = { organisation: '青葉野市', department: '総務部税務課', name: '森川 奏', title: '主査', email: 'morikawa@city.aobano.example', postalCode: '000-0000', address: '青葉野市架空町1番地', tel: '', exception: null }

export const taxContract: OpenContract = {
  contractNo: 'R8-税-017', title: '令和9年度市民税・県民税納税通知書データ作成業務委託', shortNo: 'R8-017',
  city: { name: '青葉野市', addressee: '青葉野市長', section: '総務部税務課', officer: '森川 奏', officerTitle: '主査', securityManager: '西園 直樹' },
  periodFrom: day('2026-12-01'), periodTo: day('2027-03-31'), importanceClass: '重要情報', isSystemOpsContract: false,
  specification: { title: '情報セキュリティ特記仕様書', version: 'v1.0', fileName: 'tokki.txt', sha256: SHA, agreedOn: day('2026-12-01') }, certifications: [], retentionYears: 5,
}

export const training = { on: day('2026-12-03'), title: '情報セキュリティ研修', trainer: '水野 灯里', method: '集合', score: 100, textSha256: null }
export const pledge = { on: day('2026-12-03'), textVersion: 'v1', signedBy: '自署' as const, scanSha256: null }

export const atCounter = { means: '手渡し' as const, at: TEN_IN_THE_MORNING, place: '税務課窓口' }
export const cleanCheck = { at: TEN_IN_THE_MORNING, scanner: 'ClamAV', pattern: '27000', result: 'clean' as const, attested: false }

export interface StaffedOffice extends Office { mizuno: Person; oba: Person; yoshida: Person; contract: ContractOfWork; cityStick: Medium; ourStick: Medium }

/** An office on the morning of the seventh: contract open, place, device and emergency plan in order and work started, Mizuno, Oba and Yoshida educated and pledged, two sticks in the register. Mizuno is signed in. */
export async function staffedOffice(office: Office = openOffice()): Promise<StaffedOffice> {
  const { desk } = office
  await desk.vault.create({
    organisation: hikari,
    administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '作業責任者', email: 'mizuno@hikari.example', tel: '', loginId: 'mizuno', password: PASSWORD, roles: ['supervisor'] },
  })
  const contract = await desk.contracts.open(taxContract)
  await desk.contracts.addRecipient({ contractId: contract.id, recipient: morikawa, exception: null })
  const people = [...(await desk.people.list()), await desk.people.register(oba), await desk.people.register(yoshida)]
  await desk.people.recordTraining({ personIds: people.map(({ id }) => id), training })
  for (const { id } of people) await desk.people.signPledge({ personId: id, pledge })
  for (const [i, loginId] of ['oba', 'yoshida'].entries()) {
    const given = { personId: people[i + 1]!.id, loginId, password: PASSWORD }
    // Paper remembers no password that was given; a real vault does, and lets nobody work with one.
    if (office.world) await desk.people.giveAccount(given)
    else await giveId(desk, given, { loginId: 'mizuno', password: PASSWORD })
  }
  await startWork(desk, contract, day('2026-12-07'))
  for (const loginId of ['oba', 'yoshida', 'mizuno']) await readsTheSpecification(office, loginId)
  const [m, o, y] = await desk.people.list()
  return { ...office, contract: (await desk.contracts.list())[0]!, mizuno: m!, oba: o!, yoshida: y!, cityStick: await register(office, 'AZ0004M2W8', '甲'), ourStick: await register(office, 'AZ0003K7Q1', '乙') }
}

/** whoever handles anything has read the specification in force; they stay signed in. */
export async function readsTheSpecification({ world, desk }: Partial<Office> & Pick<Office, 'desk'>, loginId: string): Promise<void> {
  if (world) world.signInAs(loginId)
  else await desk.vault.unlock({ loginId, password: PASSWORD })
  for (const { id: contractId } of await desk.contracts.list()) {
    await desk.contracts.acknowledgeSpecification({ contractId, version: (await desk.contracts.specifications({ contractId })).inForce })
  }
}

const register = ({ desk }: Office, serial: string, owner: '甲' | '乙') => desk.media.register({
  no: null, type: 'USBメモリ', maker: '', model: '', serial, capacityBytes: 16e9, owner, ownerNo: owner === '甲' ? '税-USB-12' : '', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: '大庭 健吾',
})

export const designation = ({ contract }: { contract: ContractOfWork }): Designate => ({ contractId: contract.id, designated: atCounter, designatedBy: '森川 奏', cityList: [], purpose: '納税通知書データの受領' })

export const receiving = (handover: Handover, office: StaffedOffice, paths: string[]): Receive => ({
  handoverId: handover.id, paths, actual: atCounter, deliveredBy: '森川 奏', medium: office.cityStick.no, virusCheck: cleanCheck, storagePlace: '本社3階 第2作業室', returnDueOn: null, returnConditions: '', remarks: '',
  wordsForAll: { infoKind: '宛名データ', form: '電磁的記録媒体', importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false }, words: [], exception: null,
})

export const ATENA = '/in/R09_shiminzei_atena.csv'
const ATENA_TEXT = '宛名番号,氏名,住所\n90000001,青葉野　太郎,青葉野市架空町1番地\n'

/** …and the files of the morning received and compared, without their receipt yet. */
export async function receivedFiles(office: StaffedOffice): Promise<{ handover: Handover; items: Item[] }> {
  office.world.disk.set(ATENA, ATENA_TEXT)
  const handover = await office.desk.handovers.designate(designation(office))
  const received = await office.desk.handovers.receive(receiving(handover, office, [ATENA]))
  if (received.outcome !== 'received') throw new Error('nobody called it off')
  return received
}

/** …with the receipt out, so that the information may be used. */
export async function receiptedFiles(office: StaffedOffice): Promise<{ handover: Handover; items: Item[] }> {
  const { handover, items } = await receivedFiles(office)
  await office.desk.receipts.issue({ handoverId: handover.id })
  return { handover, items }
}

/** …and sealed into a verified package, and written to our stick in /medium by the desk. */
export async function septemberPackage(office: StaffedOffice): Promise<Package> {
  const { items } = await receiptedFiles(office)
  const sealed = await office.desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/medium', namesHidden: true, level: 4 })
  if (sealed.outcome !== 'verified') throw new Error('nobody called it off')
  return written(office, sealed.package)
}

/** The same package, once the desk has written it to our stick at /medium and read it back there. */
export async function written(office: StaffedOffice, sealed: Package): Promise<Package> {
  const { machine } = office.world
  const others = machine.drives
  machine.drives = [stick(office.ourStick.serial, '/dev/sdb', { volumes: [{ path: '/dev/sdb1', mountPoints: ['/medium'], fileSystem: 'exfat', label: null, bytes: 16e9, freeBytes: 16e9 }] })]
  await office.desk.packages.writeToMedium({ packageId: sealed.id, medium: office.ourStick.no, folder: '/medium', volumeBytes: null, only: null, typed: null })
  machine.drives = others
  return sealed
}

/** A seal is used once. */
let seals = 116

export const parcel = (office: StaffedOffice, packages: Package[]): DraftMailing => ({
  contractId: office.contract.id, recipientName: morikawa.name, contentKind: 'medium', isShinsho: false, content: '納品データ', quantity: 1, medium: office.ourStick.no, mediumFolder: '/medium',
  packages: packages.map(({ id }) => id), documentNos: [], carrier: '日本郵便', service: '簡易書留', sealNo: `S-0${++seals}`, copied: null, exception: null,
})

/** Oba reads the seal, compares the contents and looks at the mark. */
export const packingCheck = ({ id, sealNo }: Pick<Mailing, 'id' | 'sealNo'>): z.output<typeof ConfirmShinten> => ({ mailingId: id, checker: { loginId: 'oba', password: PASSWORD }, sealNo, contentsCompared: true })

export const noSuchMedium = 'PRIV-9999' as MediumNo
