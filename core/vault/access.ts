import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import { objectionsToRoles, objectionsToSamePerson } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import type { Account, ChangeRoles, StopAccount } from './account.ts'
import { objectionsToElevation, objectionsToLast } from './access-rules.ts'
import { signedIn } from './signed-in.ts'

/** 停止 of an ID (Art. 11(10)ア): it opens nothing until it is resumed. Not one's own, and never the last administrator's. */
export function suspendAccount(world: World, { personId, reason }: z.output<typeof StopAccount>): Promise<Person> {
  return record(world, (reading) => {
    const person = withAccount(reading, personId)
    if (person.access.state === 'suspended') throw refusal('state-does-not-allow', '11(10)ア', null, { is: 'suspended', act: 'suspend-account' })
    refuseUnlessStoppable(world, reading, person, 'suspend-account')
    return { entries: [{ type: 'account-suspended', data: { personId, reason } }], answer: (after) => personNamed(after, personId) }
  })
}

/** 廃止 of an ID: written down first, then its key is taken out of the keyring. What a power cut leaves in the keyring opens nothing: the door asks the ledger. */
export async function revokeAccount(world: World, { personId, reason }: z.output<typeof StopAccount>): Promise<Person> {
  const { loginId } = await look(world, (reading) => withAccount(reading, personId))
  const person = await record(world, (reading) => {
    const before = withAccount(reading, personId)
    refuseUnlessStoppable(world, reading, before, 'revoke-account')
    return { entries: [{ type: 'account-revoked', data: { personId, loginId, reason } }], answer: (after) => personNamed(after, personId) }
  })
  await world.vault.revokeAccount(loginId)
  return person
}

/** 権限の変更: recorded with its reason. Nobody raises themself, and an administrator and a supervisor always remain. */
export function changeRoles(world: World, { personId, roles, reason }: z.output<typeof ChangeRoles>): Promise<Person> {
  return record(world, (reading) => {
    const person = personNamed(reading, personId)
    const actor = personNamed(reading, signedIn(world).personId)
    const next = [...new Set(roles)]
    if (person.duty.state === '解除') throw refusal('state-does-not-allow', '5②', null, { is: '解除', act: 'change-roles' })
    if (next.length === person.roles.length && next.every((role) => person.roles.includes(role))) throw refusal('nothing-changed', '11(10)ア', null, { person: person.name })
    refuseIfAny([...objectionsToRoles(reading, next), ...objectionsToElevation(actor, person, next), ...objectionsToLast(reading, person, next)])
    return { entries: [{ type: 'roles-changed', data: { personId, from: person.roles, to: next, reason } }], answer: (after) => personNamed(after, personId) }
  })
}

/** アクセス権限管理簿 (F-21). */
export const listAccounts = (world: World): Promise<Account[]> => look(world, (reading) => reading.list('account'))

function refuseUnlessStoppable(world: World, reading: Reading, person: Person, act: Act): void {
  const actor = personNamed(reading, signedIn(world).personId)
  refuseIfAny([...objectionsToSamePerson(act, '11(10)ア', null, actor, person), ...objectionsToLast(reading, person, [])])
}

function withAccount(reading: Reading, personId: string): Person & { loginId: string } {
  const person = personNamed(reading, personId)
  if (person.loginId === null) throw refusal('no-account', '11(10)ア', null, { person: person.name })
  return { ...person, loginId: person.loginId }
}
