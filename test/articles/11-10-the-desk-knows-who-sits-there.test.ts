import { expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import type { Instant } from '../../core/time.ts'
import { objectionsToPassword } from '../../core/vault/password.ts'
import { article } from '../article.ts'
import { ATENA, cleanCheck, designation, PASSWORD, receiving, staffedOffice } from '../cast.ts'
import { codesAgainst, rulesAgainst } from '../refused.ts'

article('11(10)ア', () => {
  test.each([
    ['short', 'password-too-short'], ['passwordpassword', 'password-too-common'], ['PASSWORDpassword1234!', 'password-too-common'], ['111111111111', 'password-too-common'],
    ['abcabcabcabcabc', 'password-too-common'], ['qwertyuiopasdf', 'password-too-common'], ['mizuno-no-himitsu', 'password-holds-id'],
  ])('a password like %s is refused: %s', (password, code) => {
    expect(objectionsToPassword(password, 'mizuno').map((o) => o.code)).toContain(code)
  })

  test('several words that have nothing to do with each other are welcome', () => {
    expect(objectionsToPassword(PASSWORD, 'mizuno')).toEqual([])
    expect(objectionsToPassword('夕焼けと自転車と三角定規', 'mizuno')).toEqual([])
  })

  test('who signs in and out is written down', async () => {
    const { desk } = await staffedOffice()
    await desk.vault.lock()
    expect(await codesAgainst(desk.contracts.list())).toEqual(['vault-locked'])
    await desk.vault.unlock({ loginId: 'yoshida', password: PASSWORD })
    await desk.vault.lock()
    await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
    const { entries } = await desk.ledger.entries({ from: 0, count: 1000 })
    expect(entries.slice(-4).map(({ type, by }) => [type, by])).toEqual([['signed-out', '水野 灯里'], ['signed-in', '𠮷田 美咲'], ['signed-out', '𠮷田 美咲'], ['signed-in', '水野 灯里']])
  })

  test('a wrong password does not throw out whoever is signed in', async () => {
    const { desk } = await staffedOffice()
    expect(await codesAgainst(desk.vault.unlock({ loginId: 'yoshida', password: 'guess' }))).toEqual(['wrong-password'])
    expect((await desk.vault.status()).session).toMatchObject({ loginId: 'mizuno' })
  })

  test('the door shuts even when nothing can be written down any more', async () => {
    const { world } = await staffedOffice()
    const full = openDesk({ ...world, ledger: { ...world.ledger, append: () => Promise.reject(new Error('disk full')) } })
    await full.vault.lock().catch(() => {})
    expect((await full.vault.status()).state).toBe('locked')
  })

  test('a password is changed by whoever knows the old one', async () => {
    const { desk } = await staffedOffice()
    expect(await codesAgainst(desk.vault.changePassword({ current: 'wrong', next: 'ame-wa-yozora-9' }))).toEqual(['wrong-password'])
    await desk.vault.changePassword({ current: PASSWORD, next: 'ame-wa-yozora-9' })
    await desk.vault.lock()
    expect(await codesAgainst(desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD }))).toEqual(['wrong-password'])
    expect(await desk.vault.unlock({ loginId: 'mizuno', password: 'ame-wa-yozora-9' })).toMatchObject({ state: 'open' })
  })
})

article('11(10)カ', () => {
  test('R-24 a medium is checked for viruses before anything is taken from it', async () => {
    const office = await staffedOffice()
    const handover = await office.desk.handovers.designate(designation(office))
    office.world.disk.set(ATENA, 'x')
    expect(await rulesAgainst(office.desk.handovers.receive({ ...receiving(handover, office, [ATENA]), virusCheck: null }))).toEqual(['R-24'])
  })

  test('R-24 what came on a medium names it, and its check is of the day', async () => {
    const office = await staffedOffice()
    const handover = await office.desk.handovers.designate(designation(office))
    office.world.disk.set(ATENA, 'x')
    const order = receiving(handover, office, [ATENA])
    expect(await codesAgainst(office.desk.handovers.receive({ ...order, medium: null, virusCheck: null }))).toEqual(['medium-not-named'])
    expect(await codesAgainst(office.desk.handovers.receive({ ...order, virusCheck: { ...cleanCheck, at: (cleanCheck.at - 25 * 3_600_000) as Instant } }))).toEqual(['virus-check-stale'])
    expect(await codesAgainst(office.desk.handovers.receive({ ...order, virusCheck: { ...cleanCheck, at: (cleanCheck.at + 3_600_000) as Instant } }))).toEqual(['time-in-future'])
  })

  test('R-24 what the scanner found stays outside', async () => {
    const office = await staffedOffice()
    const handover = await office.desk.handovers.designate(designation(office))
    office.world.disk.set(ATENA, 'x')
    const order = receiving(handover, office, [ATENA])
    expect(await codesAgainst(office.desk.handovers.receive({ ...order, virusCheck: order.virusCheck && { ...order.virusCheck, result: 'infected' } }))).toEqual(['virus-found'])
    expect(office.world.blobs.size).toBe(0)
  })
})
