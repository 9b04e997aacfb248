import { look, record } from '../ledger/record.ts'
import type { OperationName } from '../contract.ts'
import type { Exception, ExceptionOrder } from '../people/exception.ts'
import type { Person } from '../people/person.ts'
import { objectionsToAccess, objectionsToSamePerson } from '../people/rules.ts'
import { refusal, type Objection, refuseIfAny } from '../refusal.ts'
import { objectionsToPerson } from '../who-may.ts'
import type { Act } from '../words/terms.ts'
import { warekiTime } from '../words/dates.ts'
import type { Unlocked, World } from '../world.ts'

/** What is being confirmed, under which contract (null: of the whole office), and the rule that wants a second person for it. */
export interface CoSigning { operation: OperationName; contractId: string | null; act: Act; article: Objection['article']; rule: Objection['rule']; actor: Person }

/**
 * A second person signs at the same desk with an ID and a password of their own, and a code where they have a second factor. Refuses a wrong password, the actor
 * themself, and whoever could not do the work as well (role, R-01, and R-02 by the approval for this very contract). Failures count towards the lock-out as at the door.
 */
export async function coSign(world: World, { loginId, password, code }: { loginId: string; password: string; code?: string | undefined }, what: CoSigning): Promise<Person> {
  const { person: second, given } = await proven(world, { loginId, password, code: code === '' ? undefined : code })
  // Two people know this password; whoever typed it may be either.
  if (given) throw refusal('password-given', '11(10)ア', null, { person: second.name })
  const unfit = await look(world, (reading) => objectionsToPerson(what.operation, second, reading, world.now(), what.contractId))
  refuseIfAny([...objectionsToSamePerson(what.act, what.article, what.rule, what.actor, second), ...unfit])
  return second
}

/** Turns an exception's order into an exception, once the second person has signed. */
export async function excuse(world: World, order: ExceptionOrder, what: CoSigning): Promise<Exception> {
  const second = await coSign(world, order.second, what)
  return { cityRef: order.cityRef, reason: order.reason, secondPerson: second.id }
}

/**
 * Who somebody proves to be at an open desk, by ID, password and code. Refuses where the ledger knows of a second factor and the keyring asked for
 * none: then somebody took it out by hand. Failures count as at the door.
 */
export async function proven(world: World, { loginId, password, code }: { loginId: string; password: string; code?: string | undefined }, how?: 'leave the code unspent' | 'password alone'): Promise<{ person: Person; given: boolean }> {
  const unlocked = await world.vault.authenticate(loginId, password, code, how)
  const person = await personBehind(world, loginId, unlocked)
  if (unlocked.outcome !== 'open') throw new Error('nobody is let in who was not right')
  if (how !== 'password alone') await refuseIfFactorMissing(world, person, unlocked)
  return { person, given: unlocked.given ?? false }
}

/** The keyring lies on the disk for anybody to change; the ledger does not. */
export async function refuseIfFactorMissing(world: World, { loginId }: Pick<Person, 'loginId'>, { code }: Pick<Extract<Unlocked, { outcome: 'open' }>, 'code'>): Promise<void> {
  const since = await look(world, (reading) => (loginId === null ? null : reading.get('account', loginId)?.secondFactorAt ?? null))
  if (since !== null && !code) throw refusal('vault-damaged', null, null, { what: 'keyring.json: second factor' })
}

/** Turns the vault's answer into a person or a refusal, and lets the ledger know when an ID was locked just now. */
export async function personBehind(world: World, loginId: string, unlocked: Unlocked): Promise<Person> {
  switch (unlocked.outcome) {
    case 'open': {
      const person = await look(world, (reading) => reading.get('person', unlocked.personId))
      if (!person) throw new Error('the keyring names a person whom the ledger does not know')
      refuseIfAny(objectionsToAccess(person))
      // A key that outlived its ID (revoked, or never written down) opens nothing.
      if (person.loginId !== loginId.normalize('NFKC')) throw refusal('account-not-in-force', '11(10)ア', null, { loginId })
      return person
    }
    case 'code-needed': throw refusal('code-needed', '11(10)ア', null, {})
    case 'wrong-code': throw refusal('wrong-code', '11(10)ア', null, { triesLeft: unlocked.triesLeft })
    case 'wrong': throw refusal('wrong-password', '11(10)ア', null, { triesLeft: unlocked.triesLeft })
    case 'locked-out': {
      // Only an open vault can write it down; at the locked door the keyring counts alone.
      if (unlocked.justNow && world.vault.session()) {
        await record(world, () => ({ entries: [{ type: 'sign-in-locked', data: { loginId, failures: unlocked.failures } }], answer: () => undefined }))
      }
      throw refusal('locked-out', '11(10)ア', null, { until: warekiTime(unlocked.until), failures: unlocked.failures })
    }
    case 'in-use': throw refusal('vault-in-use', null, null, {})
    case 'damaged': throw refusal('vault-damaged', null, null, { what: unlocked.what })
    case 'newer': throw refusal('vault-newer', null, null, { what: unlocked.what })
  }
}
