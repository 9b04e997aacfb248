import { handOverKeys, releasePerson, resumePerson, revisePerson, stopPerson } from '../people/roster.ts'
import { listPeople, recordTraining, registerPerson, signPledge } from '../people/use.ts'
import { changeRoles, listAccounts, revokeAccount, suspendAccount } from '../vault/access.ts'
import { giveAccount, resumeAccount } from '../vault/use.ts'
import { removeFactor } from '../vault/second-factor.ts'
import type { people as asked } from '../contract/people.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const people = (world: World): DeskOf<typeof asked> => ({
  people: {
    register: (order) => registerPerson(world, order),
    list: () => listPeople(world),
    recordTraining: (order) => recordTraining(world, order),
    signPledge: (order) => signPledge(world, order),
    giveAccount: (order) => giveAccount(world, order),
    resumeAccount: (order) => resumeAccount(world, order),
    revise: (order) => revisePerson(world, order),
    stop: (order) => stopPerson(world, order),
    resume: (order) => resumePerson(world, order),
    release: (order) => releasePerson(world, order),
    handOverKeys: (order) => handOverKeys(world, order),
    accounts: () => listAccounts(world),
    suspendAccount: (order) => suspendAccount(world, order),
    revokeAccount: (order) => revokeAccount(world, order),
    removeFactor: (order) => removeFactor(world, order),
    changeRoles: (order) => changeRoles(world, order),
  },
})
