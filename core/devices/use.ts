import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { placeNamed } from '../places/use.ts'
import { type Objection, refusal, refuseIfAny } from '../refusal.ts'
import { dayOf } from '../time.ts'
import type { World } from '../world.ts'
import type { DeviceCheck } from './check.ts'
import type { Device, DeviceId, MachineIdentity, MoveDevice, RecogniseDevice, RegisterDevice, RetireDevice } from './device.ts'
import { leakProneByDefault, type LeakProne, type ListLeakProne } from './leak-prone.ts'

/** 機器の登録 (Art. 11(10)オ). One machine is one device. */
export async function registerDevice(world: World, { thisMachine, ...order }: z.output<typeof RegisterDevice>): Promise<Device> {
  const machine = thisMachine ? await world.workstation.identity() : null
  const device: Device = { ...order, placeIds: order.portable ? [] : order.placeIds, machine, id: world.newId() as DeviceId, retired: null, registeredAt: world.now() }
  return record(world, (reading) => {
    refuseIfAny([...objectionsToStanding(reading, order), ...objectionsToMachine(reading, device)])
    return { entries: [{ type: 'device-registered', data: { device } }], answer: () => device }
  })
}

/** 設置場所の変更: other places, or none for a device that is carried about. */
export async function moveDevice(world: World, { deviceId, ...standing }: z.output<typeof MoveDevice>): Promise<Device> {
  return record(world, (reading) => {
    refuseIfAny([...objectionsToRetired(deviceNamed(reading, deviceId)), ...objectionsToStanding(reading, standing)])
    const placeIds = standing.portable ? [] : standing.placeIds
    return { entries: [{ type: 'device-moved', data: { deviceId, portable: standing.portable, placeIds } }], answer: (after) => deviceNamed(after, deviceId) }
  })
}

/** Said at the machine: this one is the device of the register. */
export async function recogniseDevice(world: World, { deviceId }: z.output<typeof RecogniseDevice>): Promise<Device> {
  const machine = await world.workstation.identity()
  return record(world, (reading) => {
    const device = deviceNamed(reading, deviceId)
    refuseIfAny([...objectionsToRetired(device), ...objectionsToMachine(reading, { ...device, machine })])
    return { entries: [{ type: 'device-recognised', data: { deviceId, machine } }], answer: (after) => deviceNamed(after, deviceId) }
  })
}

/** 使用終了. */
export async function retireDevice(world: World, { deviceId, ...retired }: z.output<typeof RetireDevice>): Promise<Device> {
  return record(world, (reading) => {
    refuseIfAny([
      ...objectionsToRetired(deviceNamed(reading, deviceId)),
      ...(retired.on > dayOf(world.now()) ? [{ code: 'time-in-future', article: '11(10)オ', rule: null, facts: { what: 'retired' } } as const] : []),
    ])
    return { entries: [{ type: 'device-retired', data: { deviceId, retired } }], answer: (after) => deviceNamed(after, deviceId) }
  })
}

export const listDevices = (world: World): Promise<Device[]> => look(world, (reading) => reading.list('device').sort((a, b) => a.registeredAt - b.registeredAt))

export const listChecks = (world: World): Promise<DeviceCheck[]> => look(world, (reading) => reading.list('check').sort((a, b) => b.at - a.at))

/** The office's list of applications that leak (Art. 11(10)キ). */
export const leakProne = (reading: Reading): readonly LeakProne[] => reading.get('leak-prone', 'list')?.applications ?? leakProneByDefault
export const listLeakProne = (world: World): Promise<LeakProne[]> => look(world, (reading) => [...leakProne(reading)])

/** Checks made from now on look for these. */
export async function changeLeakProne(world: World, { applications }: z.output<typeof ListLeakProne>): Promise<LeakProne[]> {
  return record(world, () => ({ entries: [{ type: 'leak-prone-listed', data: { applications } }], answer: (after) => [...leakProne(after)] }))
}

/** The device that a machine is; null for a machine that is not in the register. */
export function deviceAt(reading: Reading, { id }: MachineIdentity): Device | null {
  return reading.list('device').find(({ machine, retired }) => retired === null && machine?.id === id) ?? null
}

/** The device, or a refusal. */
export function deviceNamed(reading: Reading, id: string): Device {
  const device = reading.get('device', id)
  if (!device) throw refusal('nothing-found', null, null, { what: 'device', id })
  return device
}

export function objectionsToRetired({ retired, name }: Device): Objection[] {
  return retired ? [{ code: 'device-retired', article: '11(10)オ', rule: null, facts: { device: name } }] : []
}

function objectionsToStanding(reading: Reading, { portable, placeIds }: Pick<Device, 'portable' | 'placeIds'>): Objection[] {
  if (portable) return []
  for (const id of placeIds) placeNamed(reading, id)
  return placeIds.length > 0 ? [] : [{ code: 'device-without-place', article: '6①', rule: 'R-40', facts: {} }]
}

function objectionsToMachine(reading: Reading, { id, machine }: Device): Objection[] {
  const other = machine ? deviceAt(reading, machine) : null
  return other && other.id !== id ? [{ code: 'machine-registered-already', article: '11(10)オ', rule: null, facts: { machine: machine?.name ?? '', device: other.name } }] : []
}
