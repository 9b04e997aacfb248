import type { Bytes } from './bytes.ts'
import { type Directory, type Entry, readDirectory } from './directory.ts'
import { Keyring } from './keyring.ts'
import { type Manifest, mayBeManifest } from './manifest.ts'
import { readManifest } from './manifest-reader.ts'
import { Names } from './names.ts'
import { inMemory, type OpenSpill } from './pages.ts'
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

/**
 * How a container is read: so many bytes at a time, or by `decrypt`, which may use threads. Authenticating reports how far it is.
 * What grows with the number of entries goes to `spill`, the manifest to `manifestSpill`; whoever opens them closes them.
 */
export interface Reading { chunk?: number; decrypt?: Decrypt; onAuthenticated?: (bytes: number) => void; spill?: OpenSpill; manifestSpill?: OpenSpill }
/** As `decrypted`: pieces that are good until the next is asked for; throws at the end when the code does not fit. */
export type Decrypt = (bytes: Bytes, unlocked: Unlocked) => AsyncGenerator<Uint8Array>

/** A container whose directory has been read and whose names are harmless. Nothing in it is authentic yet. */
export interface Container {
  names: 'hidden' | 'visible'
  /** Files, and their plain bytes, without the manifest. */
  files: number
  bytes: number
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
  const outer = await readDirectory(bytes, reading.spill)
  const only = outer.first
  if (outer.entries.count === 1 && only?.name === HIDDEN_CONTENTS && only.method === 0) {
    const unlocked = await unlock(bytes, only, password)
    const inner = await innerDirectory(bytes, unlocked, reading)
    if (inner) return hidden(bytes, unlocked, inner, reading)
  }
  return visible(bytes, outer, password, reading)
}

/** Nothing when the entry is authentic and yet not one of ours: then it is a file that happens to be called `contents.zip`. */
async function innerDirectory(bytes: Bytes, unlocked: Unlocked, { spill }: Reading): Promise<Directory | undefined> {
  try {
    const directory = await readDirectory(insideOf(bytes, unlocked), spill)
    if (mayBeManifest(directory.last?.name ?? '')) return directory
  } catch (error) {
    // Only what the bytes say counts. A disk that cannot be read says nothing about them.
    if (!(error instanceof PackageProblem) || !SAYS_NO_CONTAINER.includes(error.code)) throw error
    if (!(await isAuthentic(bytes, unlocked))) throw new PackageProblem('wrong-password-or-damaged', { path: HIDDEN_CONTENTS }, { cause: error })
  }
  return undefined
}

async function hidden(bytes: Bytes, unlocked: Unlocked, directory: Directory, reading: Reading): Promise<Container> {
  const manifest = manifestOf(directory)
  const totals = await inspect(directory, manifest, (entry) => {
    if (entry.encryption !== 'none') throw new PackageProblem('damaged', { path: entry.name })
  })
  return {
    names: 'hidden', ...totals, encryptedBytes: unlocked.length,
    authenticate: () => requireAuthentic(bytes, unlocked, reading),
    walk: async (visitor) => {
      const sequence = new Sequence(decryptedFor(bytes, unlocked, reading))
      let found: Manifest | undefined
      try {
        for await (const entry of directory.entries) {
          await sequence.skipTo(entry.dataAt)
          const content = unpacked(entry, sequence.take(entry.packedBytes))
          if (entry.at === manifest?.at) found = await readManifest(content, reading.manifestSpill ?? inMemory)
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

async function visible(bytes: Bytes, directory: Directory, password: Uint8Array, reading: Reading): Promise<Container> {
  const manifest = manifestOf(directory)
  let first: Entry | undefined
  const totals = await inspect(directory, manifest, (entry) => {
    refuseWeak(entry)
    if (isEncrypted(entry)) first ??= entry
  })
  const keyring = new Keyring(bytes, password)
  // A wrong password is told before anything long begins.
  if (first) await keyring.unlock(first)
  return {
    names: 'visible', ...totals,
    authenticate: async () => {
      for await (const entry of directory.entries) if (isEncrypted(entry)) await requireAuthentic(bytes, await keyring.unlock(entry), reading)
    },
    walk: async (visitor) => {
      let found: Manifest | undefined
      for await (const entry of directory.entries) {
        const unlocked = isEncrypted(entry) ? await keyring.unlock(entry) : undefined
        const content = (): AsyncIterable<Uint8Array> => (unlocked ? unpacked(entry, decryptedFor(bytes, unlocked, reading)) : nothing())
        try {
          if (entry.at === manifest?.at) found = await readManifest(content(), reading.manifestSpill ?? inMemory)
          if (entry.at !== manifest?.at || !found) await visit(visitor, entry, content())
        } catch (error) {
          throw unlocked ? await accuse(error, bytes, unlocked) : error
        }
      }
      return found
    },
  }
}

/** Looks at every entry before any content is touched: names, methods, and what `refuse` refuses. */
async function inspect({ entries }: Directory, manifest: Entry | undefined, refuse: (entry: Entry) => void): Promise<Pick<Container, 'files' | 'bytes' | 'encryptedBytes'>> {
  const names = new Names()
  const totals = { files: 0, bytes: 0, encryptedBytes: 0 }
  for await (const entry of entries) {
    refuse(entry)
    refuseUnsupported(entry)
    names.add(entry)
    if (isEncrypted(entry)) totals.encryptedBytes += entry.packedBytes
    if (entry.kind !== 'file' || entry.at === manifest?.at) continue
    totals.files++
    totals.bytes += entry.bytes
  }
  return totals
}

/** Threads are for entries of more than a piece. */
function decryptedFor(bytes: Bytes, unlocked: Unlocked, { decrypt, chunk }: Reading): AsyncGenerator<Uint8Array> {
  return decrypt && unlocked.length > WORTH_A_THREAD ? decrypt(bytes, unlocked) : decrypted(bytes, unlocked, chunk)
}

/** The manifest is the last file, by place, of a package of ours. Whether it is one, its content decides. */
function manifestOf({ last }: Directory): Entry | undefined {
  return last && last.kind === 'file' && mayBeManifest(last.name) && last.bytes <= MOST_MANIFEST_BYTES ? last : undefined
}

/** zip.js marks an empty stored file as encrypted and then writes nothing at all, not even the salt. There is nothing to protect in it. */
const isEncrypted = (entry: Entry): boolean => entry.encryption !== 'none' && (entry.packedBytes > 0 || entry.bytes > 0)

/** Empty files and folders need no encryption (and bsdtar gives them none); anything else without AES is not protected. */
function refuseWeak(entry: Entry): void {
  if (entry.encryption === 'zipcrypto' || (entry.encryption === 'none' && entry.bytes > 0)) {
    throw new PackageProblem('weak-encryption', { path: entry.name, encryption: entry.encryption })
  }
}

function refuseUnsupported(entry: Entry): void {
  if (entry.method !== 0 && entry.method !== 8) throw new PackageProblem('unsupported-method', { path: entry.name, method: entry.method })
  if (entry.kind === 'folder' && entry.bytes > 0) throw new PackageProblem('damaged', { path: entry.name })
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

async function* nothing(): AsyncGenerator<Uint8Array> {}
