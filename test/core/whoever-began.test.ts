import { beforeEach, expect, test } from 'vitest'
import { Refusal } from '../../core/refusal.ts'
import type { Session } from '../../core/vault/vault.ts'
import { PASSWORD, staffedOffice, type StaffedOffice, yoshida } from '../cast.ts'

let office: StaffedOffice
let size: number
let goOn: () => void
let giving: Promise<string>

/** Mizuno gives somebody an ID, and the new key takes its time. */
beforeEach(async () => {
  office = await staffedOffice()
  const { world, desk } = office
  const newcomer = await desk.people.register({ ...yoshida, name: '空木 蒼', email: 'utsugi@hikari.example' })
  size = (await world.ledger.read()).head.size
  const { giveAccount } = world.vault
  const reached = new Promise<void>((arrived) => {
    world.vault.giveAccount = async (...order) => {
      arrived()
      await new Promise<void>((resolve) => { goOn = resolve })
      return giveAccount(...order)
    }
  })
  giving = desk.people.giveAccount({ personId: newcomer.id, loginId: 'utsugi', password: PASSWORD }).then(() => 'given', (error: unknown) => (error instanceof Refusal ? error.objections[0]!.code : String(error)))
  await reached
})

const written = async (): Promise<[string, string | null][]> => (await office.world.ledger.entries(size, 99)).map(({ type, by }) => [type, by])

test('whoever began it signs it', async () => {
  goOn()
  expect(await giving).toBe('given')
  expect(await written()).toEqual([['account-given', office.mizuno.id]])
})

test('whoever came in meanwhile signs nothing that another began', async () => {
  office.world.signInAs('oba')
  goOn()
  expect(await giving).toBe('vault-locked')
  expect(await written()).toEqual([])
})

test('nothing is signed by nobody while whoever began it is being shown out', async () => {
  // As the real vault answers from the moment an idle desk is left until its ledger is closed.
  office.world.vault.session = (): Session | null => null
  goOn()
  expect(await giving).toBe('vault-locked')
  expect(await written()).toEqual([])
})

test('whoever locked and came back goes on with nothing of before', async () => {
  office.world.pass(1000)
  office.world.signInAs('mizuno')
  goOn()
  expect(await giving).toBe('vault-locked')
  expect(await written()).toEqual([])
})
