import type { Desk } from '../../core/contract.ts'
import type { ContractId, ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { CheckDevice, WorkstationFacts } from '../../core/devices/check.ts'
import type { DeviceId, RegisterDevice } from '../../core/devices/device.ts'
import type { PlaceId, RegisterPlace } from '../../core/places/place.ts'
import type { Day } from '../../core/time.ts'
import type { RegisterEmergencyPlan } from '../../core/workplace/emergency-plan.ts'
import type { Workstation } from '../../core/world.ts'
import { day } from './people.ts'

/** Where the fictitious office works, with what, and whom it calls when something goes wrong. */
export const workshop = (contractId: ContractId, useFrom: Day): ReturnType<typeof RegisterPlace.parse> => ({
  contractId, name: '本社3階 第2作業室', address: '架空県ひかりの丘市中央一丁目2番3号', room: '本社ビル3階 第2作業室', areaSquareMetres: 42.5, entryControl: 'ICカード（入退室記録あり）', lockStorage: '施錠キャビネットC-2（鍵管理者 大庭 健吾）',
  devices: '', network: '業務用LAN（インターネット接続はプロキシ経由）', useFrom, useTo: null, withinCityHall: false,
})

export const pc021 = (placeIds: PlaceId[]): ReturnType<typeof RegisterDevice.parse> => ({
  name: 'PC-021', assetNo: 'HK-PC-021', owner: '株式会社ひかりの丘データサービス', internetConnected: true, portable: false, placeIds, thisMachine: true,
})

/** What a clerk says of a machine that does not say it itself. */
export const attestedOn = (on: Day): CheckDevice['attested'] => ({
  os: { name: 'Windows 11 Pro', build: '26200.7171' }, lastUpdateOn: on, antivirus: { product: 'Microsoft Defender', engine: '1.1.25100.9', patternOn: on, active: true }, applications: [],
})
export const inOrder = (deviceId: DeviceId, on: Day): CheckDevice => ({ deviceId, attested: attestedOn(on), measures: ['添付ファイルの検査', '最小権限', '保管庫の暗号化'], notPrivate: true, corrective: '', exception: null })

export const emergencyPlan = (contractId: ContractId, effectiveOn: Day): ReturnType<typeof RegisterEmergencyPlan.parse> => ({
  contractId, version: '第1版', fileName: 'kinkyu-taio-keikaku.pdf', sha256: '8'.repeat(64), effectiveOn,
  contacts: [{ organisation: '株式会社ひかりの丘データサービス', name: '水野 灯里', telDay: '0000-00-0001', telNight: '0000-00-0009' }, { organisation: '青葉野市 総務部税務課', name: '森川 奏', telDay: '0000-00-1001', telNight: '' }],
  procedures: { containment: '該当機器をネットワークから切り離す', evidence: '保管庫と台帳に触れず、時刻を記録する', recovery: '甲の了承の後に再開する', prevention: '原因を調べ、手順を改める' }, drills: [],
})

export const demarcation = (agreedOn: Day) => [{ item: '住民情報システムのサーバ', city: '設置場所の管理・機器の所有', contractor: '運用・保守・バックアップ', subcontractor: '', agreedOn }]

/**
 * Everything that has to be in order at the workplace, and the start. `on`: today. Whoever is signed in may do all of it. The check is
 * attested before the machine is recognised: what the machine of a test would say of itself is not the test's subject.
 */
export async function startWork(desk: Desk, { id: contractId, isSystemOpsContract, periodFrom, specification }: ContractOfWork, on: Day): Promise<ContractOfWork> {
  await organise(desk, contractId, periodFrom < on ? periodFrom : on)
  await desk.contracts.acknowledgeSpecification({ contractId, version: specification.version })
  const place = await desk.places.register(workshop(contractId, periodFrom < on ? periodFrom : on))
  const machine = await desk.workplace.here()
  const known = (await desk.devices.list()).find(({ id }) => id === machine.deviceId)
  const device = known ? await desk.devices.move({ deviceId: known.id, portable: false, placeIds: [...known.placeIds, place.id] }) : await desk.devices.register({ ...pc021([place.id]), thisMachine: false })
  if (!known) {
    await desk.devices.check(inOrder(device.id, on))
    await desk.devices.recognise({ deviceId: device.id })
  }
  await desk.workplace.registerEmergencyPlan(emergencyPlan(contractId, on))
  if (isSystemOpsContract) await desk.workplace.agreeDemarcation({ contractId, rows: demarcation(on) })
  return desk.workplace.start({ contractId })
}

/** The first supervisor of the roster answers for the contract. */
export async function organise(desk: Desk, contractId: ContractId, validFrom: Day): Promise<void> {
  const supervisor = (await desk.people.list()).find(({ roles }) => roles.includes('supervisor'))
  const filled = (await desk.contracts.organisation({ contractId })).posts.length > 0
  if (supervisor && !filled) await desk.contracts.appoint({ contractId, duty: '作業責任者', personId: supervisor.id, validFrom, validTo: null, contactOrder: 1, telDay: supervisor.tel || '0000-00-0001', telNight: '0000-00-0009' })
}

/** PC-021 as it is in the demo, whatever machine plays it. */
export const demoWorkstation: Workstation & { facts: WorkstationFacts } = {
  facts: {
    os: { name: 'Windows 11 Pro', build: '26200.7171' }, lastUpdateOn: day('2026-11-28'), antivirus: { product: 'Microsoft Defender', engine: '1.1.25100.9', patternOn: day('2026-12-03'), active: true },
    applications: [{ name: '7-Zip 25.01 (x64)', version: '25.01' }], notSaid: [],
  },
  identity: async () => ({ id: 'machine-demo-pc-021', name: 'PC-021' }),
  look: async () => demoWorkstation.facts,
}
