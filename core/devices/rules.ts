import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import type { DeviceCheck } from './check.ts'
import type { Device } from './device.ts'

/** The devices that serve a contract: in use, and carried about or standing at one of its places. */
export function devicesOf(reading: Reading, contractId: string): Device[] {
  const places = new Set(reading.list('place', contractId).map(({ id }) => id))
  return reading.list('device').filter(({ retired, portable, placeIds }) => retired === null && (portable || placeIds.some((id) => places.has(id))))
}

export const latestCheck = (reading: Reading, deviceId: string): DeviceCheck | null => reading.get('latest-check', deviceId) ?? null

/** R-25 (Art. 11(10)キ): the device's newest check has been passed. */
export function objectionsToDevice(reading: Reading, device: Device): Objection[] {
  const check = latestCheck(reading, device.id)
  if (!check) return [{ code: 'device-not-checked', article: '11(10)キ', rule: 'R-25', facts: { device: device.name } }]
  return check.result === '適合' ? [] : [{ code: 'device-check-failed', article: '11(10)キ', rule: 'R-25', facts: { device: device.name, check: check.no } }]
}
