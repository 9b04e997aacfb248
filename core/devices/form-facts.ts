import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import { dayOf } from '../time.ts'
import type { DeviceCheck, Source } from './check.ts'
import type { Device } from './device.ts'
import { devicesOf, latestCheck } from './rules.ts'

/** F-22 情報システム点検表 (Art. 11(10)イ–キ): the newest check of every device of the contract; each value says who knows it. */
export const deviceChecksForm: FormSource = {
  form: 'F-22',
  enteredAt: '/devices',
  facts: (reading, { contract }) => {
    const devices = devicesOf(reading, contract.id)
    return { fields: {}, tables: { devices: devices.map((device) => row(reading, device, latestCheck(reading, device.id), contract.id)) }, subjects: devices.map(({ id }) => id) }
  },
}

function row(reading: Reading, device: Device, check: DeviceCheck | null, contractId: string): Record<string, string> {
  const place = device.portable ? '持ち運ぶ' : device.placeIds.flatMap((id) => reading.get('place', id) ?? []).filter((one) => one.contractId === contractId).map(({ name }) => name).join('、')
  const known = { name: device.name, assetNo: device.assetNo, place, serial: '', internet: device.internetConnected ? '接続あり' : '接続なし' }
  if (!check) return { ...known, os: '', lastPatchedOn: '', antivirus: '', engine: '', patternOn: '', measures: '', apps: '', notPrivate: '', result: '', checkedBy: '', checkedOn: '', correction: '' }
  const { os, lastUpdateOn, antivirus, applications } = check
  return {
    ...known,
    os: os.value ? `${os.value.name} ${os.value.build}${by(os.source)}` : '未確認', lastPatchedOn: lastUpdateOn.value ?? '',
    antivirus: antivirus.value ? `${antivirus.value.product}${by(antivirus.source)}` : '未確認', engine: antivirus.value?.engine ?? '', patternOn: antivirus.value?.patternOn ?? '',
    measures: check.measures.join('、'), apps: saidOfApplications(applications, check.exception?.cityRef ?? null), notPrivate: check.notPrivate ? '確認済' : '未確認',
    result: check.result, checkedBy: reading.get('person', check.by)?.name ?? check.by, checkedOn: dayOf(check.at), correction: check.corrective,
  }
}

const by = (source: Source): string => ({ read: '（読取）', attested: '（申告）', unknown: '' })[source]

function saidOfApplications({ source, count, found }: DeviceCheck['applications'], cityRef: string | null): string {
  if (source === 'unknown') return '未確認'
  const looked = `${count === null ? '' : `${count}件を確認`}${by(source)}`
  if (found.length === 0) return `該当なし ${looked}`.trim()
  return `${found.map(({ name }) => name).join('、')} ${cityRef === null ? '' : `甲の了承 ${cityRef}`}${looked}`.trim()
}
