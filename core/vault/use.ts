import { NEWCOMER, type Person, type PersonId } from '../people/person.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { look, record } from '../ledger/record.ts'
import type { KeyNotice } from '../documents/records.ts'
import { isoJst } from '../time.ts'
import type { Unlocked, World } from '../world.ts'
import type * as z from 'zod'
import { personBehind, proven } from './co-sign.ts'
import { objectionsToPassword } from './password.ts'
import { signedIn } from './signed-in.ts'
import { writeDownLockOuts } from './lock-outs.ts'
import { writeDownRescues } from './taken-out.ts'
import { owedBy } from './owed.ts'
import { factorRequired, factorSince, levelFactor } from './second-factor.ts'
import type { Access, ChangePassword, CreateVault, GiveAccount, Recover, RecoveryKeyRenewed, RenewRecoveryKey, ResumeAccount, Unlock, VaultCreated, VaultStatus } from './vault.ts'
import { saveAll } from '../documents/save.ts'

type Status = z.output<typeof VaultStatus>

/** First start: the organisation, its keys and the first administrator, in one act. The recovery key is answered once. */
export async function createVault(world: World, { organisation, administrator }: z.output<typeof CreateVault>): Promise<z.output<typeof VaultCreated>> {
  const { loginId, password } = administrator
  if ((await world.vault.status()).state !== 'absent') throw refusal('vault-exists', null, null, {})
  refuseIfAny(objectionsToPassword(password, loginId))

  const at = world.now()
  const { recoveryKey } = await world.vault.create({ organisation, loginId, password }, ({ keys, personId }) => {
    const person: Person = {
      id: personId, name: administrator.name, kana: administrator.kana, company: null, employment: '正社員', title: administrator.title, email: administrator.email,
      tel: administrator.tel, roles: [...new Set(['administrator' as const, ...administrator.roles])], loginId, ...NEWCOMER, registeredAt: at,
    }
    return [
      { type: 'office-opened', data: { organisation, keys, administrator: person }, at, by: personId },
      { type: 'signed-in', data: { personId }, at, by: personId },
    ]
  })
  return { status: await statusOf(world), recoveryKey }
}

/** The vault's status, with what whoever sits here has to do first. */
export async function statusOf(world: World): Promise<Status> {
  const status = await world.vault.status()
  const { session } = status
  if (!session) return status
  return look(world, (reading) => ({ ...status, owed: owedBy(reading, session), codesAsked: reading.list('account').some(({ secondFactorAt }) => secondFactorAt !== null) }))
}

/** Lets somebody in by ID, password and, where they have a second factor, a code; says one after the other what is missing, and to nobody without the password. */
export async function unlockVault(world: World, { loginId, password, code }: z.output<typeof Unlock>): Promise<Status> {
  const { state } = await world.vault.status()
  if (state === 'absent') throw refusal('vault-absent', null, null, {})
  // Whoever is signed in stays so until the next one has proved who they are.
  if (state === 'open') {
    await proven(world, { loginId, password, code }, 'leave the code unspent')
    await lockVault(world, 'asked')
  }
  const unlocked = await world.vault.unlock(loginId, password, code)
  return enter(world, await letIn(world, loginId, unlocked, (person) => (unlocked.outcome === 'open' ? levelFactor(world, person, unlocked) : Promise.resolve())))
}

/** Writes the leaving down and closes the door. Says nothing when it is closed already. */
export async function lockVault(world: World, why: 'asked' | 'idle' | 'closed'): Promise<Status> {
  const session = world.vault.session()
  if (session) {
    try {
      await record(world, () => ({ entries: [{ type: 'signed-out', data: { personId: session.personId, why } }], answer: () => undefined }))
    } finally {
      // A full disk must not keep the door open.
      await world.vault.lock(why)
    }
  }
  return statusOf(world)
}

/** With the printed recovery key: a new password for an ID that exists. Its second factor ends with it, or a lost telephone would shut an office for good. */
export async function recoverVault(world: World, { recoveryKey, loginId, newPassword }: z.output<typeof Recover>): Promise<Status> {
  const { state } = await world.vault.status()
  if (state === 'absent') throw refusal('vault-absent', null, null, {})
  if (state === 'open') throw refusal('state-does-not-allow', null, null, { is: 'signed-in', act: 'recover' })
  refuseIfAny(objectionsToPassword(newPassword, loginId))
  const unlocked = await world.vault.recover(recoveryKey, loginId, newPassword)
  if (unlocked.outcome === 'wrong') throw refusal('wrong-recovery-key', null, null, {})
  const id = await letIn(world, loginId, unlocked, ({ id: personId }) => record(world, (reading) => ({
    entries: [
      { type: 'recovered', data: { loginId } },
      ...(factorSince(reading, loginId) === null ? [] : [{ type: 'second-factor-removed', data: { personId, how: 'recovery', reason: '' } } as const]),
    ],
    answer: () => undefined,
  })))
  return enter(world, id)
}

/** Whoever the ledger does not let in is shown out again, and an ID that was revoked loses the key that a power cut left it. */
async function letIn(world: World, loginId: string, unlocked: Unlocked, onTheWay: (person: Person) => Promise<void>): Promise<PersonId> {
  try {
    const person = await personBehind(world, loginId, unlocked)
    await onTheWay(person)
    await writeDownLockOuts(world)
    await writeDownRescues(world)
    return person.id
  } catch (error) {
    if (unlocked.outcome === 'open') {
      try {
        const id = loginId.normalize('NFKC')
        const revoked = await look(world, (reading) => reading.get('account', id)?.state === 'revoked')
        if (revoked) await world.vault.revokeAccount(id)
      } finally {
        await world.vault.lock('closed')
      }
    }
    throw error
  }
}

async function enter(world: World, personId: PersonId): Promise<Status> {
  await record(world, () => ({ entries: [{ type: 'signed-in', data: { personId } }], answer: () => undefined }))
  return statusOf(world)
}

/** A new password for oneself, who knows the old one (and has the second factor, unless they came in with it just now to be rid of a given password). */
export async function changePassword(world: World, { current, next, code }: z.output<typeof ChangePassword>): Promise<void> {
  const { loginId, personId, passwordGiven } = signedIn(world)
  await proven(world, { loginId, password: current, code }, passwordGiven ? 'password alone' : undefined)
  if (next.normalize('NFKC') === current.normalize('NFKC')) throw refusal('password-unchanged', '11(10)ア', null, {})
  refuseIfAny(objectionsToPassword(next, loginId))
  await world.vault.changePassword(loginId, next)
  await record(world, () => ({ entries: [{ type: 'password-changed', data: { personId } }], answer: () => undefined }))
}

export async function giveAccount(world: World, { personId, loginId, password }: z.output<typeof GiveAccount>): Promise<Person> {
  const person = await personNamed(world, personId)
  if (person.loginId !== null) throw refusal('has-account', '11(10)ア', null, { person: person.name })
  if (person.duty.state === '解除') throw refusal('person-released', '5②', null, { person: person.name })
  // An ID stands for one person for good: what it did in the ledger was always theirs.
  if (await look(world, (reading) => reading.get('account', loginId) !== undefined)) throw refusal('login-taken', '11(10)ア', null, { loginId })
  refuseIfAny(objectionsToPassword(password, loginId))
  if ((await world.vault.giveAccount(personId, loginId, password)) === 'taken') throw refusal('login-taken', '11(10)ア', null, { loginId })
  return record(world, () => ({ entries: [{ type: 'account-given', data: { personId, loginId } }], answer: (after) => after.get('person', personId) ?? person }))
}

/** After a lock-out or a forgotten password: a new one from the administrator. */
export async function resumeAccount(world: World, { personId, password }: z.output<typeof ResumeAccount>): Promise<Person> {
  const person = await personNamed(world, personId)
  if (person.loginId === null) throw refusal('no-account', '11(10)ア', null, { person: person.name })
  refuseIfAny(objectionsToPassword(password, person.loginId))
  await world.vault.resumeAccount(person.loginId, password)
  return record(world, () => ({ entries: [{ type: 'account-resumed', data: { personId } }], answer: () => person }))
}

/** A new recovery key in place of the old one. Written down before it is done: said of a key that still opens is a nuisance, not said of one that opens no more a loss. */
export async function renewRecoveryKey(world: World, { password, code }: z.output<typeof RenewRecoveryKey>): Promise<z.output<typeof RecoveryKeyRenewed>> {
  const { loginId, personId } = signedIn(world)
  await proven(world, { loginId, password, code })
  await record(world, () => ({ entries: [{ type: 'recovery-key-renewed', data: { personId } }], answer: () => undefined }))
  return { recoveryKey: await world.vault.renewRecoveryKey() }
}

/** How one's own way in is kept. */
export async function ownAccess(world: World): Promise<Access> {
  const access = await world.vault.access(signedIn(world).loginId)
  return { ...access, factorRequired: await look(world, factorRequired) }
}

/** 公開鍵届 into a folder, for the other party to register (evidence §5). */
export async function saveKeyNotice(world: World, { into }: { into: string }): Promise<{ paths: string[] }> {
  const keys = world.vault.publicKeys()
  const organisation = await look(world, (reading) => reading.get('office', 'office')?.organisation)
  if (!organisation) throw new Error('an open vault without an office')
  const notice: KeyNotice = {
    ...(keys.encryptionPem === null ? { template: 'K-01/1' } : { template: 'K-01/2', encryptionPem: keys.encryptionPem }),
    v: 1, form: 'K-01', docNo: `K-${keys.fingerprint.slice(0, 8)}`, revision: 1, issuedAt: isoJst(world.now()),
    organisation: organisation.name, rootPem: keys.rootPem, checkpointKeyPem: keys.checkpointKeyPem, fingerprint: keys.fingerprint, checkWords: keys.checkWords,
  }
  const { bodies } = await world.documents.bodies(notice)
  return saveAll(world, bodies, into)
}

async function personNamed(world: World, personId: PersonId): Promise<Person> {
  const person = await look(world, (reading) => reading.get('person', personId))
  if (!person) throw refusal('nothing-found', null, null, { what: 'person', id: personId })
  return person
}
