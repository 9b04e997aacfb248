import { expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import { article } from '../article.ts'
import { oba, PASSWORD, staffedOffice, yoshida } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

article('11(10)ア', () => {
  test('a suspended ID opens nothing, at the door and beside somebody else, until it is resumed', async () => {
    const { desk, world, oba: he } = await staffedOffice()
    await desk.people.suspendAccount({ personId: he.id, reason: '調査中' })
    expect(await codesAgainst(desk.vault.unlock({ loginId: 'oba', password: PASSWORD }))).toEqual(['account-suspended'])
    expect((await desk.vault.status()).session).toMatchObject({ loginId: 'mizuno' })
    await desk.vault.lock()
    expect(await codesAgainst(desk.vault.unlock({ loginId: 'oba', password: PASSWORD }))).toEqual(['account-suspended'])
    expect((await desk.vault.status()).state).toBe('locked')

    await desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
    await desk.people.resumeAccount({ personId: he.id, password: 'ame-wa-yozora-9' })
    expect(await desk.vault.unlock({ loginId: 'oba', password: 'ame-wa-yozora-9' })).toMatchObject({ state: 'open' })
    expect(world.vault.session()).toMatchObject({ loginId: 'oba' })
  })

  test('whoever sits at the desk when their ID is suspended elsewhere gets no further', async () => {
    const { desk, world, oba: he } = await staffedOffice()
    await desk.people.suspendAccount({ personId: he.id, reason: '調査中' })
    world.signInAs('oba')
    expect(await codesAgainst(desk.people.list())).toEqual(['account-suspended'])
    expect((await desk.vault.lock()).state).toBe('locked')
  })

  test('a revoked ID is gone for good, and nobody else ever gets it', async () => {
    const { desk, oba: he } = await staffedOffice()
    expect(await desk.people.revokeAccount({ personId: he.id, reason: '退職' })).toMatchObject({ loginId: null })
    expect(await codesAgainst(desk.vault.unlock({ loginId: 'oba', password: PASSWORD }))).toEqual(['wrong-password'])
    const other = await desk.people.register({ ...yoshida, name: '別人 花子' })
    expect(await codesAgainst(desk.people.giveAccount({ personId: other.id, loginId: 'oba', password: PASSWORD }))).toEqual(['login-taken'])
    expect(await desk.people.giveAccount({ personId: he.id, loginId: 'oba2', password: PASSWORD })).toMatchObject({ loginId: 'oba2' })
    expect((await desk.people.accounts()).map(({ loginId, state }) => [loginId, state])).toEqual([['mizuno', 'active'], ['oba', 'revoked'], ['yoshida', 'active'], ['oba2', 'active']])
  })

  test('what a power cut leaves of a revoked ID in the keyring opens nothing, and is removed when it is tried', async () => {
    const { desk, world, oba: he } = await staffedOffice()
    let removed = 0
    const broken = { ...world, vault: { ...world.vault, revokeAccount: () => Promise.reject(new Error('power cut')) } }
    await openDesk(broken).people.revokeAccount({ personId: he.id, reason: '退職' }).catch(() => {})
    const watched = openDesk({ ...world, vault: { ...world.vault, revokeAccount: async (loginId: string) => { removed++; await world.vault.revokeAccount(loginId) } } })
    await desk.vault.lock()
    expect(await codesAgainst(watched.vault.unlock({ loginId: 'oba', password: PASSWORD }))).toEqual(['account-not-in-force'])
    expect([(await desk.vault.status()).state, removed]).toEqual(['locked', 1])
    expect(await codesAgainst(watched.vault.unlock({ loginId: 'oba', password: PASSWORD }))).toEqual(['wrong-password'])
  })

  test('nobody raises themself; the last administrator stays one', async () => {
    const { desk, world, mizuno, oba: he } = await staffedOffice()
    const reason = '担当替え'
    expect(await codesAgainst(desk.people.changeRoles({ personId: mizuno.id, roles: ['administrator', 'supervisor', 'mediaAdmin'], reason }))).toEqual(['own-elevation'])
    expect(await codesAgainst(desk.people.changeRoles({ personId: mizuno.id, roles: ['worker'], reason }))).toEqual(['own-elevation', 'last-administrator', 'last-supervisor'])
    expect(await codesAgainst(desk.people.changeRoles({ personId: he.id, roles: ['mediaAdmin'], reason }))).toEqual(['nothing-changed'])
    expect(await codesAgainst(desk.people.changeRoles({ personId: he.id, roles: ['cityOfficer'], reason }))).toEqual(['role-of-other-office'])
    expect(await codesAgainst(desk.people.suspendAccount({ personId: mizuno.id, reason }))).toContain('same-person')

    expect(await desk.people.changeRoles({ personId: he.id, roles: ['mediaAdmin', 'administrator', 'supervisor'], reason })).toMatchObject({ roles: ['mediaAdmin', 'administrator', 'supervisor'] })
    world.signInAs('oba')
    expect(await desk.people.changeRoles({ personId: mizuno.id, roles: ['worker'], reason })).toMatchObject({ roles: ['worker'] })
    expect(await codesAgainst(desk.people.changeRoles({ personId: he.id, roles: ['mediaAdmin'], reason }))).toEqual(['last-administrator', 'last-supervisor'])
    const { entries } = await desk.ledger.entries({ from: 0, count: 1000 })
    expect(entries.at(-1)).toMatchObject({ type: 'roles-changed', data: { from: ['administrator', 'supervisor'], to: ['worker'], reason } })
  })

  test('the register of IDs tells who was let in last, how often they failed and since when an ID is stopped', async () => {
    const { desk, world, yoshida: she, mizuno } = await staffedOffice()
    for (let i = 0; i < 5; i++) await codesAgainst(desk.vault.unlock({ loginId: 'yoshida', password: 'guess' }))
    await desk.people.suspendAccount({ personId: she.id, reason: '連続失敗' })
    const accounts = await desk.people.accounts()
    expect(accounts.find(({ loginId }) => loginId === 'yoshida')).toMatchObject({ personId: she.id, grantedBy: mizuno.id, failures: 5, lockedOutAt: world.now(), state: 'suspended', stoppedAt: world.now(), reason: '連続失敗', lastLoginAt: null })
    expect(accounts.find(({ loginId }) => loginId === 'mizuno')).toMatchObject({ grantedBy: null, lastLoginAt: world.now(), roles: ['administrator', 'supervisor'] })
    world.signInAs('yoshida')
    await desk.people.register(oba).catch(() => {})
    expect(await codesAgainst(desk.people.accounts())).toEqual(['account-suspended'])
  })
})
