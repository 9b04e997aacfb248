import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { fixedCost, measuredCost } from '../../../main/vault/cost.ts'
import { password } from './hanako.ts'
import { offices } from './office.ts'

const { office } = offices()
const GIB = 2 ** 30
const costing = (milliseconds: number, memory = 16 * GIB) => measuredCost({ measure: async () => milliseconds, memory })

test.each([
  [100, 2 ** 19], [200, 2 ** 19], [260, 2 ** 18], [499, 2 ** 18], [501, 2 ** 17], [3000, 2 ** 17],
])('where the default takes %i ms, N becomes %i: within a second, and never less than the default', async (milliseconds, N) => {
  expect(await costing(milliseconds).forNew()).toEqual({ N, r: 8, p: 1 })
})

test('memory is bounded by the machine’s, and it is measured once', async () => {
  expect(await costing(10, 4 * GIB).forNew()).toEqual({ N: 2 ** 19, r: 8, p: 1 })
  expect(await costing(10, 2 * GIB).forNew()).toEqual({ N: 2 ** 18, r: 8, p: 1 })
  const measure = vi.fn(async () => 100)
  const cost = measuredCost({ measure, memory: 16 * GIB })
  await Promise.all([cost.forNew(), cost.forNew()])
  expect(measure).toHaveBeenCalledTimes(1)
})

test('a slot that has become cheap is made dearer, and none is made cheaper', () => {
  const cost = costing(100)
  expect(cost.after({ N: 2 ** 17, r: 8, p: 1 }, 200)).toEqual({ N: 2 ** 19, r: 8, p: 1 })
  expect(cost.after({ N: 2 ** 17, r: 8, p: 1 }, 900)).toBeNull()
  expect(cost.after({ N: 2 ** 19, r: 8, p: 1 }, 5000)).toBeNull()
  // Below the default it is made dearer however long it takes.
  expect(cost.after({ N: 2 ** 14, r: 8, p: 1 }, 5000)).toEqual({ N: 2 ** 17, r: 8, p: 1 })
})

test('an old slot with weaker parameters is wrapped anew at the next right password, and at no wrong one', async () => {
  const { home, again } = office()
  const N = () => (JSON.parse(readFileSync(join(home, 'vault/keyring.json'), 'utf8')) as { slots: { key: { kdf: { N: number } } }[] }).slots[0]!.key.kdf.N
  const dearer = again({ cost: { N: 2 ** 11, r: 8, p: 1 } })
  await dearer.vault.unlock('hanako', 'wrong')
  expect(N()).toBe(2 ** 10)
  expect(await dearer.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
  expect(N()).toBe(2 ** 11)
  expect(await dearer.vault.access('hanako')).toMatchObject({ cost: { N: 2 ** 11, r: 8, p: 1, milliseconds: expect.any(Number) as unknown } })
  await dearer.vault.lock('asked')

  const cheaper = again()
  expect(await cheaper.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
  expect(N()).toBe(2 ** 11)
  await cheaper.vault.lock('asked')
  expect(fixedCost({ N: 2 ** 10, r: 8, p: 1 }).after({ N: 2 ** 11, r: 8, p: 1 }, 1)).toBeNull()
})
