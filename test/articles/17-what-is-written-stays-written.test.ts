import { expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import { checkIntegrity } from '../../core/ledger/integrity.ts'
import { DAY, HOUR } from '../../core/time.ts'
import { article } from '../article.ts'
import { receiptedFiles, staffedOffice, taxContract } from '../cast.ts'

article('17①', () => {
  test('R-38 a clock that went back is written down before what happened then', async () => {
    const { desk, world } = await staffedOffice()
    world.pass(-3_600_000)
    await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018' })
    await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-019', shortNo: 'R8-019' })
    const { entries } = await desk.ledger.entries({ from: 0, count: 1000 })
    expect(entries.slice(-3).map(({ type, by }) => [type, by])).toEqual([['clock-went-back', null], ['contract-opened', '水野 灯里'], ['contract-opened', '水野 灯里']])
  })

  test('R-38 a clock that is behind is the first thing one sees', async () => {
    const { desk, world } = await staffedOffice()
    world.pass(-3_600_000)
    expect((await desk.home.today()).cards[0]).toMatchObject({ code: 'clock-behind', kind: 'overdue' })
  })

  test('R-38 it is still said after something was written, until the clock is right again or a day has gone by', async () => {
    const behind = async (waited: number, shift: number) => {
      const { desk, world } = await staffedOffice()
      world.pass(-shift)
      await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018' })
      world.pass(waited)
      return (await desk.home.today()).cards.some(({ code }) => code === 'clock-behind')
    }
    expect(await behind(0, HOUR)).toBe(true)
    expect(await behind(HOUR, HOUR)).toBe(false)
    expect(await behind(HOUR, 365 * DAY)).toBe(true)
    expect(await behind(DAY, 365 * DAY)).toBe(false)
  })

  test('a ledger that was found damaged is the first thing one sees', async () => {
    const { desk, world } = await staffedOffice()
    const broken = { ...world, ledger: { ...world.ledger, verify: async () => ({ size: 9, root: '', checkpoint: '', problems: [{ seq: 3, what: 'leaf' }] }) } }
    await checkIntegrity(broken, new AbortController().signal)
    expect((await openDesk(broken).home.today()).cards[0]).toMatchObject({ code: 'ledger-damaged', facts: { count: 1, seq: 3 } })
    expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('ledger-damaged')
  })

  test('the whole ledger can be checked at any time', async () => {
    const office = await staffedOffice()
    await receiptedFiles(office)
    expect(await office.desk.ledger.verify()).toMatchObject({ problems: [] })
  })

  test('two desks that act at once: both acts stand, neither is lost', async () => {
    const { desk } = await staffedOffice()
    const numbers = Array.from({ length: 8 }, (_, i) => i)
    await Promise.all(numbers.map((i) => desk.contracts.open({ ...taxContract, contractNo: `R8-並-${i}`, shortNo: `P${i}` })))
    expect(await desk.contracts.list()).toHaveLength(9)
  })
})
