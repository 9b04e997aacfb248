import { randomBytes, scrypt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import * as z from 'zod'
import { isBearable, type ScryptParams } from '../../crypto/key-wrap.ts'
import { codeOf, type Disk, realDisk } from '../files/disk.ts'
import { writeWhole } from '../files/write-whole.ts'

/** So many bytes, written in the one way there is. */
const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes && Buffer.from(text, 'base64').toString('base64') === text)
const cost = { N: z.number(), r: z.number(), p: z.number() }
const wrapped = { version: z.literal(1), salt: base64(16), nonce: base64(12), wrapped: base64(48) }
const PasswordSlot = z.strictObject({ ...wrapped, kdf: z.strictObject({ name: z.literal('scrypt'), ...cost }).refine(isBearable) })
const RecoverySlot = z.strictObject({ ...wrapped, kdf: z.strictObject({ name: z.literal('recovery') }) })

/**
 * keyring.json: the vault's secret, wrapped once for each person's password and once for the printed recovery key.
 * Says in plain how many can open the vault and when somebody failed; not who: IDs stand only as slow salted hashes, and whose
 * a slot is (`whose`) is sealed under the secret itself.
 */
const Keyring = z.strictObject({
  /** 1 knew neither second factors nor lock-outs that wait to be told; it is written anew as 2 with the next change. 3 while a rescue waits to be told. */
  version: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** How IDs become tags: scrypt with this salt and cost. */
  tags: z.strictObject({ salt: base64(16), ...cost }).refine(isBearable),
  /** `factor`: the second factor of that ID, sealed; older keyrings have none. */
  slots: z.array(z.strictObject({ tag: base64(32), key: PasswordSlot, whose: z.base64(), factor: z.base64().nullable().default(null) })).max(10_000),
  recovery: RecoverySlot,
  failures: z.array(z.strictObject({ tag: base64(32), count: z.number().int().positive(), lockedUntil: z.number().int().nonnegative() })),
  /** Lock-outs behind the closed door that are not in the ledger yet. */
  lockOuts: z.array(z.strictObject({ tag: base64(32), failures: z.number().int().positive(), at: z.number() })).default([]),
  /** Who was let take the ledger out at the closed door and is not in the ledger yet. */
  rescues: z.array(z.strictObject({ tag: base64(32), at: z.number() })).optional(),
  /** Where the ledger stood when the vault was last locked, sealed: an older ledger in its place is noticed. */
  lastSeen: z.base64().nullable(),
})
export type Keyring = z.infer<typeof Keyring>
export type TagParams = Keyring['tags']
export type KeyringSlot = Keyring['slots'][number]

/** The newest version that this program writes; and the one that it writes where nothing in it is newer, so that a program of before may go on. */
const NEWEST = 3
const USUAL = 2

/** How many IDs that nobody has may be counted at once; the oldest is forgotten first. */
const STRANGERS = 200

/** The keyring that this value is, or null: a backup carries one too. */
export const keyringFrom = (value: unknown): Keyring | null => Keyring.safeParse(value).data ?? null

/** The version of the keyring file that a newer program wrote, or null. Its failures could not be counted without losing what else it holds. */
export const newerKeyring = async (path: string): Promise<number | null> => newerThanOurs(await readFile(path, 'utf8').then(JSON.parse, () => null).catch(() => null))

/** The same of a keyring that was read. */
export function newerThanOurs(value: unknown): number | null {
  const said = value as { version?: unknown } | null | undefined
  return typeof said?.version === 'number' && said.version > NEWEST ? said.version : null
}

/** The keyring, or null when it is missing or is not one. */
export async function readKeyring(path: string): Promise<Keyring | null> {
  try {
    return Keyring.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || codeOf(error) === 'ENOENT' || codeOf(error) === 'EISDIR') return null
    throw error
  }
}

export async function writeKeyring(path: string, keyring: Keyring, disk: Disk = realDisk): Promise<void> {
  const { rescues = [], ...rest } = Keyring.parse(keyring)
  const whole = rescues.length > 0 ? { ...rest, rescues, version: NEWEST } : { ...rest, version: USUAL }
  await writeWhole(path, [`${JSON.stringify(whole, null, 1)}\n`], new AbortController().signal, { disk })
}

/** 32 MiB and about a tenth of a second, unless told otherwise. */
export function newTags({ N, r, p }: ScryptParams = { N: 2 ** 15, r: 8, p: 1 }): TagParams {
  return { salt: randomBytes(16).toString('base64'), N, r, p }
}

/** What an ID is called in the keyring: scrypt over it, so that whoever has the file must pay for each name they try. */
export async function tagOf(loginId: string, { salt, N, r, p }: TagParams): Promise<string> {
  const slow = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
  return (await slow(loginId.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 128 * N * r + 2 ** 21 })).toString('base64')
}

/** The keyring with what is remembered of one ID's failures: `null` forgets them. */
export function withFailures(keyring: Keyring, tag: string, failures: { count: number; lockedUntil: number } | null): Keyring {
  const others = keyring.failures.filter((each) => each.tag !== tag)
  const known = new Set(keyring.slots.map((slot) => slot.tag))
  const strangers = others.filter((each) => !known.has(each.tag))
  const kept = others.filter((each) => !strangers.slice(0, Math.max(0, strangers.length - STRANGERS)).includes(each))
  return { ...keyring, failures: failures ? [...kept, { tag, ...failures }] : kept }
}

/** The keyring with one more lock-out to tell of: the newest, so that whoever hammers at the door does not fill the disk. */
export function withLockOut(keyring: Keyring, lockOut: Keyring['lockOuts'][number]): Keyring {
  return { ...keyring, lockOuts: [...keyring.lockOuts, lockOut].slice(-STRANGERS) }
}

/** The keyring with one more rescue to tell of; like the lock-outs, no more than so many. */
export function withRescue(keyring: Keyring, rescue: NonNullable<Keyring['rescues']>[number]): Keyring {
  return { ...keyring, rescues: [...keyring.rescues ?? [], rescue].slice(-STRANGERS) }
}

/** The keyring with this slot, in place of one of the same tag. */
export function withSlot(keyring: Keyring, slot: KeyringSlot): Keyring {
  return { ...keyring, slots: [...keyring.slots.filter(({ tag }) => tag !== slot.tag), slot] }
}

export function withoutSlot(keyring: Keyring, tag: string): Keyring {
  return { ...keyring, slots: keyring.slots.filter((slot) => slot.tag !== tag) }
}
