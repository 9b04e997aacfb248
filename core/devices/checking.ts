import { look, record } from '../ledger/record.ts'
import { personNamed } from '../people/use.ts'
import { refuseIfAny } from '../refusal.ts'
import { excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { CheckDevice, DeviceCheck, LookedAt } from './check.ts'
import { findingsOf, seen } from './judging.ts'
import { deviceAt, deviceNamed, leakProne, objectionsToRetired } from './use.ts'

/** What this machine says of itself, before anything is written down. Reads only. */
export async function lookAtMachine(world: World): Promise<LookedAt> {
  const [machine, facts] = [await world.workstation.identity(), await world.workstation.look()]
  return { machine, facts, device: await look(world, (reading) => deviceAt(reading, machine)) }
}

/**
 * 情報システム点検 (F-22): at the device itself, what the machine says comes before what is said of it. A leak-prone application fails
 * the check until it is removed, or the city agreed to it (EXC). A failed check is written down like any other.
 */
export async function checkDevice(world: World, { deviceId, attested, exception: order, ...answers }: CheckDevice): Promise<DeviceCheck> {
  const machine = await world.workstation.identity()
  const { device, clerk } = await look(world, (reading) => ({ device: deviceNamed(reading, deviceId), clerk: personNamed(reading, signedIn(world).personId) }))
  refuseIfAny(objectionsToRetired(device))
  const atTheDevice = device.machine?.id === machine.id
  const facts = atTheDevice ? await world.workstation.look() : null
  const exception = order ? await excuse(world, order, { operation: 'devices.check', contractId: null, act: 'confirm-application', article: '11(10)キ', rule: 'R-25', actor: clerk }) : null

  const id = world.newId()
  return record(world, (reading) => {
    const { internetConnected } = deviceNamed(reading, deviceId)
    const known = { ...seen(facts, attested, leakProne(reading)), ...answers, internetConnected }
    const findings = findingsOf(known, exception !== null, world.now())
    const no = `C-${String((reading.get('series', 'device-check')?.last ?? 0) + 1).padStart(4, '0')}`
    const check: DeviceCheck = {
      ...known, id, no, deviceId, at: world.now(), by: clerk.id, atTheDevice, findings, exception,
      result: findings.some(({ fails }) => fails) ? '不適合' : '適合',
    }
    return { entries: [{ type: 'device-checked', data: { check } }], answer: () => check }
  })
}
