import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../core/contract.ts'
import { permissions } from '../../core/who-may.ts'
import { contractsOfOrder, namedBy, officeWide } from '../../core/workplace/contract-of-order.ts'
import { isGuarded, objectionsToWorkplace } from '../../core/workplace/gate.ts'
import { receiptedFiles, staffedOffice, taxContract } from '../cast.ts'
import { pc021 } from '../paper-workstation.ts'

/** Every operation that handles information in a contractor's office, as the contract has it today. */
const handling = (Object.entries(permissions) as [OperationName, (typeof permissions)[OperationName]][]).filter(([, { handles }]) => handles === true || handles === 'contractor').map(([name]) => name)

/** The fields at the top of an operation's order. */
function fieldsOf(name: OperationName): string[] {
  const [group = '', operation = ''] = name.split('.')
  type Shaped = { def?: { type?: string; shape?: Record<string, unknown>; innerType?: Shaped; in?: Shaped; options?: Shaped[] } }
  const walk = ({ def }: Shaped): string[] => (def?.shape ? Object.keys(def.shape) : [...(def?.innerType ? walk(def.innerType) : []), ...(def?.in ? walk(def.in) : []), ...(def?.options ?? []).flatMap(walk)])
  return walk((contract as unknown as Record<string, Record<string, { input: Shaped }>>)[group]![operation]!.input)
}

describe('what handles information', () => {
  test('there is some of it', () => { expect(handling.length).toBeGreaterThan(50) })

  test.each(handling)('%s names its contract, or says why it is of the whole office', (name) => {
    const names = fieldsOf(name).some((field) => field in namedBy)
    expect(names, `${name}(${fieldsOf(name).join(', ')})`).toBe(!(name in officeWide))
  })

  test('nothing is of the whole office that is not there', () => { expect(Object.keys(officeWide).filter((name) => !handling.includes(name as OperationName))).toEqual([]) })
})

describe('the gate', () => {
  test('before the start every one of them is refused, whatever it names and from whatever machine', async () => {
    const { world, desk, contract: started, mizuno } = await staffedOffice()
    const idle = await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-099', shortNo: 'R8-099' })
    const handover = await desk.handovers.designate({ contractId: idle.id, designated: { means: '手渡し', at: world.now(), place: '窓口' }, designatedBy: '森川 奏', cityList: [], purpose: '試験' })
    const { reading } = await world.ledger.read()
    const seat = (id: string) => ({ session: { personId: mizuno.id, name: 'mizuno', loginId: 'mizuno', roles: [], since: world.now() }, machine: { id, name: 'x' }, now: world.now() })

    fc.assert(fc.property(fc.constantFrom(...handling), fc.constantFrom(pc021.id, 'machine-of-nobody'), fc.constantFrom(started.id, 'no-such-contract'), (name, machine, other) => {
      // Whatever else an order names, the contract that has not started stands in the way.
      for (const order of [{ contractId: idle.id }, { handoverId: handover.id }, { contractId: other, handoverId: handover.id }]) {
        expect(contractsOfOrder(order, reading)).toContain(idle.id)
        expect(objectionsToWorkplace(name, order, reading, seat(machine)).map(({ code }) => code)).toContain('work-not-started')
      }
      expect(isGuarded(name, reading)).toBe(true)
    }))
  })

  test('an order that names nothing that is there is met like one of the whole office', async () => {
    const { world, mizuno } = await staffedOffice()
    const { reading } = await world.ledger.read()
    const at = (machine: string) => objectionsToWorkplace('disposals.wipe', { planId: 'no-such-plan' }, reading, { session: { personId: mizuno.id, name: '', loginId: 'mizuno', roles: [], since: world.now() }, machine: { id: machine, name: 'その端末' }, now: world.now() })
    expect(at(pc021.id)).toEqual([])
    expect(at('machine-of-nobody')).toMatchObject([{ code: 'machine-not-registered', rule: 'R-25' }])
  })

  test('an order that is no order names nothing', async () => {
    const { world } = await staffedOffice()
    const { reading } = await world.ledger.read()
    for (const field of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) expect(contractsOfOrder(JSON.parse(`{"${field}":"x"}`), reading)).toEqual([])
    fc.assert(fc.property(fc.anything(), (order) => { contractsOfOrder(order, reading) }))
  })

  test('once one contract has started, another is not handled with it', async () => {
    const office = await staffedOffice()
    await receiptedFiles(office)
    const idle = await office.desk.contracts.open({ ...taxContract, contractNo: 'R8-税-099', shortNo: 'R8-099' })
    const { reading } = await office.world.ledger.read()
    const [item] = reading.list('item')
    expect(contractsOfOrder({ contractId: idle.id, itemIds: [item!.id] }, reading)).toEqual([idle.id, office.contract.id])
  })
})
