import * as z from 'zod'
import { HandOverKeys, Person, RecordTraining, RegisterPerson, RevisePerson, SignPledge, StopPerson } from '../people/person.ts'
import { Account, ChangeRoles, StopAccount } from '../vault/account.ts'
import { GiveAccount, ResumeAccount } from '../vault/vault.ts'
import { ask } from '../wire/operation.ts'
import { Nothing } from './orders.ts'

/** The roster and its accounts (Art. 8, 11(10)ア). */
export const people = {
  people: {
    register: ask(RegisterPerson, Person),
    list: ask(Nothing, z.array(Person)),
    recordTraining: ask(RecordTraining, z.array(Person)),
    signPledge: ask(SignPledge, Person),
    giveAccount: ask(GiveAccount, Person),
    resumeAccount: ask(ResumeAccount, Person),
    revise: ask(RevisePerson, Person),
    stop: ask(StopPerson, Person),
    resume: ask(StopPerson, Person),
    release: ask(StopPerson, Person),
    handOverKeys: ask(HandOverKeys, Person),
    /** アクセス権限管理簿 (F-21). */
    accounts: ask(Nothing, z.array(Account)),
    suspendAccount: ask(StopAccount, Person),
    revokeAccount: ask(StopAccount, Person),
    removeFactor: ask(StopAccount, Person),
    changeRoles: ask(ChangeRoles, Person),
  },
}
