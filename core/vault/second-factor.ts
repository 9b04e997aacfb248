import * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person, PersonId } from '../people/person.ts'
import { objectionsToSamePerson } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { Lines, Secret } from '../text.ts'
import type { Unlocked, World } from '../world.ts'
import type { StopAccount } from './account.ts'
import { proven, refuseIfFactorMissing } from './co-sign.ts'
import { signedIn } from './signed-in.ts'
import { Code } from './vault.ts'

export const OfferFactor = z.object({ password: Secret })
/** A new key for an authenticator: as text to type, and as the rows of a QR code (`1` is dark). In force only once a code of it was typed. */
export const OfferedFactor = z.object({ key: z.string(), uri: z.string(), rows: z.array(z.string()) })
export const SetFactor = z.object({ code: Code })
/** Shown once, to be printed: each opens the door one time without the authenticator. */
export const FactorSet = z.object({ recoveryCodes: z.array(z.string()) })
export const DropFactor = z.object({ password: Secret, code: Code })
export const RequireFactor = z.object({ required: z.boolean(), reason: Lines.refine((s) => s.length > 0, { error: 'empty' }) })

export const factorSince = (reading: Reading, loginId: string) => reading.get('account', loginId)?.secondFactorAt ?? null
export const factorRequired = (reading: Reading): boolean => reading.get('access-rule', 'access-rule')?.secondFactorRequired ?? false

/** A key to be put into one's authenticator. Nothing changes yet. Asks the password, so that nobody passing an open desk makes the account theirs. */
export async function offerFactor(world: World, { password }: z.output<typeof OfferFactor>): Promise<z.output<typeof OfferedFactor>> {
  const { loginId } = signedIn(world)
  await refuseIfSet(world, loginId)
  await proven(world, { loginId, password })
  return world.vault.offerFactor(loginId)
}

/** 二要素認証 begins with the first right code. The keyring has it before the ledger: what a power cut leaves unsaid is said at the next sign-in. */
export async function setFactor(world: World, { code }: z.output<typeof SetFactor>): Promise<z.output<typeof FactorSet>> {
  const { loginId, personId } = signedIn(world)
  await refuseIfSet(world, loginId)
  const recoveryCodes = await world.vault.setFactor(loginId, code)
  if (!recoveryCodes) throw refusal('first-code-wrong', '11(10)ア', null, {})
  return record(world, () => ({ entries: [{ type: 'second-factor-set', data: { personId } }], answer: () => ({ recoveryCodes }) }))
}

/** One's own, with password and code. Not where the office asks it of everybody. */
export async function dropFactor(world: World, { password, code }: z.output<typeof DropFactor>): Promise<void> {
  const { loginId, personId } = signedIn(world)
  await refuseUnlessSet(world, loginId)
  if (await look(world, factorRequired)) throw refusal('second-factor-required', '11(10)ア', null, {})
  await proven(world, { loginId, password, code })
  await remove(world, { personId, loginId, how: 'own', reason: '' })
}

/** For somebody whose telephone is lost: by an administrator, with the reason, and never for oneself. */
export async function removeFactor(world: World, { personId, reason }: z.output<typeof StopAccount>): Promise<Person> {
  const [person, actor] = await look(world, (reading) => [personNamed(reading, personId), personNamed(reading, signedIn(world).personId)])
  if (person.loginId === null) throw refusal('no-account', '11(10)ア', null, { person: person.name })
  refuseIfAny(objectionsToSamePerson('remove-second-factor', '11(10)ア', null, actor, person))
  await refuseUnlessSet(world, person.loginId)
  await remove(world, { personId, loginId: person.loginId, how: 'administrator', reason })
  return look(world, (reading) => personNamed(reading, personId))
}

/** Whether this office asks a second factor of everybody. Whoever has none sets one before anything else. */
export function requireFactor(world: World, { required, reason }: z.output<typeof RequireFactor>): Promise<{ required: boolean }> {
  return record(world, (reading) => {
    if (factorRequired(reading) === required) throw refusal('nothing-changed', '11(10)ア', null, { person: personNamed(reading, signedIn(world).personId).name })
    return { entries: [{ type: 'second-factor-rule-set', data: { required, reason } }], answer: () => ({ required }) }
  })
}

/**
 * Brings the ledger level with what the door asked: what was set before a power cut is written down now. Refuses where the ledger
 * knows of a second factor that the door no longer asked for: then somebody took it out of the keyring by hand.
 */
export async function levelFactor(world: World, person: Person, unlocked: Extract<Unlocked, { outcome: 'open' }>): Promise<void> {
  await refuseIfFactorMissing(world, person, unlocked)
  // By the ledger's own name for them: at the door an ID may be typed in whatever width.
  const { id: personId, loginId } = person
  const since = await look(world, (reading) => (loginId === null ? null : factorSince(reading, loginId)))
  await record(world, () => ({
    entries: [
      ...(since === null && unlocked.code ? [{ type: 'second-factor-set', data: { personId } } as const] : []),
      ...(unlocked.code?.used === 'recovery code' ? [{ type: 'recovery-code-used', data: { personId, left: unlocked.code.left } } as const] : []),
    ],
    answer: () => undefined,
  }))
}

/** The ledger first: a keyring that still asks is only strict, one that asks no more would look like a theft. Asked again after a power cut between the two, the keyring follows. */
async function remove(world: World, { loginId, ...data }: { personId: PersonId; loginId: string; how: 'own' | 'administrator'; reason: string }): Promise<void> {
  await record(world, (reading) => ({ entries: factorSince(reading, loginId) === null ? [] : [{ type: 'second-factor-removed', data }], answer: () => undefined }))
  await world.vault.dropFactor(loginId)
}

async function refuseIfSet(world: World, loginId: string): Promise<void> {
  if (await look(world, (reading) => factorSince(reading, loginId) !== null)) throw refusal('second-factor-set', '11(10)ア', null, {})
}

/** Whether or not the ledger knows of it: whoever lost the telephone would never come in again where only the keyring still asks. */
async function refuseUnlessSet(world: World, loginId: string): Promise<void> {
  if ((await look(world, (reading) => factorSince(reading, loginId) === null)) && (await world.vault.access(loginId)).factor === null) throw refusal('second-factor-none', '11(10)ア', null, {})
}
