import { NEWCOMER, type Person, type PersonId } from '../people/person.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { look, record } from '../ledger/record.ts'
import type { KeyNotice } from '../documents/records.ts'
import { isoJst } from '../time.ts'
import type { Unlocked, World } from '../world.ts'
import type * as z from 'zod'
import { personBehind } from './co-sign.ts'
import { objectionsToPassword } from './password.ts'
import { signedIn } from './signed-in.ts'
import type { ChangePassword, CreateVault, GiveAccount, Recover, ResumeAccount, Unlock, VaultCreated, VaultStatus } from './vault.ts'
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
  return { status: await world.vault.status(), recoveryKey }
}

export async function unlockVault(world: World, { loginId, password }: z.output<typeof Unlock>): Promise<Status> {
  const { state } = await world.vault.status()
  if (state === 'absent') throw refusal('vault-absent', null, null, {})
  // Whoever is signed in stays so until the next one has proved who they are.
  if (state === 'open') {
    await personBehind(world, loginId, await world.vault.authenticate(loginId, password))
    await lockVault(world, 'asked')
  }
  return enter(world, await letIn(world, loginId, await world.vault.unlock(loginId, password)))
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
  return world.vault.status()
}

/** With the printed recovery key: a new password for an ID that exists. */
export async function recoverVault(world: World, { recoveryKey, loginId, newPassword }: z.output<typeof Recover>): Promise<Status> {
  const { state } = await world.vault.status()
  if (state === 'absent') throw refusal('vault-absent', null, null, {})
  if (state === 'open') throw refusal('state-does-not-allow', null, null, { is: 'signed-in', act: 'recover' })
  refuseIfAny(objectionsToPassword(newPassword, loginId))
  const unlocked = await world.vault.recover(recoveryKey, loginId, newPassword)
  if (unlocked.outcome === 'wrong') throw refusal('wrong-recovery-key', null, null, {})
  const id = await letIn(world, loginId, unlocked)
  await record(world, () => ({ entries: [{ type: 'recovered', data: { loginId } }], answer: () => undefined }))
  return enter(world, id)
}

/** Whoever the ledger does not let in is shown out again, and an ID that was revoked loses the key that a power cut left it. */
async function letIn(world: World, loginId: string, unlocked: Unlocked): Promise<PersonId> {
  try {
    return (await personBehind(world, loginId, unlocked)).id
  } catch (error) {
    if (unlocked.outcome === 'open') {
      try {
        const revoked = await look(world, (reading) => reading.get('account', loginId)?.state === 'revoked')
        if (revoked) await world.vault.revokeAccount(loginId)
      } finally {
        await world.vault.lock('closed')
      }
    }
    throw error
  }
}

async function enter(world: World, personId: PersonId): Promise<Status> {
  await record(world, () => ({ entries: [{ type: 'signed-in', data: { personId } }], answer: () => undefined }))
  return world.vault.status()
}

export async function changePassword(world: World, { current, next }: z.output<typeof ChangePassword>): Promise<void> {
  const { loginId, personId } = signedIn(world)
  await personBehind(world, loginId, await world.vault.authenticate(loginId, current))
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
