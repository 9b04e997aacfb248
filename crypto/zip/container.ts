import type { Bytes } from './bytes.ts'
import { type Entry, readDirectory } from './directory.ts'
import { type Manifest, mayBeManifest, readManifest } from './manifest.ts'
import { refuseBadNames } from './names.ts'
import { PackageProblem, type PackageProblemCode } from './problem.ts'
import { decrypted, insideOf, isAuthentic, type Unlocked, unlock, unpacked } from './reader.ts'
import { Sequence } from './sequence.ts'

export const HIDDEN_CONTENTS = 'contents.zip'
const SAYS_NO_CONTAINER: readonly PackageProblemCode[] = ['damaged', 'truncated', 'not-a-zip', 'bomb']
const WORTH_A_THREAD = 2 * 1024 * 1024
const MOST_MANIFEST_BYTES = 512 * 1024 * 1024

export interface Visitor {
  file(entry: Entry, content: AsyncIterable<Uint8Array>): Promise<void>
  folder(entry: Entry): Promise<void>
}

/** How a container is read: so many bytes at a time, or by `decrypt`, which may use threads. Authenticating reports how far it is. */
export interface Reading { chunk?: number; decrypt?: Decrypt; onAuthenticated?: (bytes: number) => void }
/** As `decrypted`: pieces that are good until the next is asked for; throws at the end when the code does not fit. */
export type Decrypt = (bytes: Bytes, unlocked: Unlocked) => AsyncGenerator<Uint8Array>

/** A container whose directory has been read and whose names are harmless. Nothing in it is authentic yet. */
export interface Container {
  names: 'hidden' | 'visible'
  /** Files and folders without the manifest. */
  entries: Entry[]
  /** Bytes that `authenticate` will read. */
  encryptedBytes: number
  /** Reads everything once and compares every authentication code; throws on the first that does not fit. */
  authenticate(): Promise<void>
  /** Visits files and folders in the order in which they lie, then returns the manifest (none in other programs' archives). Throws when anything was not authentic. */
  walk(visitor: Visitor): Promise<Manifest | undefined>
}

/**
 * Opens the container of ours or another program's AES archive. In ours with hidden names, one stored entry `contents.zip`
 * holds a whole inner archive; it is looked into through the keystream, without a decrypted copy anywhere.
 */
export async function openContainer(bytes: Bytes, password: Uint8Array, reading: Reading = {}): Promise<Container> {
  const outer = await readDirectory(bytes)
  const only = outer[0]
  if (outer.length === 1 && only?.name === HIDDEN_CONTENTS && only.method === 0) {
    const unlocked = await unlock(bytes, only, password)
    const inner = await innerDirectory(bytes, unlocked)
    if (inner) return hidden(bytes, unlocked, inner, reading)
  }
  return visible(bytes, outer, password, reading)
}

/** Nothing when the entry is authentic and yet not one of ours: then it is a file that happens to be called `contents.zip`. */
async function innerDirectory(bytes: Bytes, unlocked: Unlocked): Promise<Entry[] | undefined> {
  try {
    const entries = await readDirectory(insideOf(bytes, unlocked))
    if (mayBeManifest(entries.at(-1)?.name ?? '')) return entries
  } catch (error) {
    // Only what the bytes say counts. A disk that cannot be read says nothing about them.
    if (!(error instanceof PackageProblem) || !SAYS_NO_CONTAINER.includes(error.code)) throw error
    if (!(await isAuthentic(bytes, unlocked))) throw new PackageProblem('wrong-password-or-damaged', { path: HIDDEN_CONTENTS }, { cause: error })
  }
  return undefined
}

function hidden(bytes: Bytes, unlocked: Unlocked, all: Entry[], reading: Reading): Container {
  for (const entry of all) if (entry.encryption !== 'none') throw new PackageProblem('damaged', { path: entry.name })
  const { entries, manifest } = takeManifest(all)
  refuseBadNames(all)
  refuseUnsupported(all)
  return {
    names: 'hidden', entries, encryptedBytes: unlocked.length,
    authenticate: () => requireAuthentic(bytes, unlocked, reading),
    walk: async (visitor) => {
      const sequence = new Sequence(decryptedFor(bytes, unlocked, reading))
      let found: Manifest | undefined
      try {
        for (const entry of all) {
          await sequence.skipTo(entry.dataAt)
          const content = unpacked(entry, sequence.take(entry.packedBytes))
          if (entry === manifest) found = await readManifestFrom(content)
          else await visit(visitor, entry, content)
        }
        await sequence.drain()
        if (!found) throw new PackageProblem('damaged', { part: 'manifest' })
      } catch (error) {
        await sequence.close()
        throw await accuse(error, bytes, unlocked)
      }
      return found
    },
  }
}

async function visible(bytes: Bytes, all: Entry[], password: Uint8Array, reading: Reading): Promise<Container> {
  refuseWeak(all)
  refuseUnsupported(all)
  const { entries, manifest } = takeManifest(all)
  refuseBadNames(all)
  const encrypted = all.filter(isEncrypted)
  const keys = keyring(bytes, password)
  // A wrong password is told before anything long begins.
  if (encrypted[0]) await keys(encrypted[0])
  return {
    names: 'visible', entries, encryptedBytes: encrypted.reduce((sum, entry) => sum + entry.packedBytes, 0),
    authenticate: async () => {
      for (const entry of encrypted) await requireAuthentic(bytes, await keys(entry), reading)
    },
    walk: async (visitor) => {
      let found: Manifest | undefined
      for (const entry of all) {
        const unlocked = isEncrypted(entry) ? await keys(entry) : undefined
        const content = (): AsyncIterable<Uint8Array> => (unlocked ? unpacked(entry, decryptedFor(bytes, unlocked, reading)) : nothing())
        try {
          if (entry === manifest) found = await readManifestFrom(content())
          if (entry !== manifest || !found) await visit(visitor, entry, content())
        } catch (error) {
          throw unlocked ? await accuse(error, bytes, unlocked) : error
        }
      }
      return found
    },
  }
}

/** Threads are for entries of more than a piece. */
function decryptedFor(bytes: Bytes, unlocked: Unlocked, { decrypt, chunk }: Reading): AsyncGenerator<Uint8Array> {
  return decrypt && unlocked.length > WORTH_A_THREAD ? decrypt(bytes, unlocked) : decrypted(bytes, unlocked, chunk)
}

/** Derives the keys of an entry once: authenticating and reading are two passes. */
function keyring(bytes: Bytes, password: Uint8Array): (entry: Entry) => Promise<Unlocked> {
  const ring = new Map<Entry, Unlocked>()
  return async (entry) => {
    const known = ring.get(entry) ?? await unlock(bytes, entry, password)
    ring.set(entry, known)
    return known
  }
}

/** The manifest is the last file, by place, of a package of ours. Whether it is one, its content decides. */
function takeManifest(all: Entry[]): { entries: Entry[]; manifest: Entry | undefined } {
  const last = all.at(-1)
  const manifest = last && last.kind === 'file' && mayBeManifest(last.name) && last.bytes <= MOST_MANIFEST_BYTES ? last : undefined
  return { entries: all.filter((entry) => entry !== manifest), manifest }
}

/** zip.js marks an empty stored file as encrypted and then writes nothing at all, not even the salt. There is nothing to protect in it. */
const isEncrypted = (entry: Entry): boolean => entry.encryption !== 'none' && (entry.packedBytes > 0 || entry.bytes > 0)

/** Empty files and folders need no encryption (and bsdtar gives them none); anything else without AES is not protected. */
function refuseWeak(entries: Entry[]): void {
  for (const entry of entries) {
    if (entry.encryption === 'zipcrypto' || (entry.encryption === 'none' && entry.bytes > 0)) {
      throw new PackageProblem('weak-encryption', { path: entry.name, encryption: entry.encryption })
    }
  }
}

function refuseUnsupported(entries: Entry[]): void {
  for (const entry of entries) {
    if (entry.method !== 0 && entry.method !== 8) throw new PackageProblem('unsupported-method', { path: entry.name, method: entry.method })
    if (entry.kind === 'folder' && entry.bytes > 0) throw new PackageProblem('damaged', { path: entry.name })
  }
}

async function visit(visitor: Visitor, entry: Entry, content: AsyncIterable<Uint8Array>): Promise<void> {
  if (entry.kind === 'folder') {
    for await (const _ of content);
    await visitor.folder(entry)
  } else await visitor.file(entry, content)
}

async function requireAuthentic(bytes: Bytes, unlocked: Unlocked, reading: Reading): Promise<void> {
  if (!(await isAuthentic(bytes, unlocked, reading.chunk))) throw new PackageProblem('wrong-password-or-damaged', { path: unlocked.entry.name })
  reading.onAuthenticated?.(unlocked.length)
}

/** Content that fails to inflate or to add up is blamed on damage only when the code fits; otherwise nothing of it is known. */
async function accuse(error: unknown, bytes: Bytes, unlocked: Unlocked): Promise<unknown> {
  if (!(error instanceof PackageProblem) || error.code !== 'damaged') return error
  if (await isAuthentic(bytes, unlocked)) return error
  return new PackageProblem('wrong-password-or-damaged', { path: unlocked.entry.name }, { cause: error })
}

async function readManifestFrom(content: AsyncIterable<Uint8Array>): Promise<Manifest | undefined> {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(Buffer.from(piece))
  return readManifest(Buffer.concat(pieces))
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
