import { join } from 'node:path'
import type { SealProgress } from '../../core/packages/package.ts'
import { composed } from '../../core/words/joined.ts'
import type { How, Packages, SealOutcome } from '../../core/world.ts'
import type { OrganisationKeys } from '../../crypto/organisation-keys.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { generateKeyText, generatePassphrase, KEY_TEXT_BITS } from '../../crypto/passphrase.ts'
import type { Manifest } from '../../crypto/zip/manifest.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { codeOf, type Disk, realDisk } from '../files/disk.ts'
import { draftName, sweepDraftsIn } from '../files/draft.ts'
import { seal, type KeptManifest, type Source, verify } from './engine.ts'
import { closeLetter } from './letters.ts'
import { realMedium } from './medium.ts'
import { realReceiving } from './receiving.ts'
import { occupied, settlePackage } from './settle-package.ts'

type Order = Parameters<Packages['seal']>[0]
type Files = Extract<SealOutcome, { outcome: 'verified' }>['files']

/** 25 letters of 57: 145.8 bits, rounded down. */
const PASSPHRASE_BITS = 145

export interface PackagesOptions {
  /** The plain bytes of a file that the vault keeps. */
  openBlob: (blob: string) => AsyncIterable<Uint8Array>
  /** Our own keys: to sign key letters, and to open those that are for us. */
  keys: () => OrganisationKeys
  /** Something long begins; its signal calls it off when the vault is locked. */
  begin: () => { signal: AbortSignal; end(): void }
  disk?: Disk
}

/** The desk's packages, made by the container engine. A package has its name only once it was opened again and found true. */
export function realPackages({ openBlob, keys, begin, disk = realDisk }: PackagesOptions): Packages {
  return {
    async seal(order, { signal, onProgress }) {
      const work = begin()
      try {
        return await sealAndVerify(order, openBlob, keys, { signal: AbortSignal.any([signal, work.signal]), onProgress }, disk)
      } finally {
        work.end()
      }
    },
    ...realReceiving({ keys, begin, disk }),
    ...realMedium({ begin, disk }),
  }
}

async function sealAndVerify(order: Order, openBlob: PackagesOptions['openBlob'], keys: PackagesOptions['keys'], how: How<SealProgress>, disk: Disk): Promise<SealOutcome> {
  const out = join(order.into, order.fileName)
  const taken = await occupied(order, disk)
  if (taken !== undefined) return { outcome: 'trouble', what: 'target-exists', path: taken }
  await sweepDraftsIn(order.into, disk)
  const draft = draftName(out)
  const { lock } = order
  const passphrase = lock.kind === 'envelope' ? generateKeyText() : generatePassphrase()
  const password = Buffer.from(passphrase)
  const manifests: KeptManifest[] = []
  try {
    const sealed = await seal({ sources: sourcesOf(order, openBlob), out: draft, password, level: order.level, names: order.namesHidden ? 'hidden' : 'visible' }, how, disk)
    manifests.push(sealed.manifest)
    const changed = await changedItem(order, sealed.manifest)
    if (changed !== undefined) return await leavingNothing(draft, disk, { outcome: 'trouble', what: 'source-changed', path: changed })
    const verified = await verify({ path: draft, password, against: sealed.manifest, hash: true }, how, disk)
    manifests.push(verified.manifest)
    const [difference] = verified.differences
    if (difference) return await leavingNothing(draft, disk, { outcome: 'trouble', what: 'not-verified', path: difference.path })
    const files: Files = []
    for await (const { path, size, sha256 } of sealed.manifest.files) files.push({ path, size, sha256 })
    how.signal.throwIfAborted()
    const letter = lock.kind === 'envelope' ? closeLetter(lock, passphrase, keys()) : null
    const settled = await settlePackage({ order, draft, bytes: sealed.bytes, sha256: verified.sha256!, letter }, how, disk)
    return {
      outcome: 'verified', ...settled, bytes: sealed.bytes, sha256: verified.sha256!, readBack: verified.readBack,
      ...(letter ? { passphrase: null, passphraseBits: KEY_TEXT_BITS } : { passphrase, passphraseBits: PASSPHRASE_BITS }),
      files,
    }
  } catch (error) {
    await disk.rm(draft, { force: true })
    if (how.signal.aborted) return { outcome: 'abandoned' }
    if (error instanceof PackageProblem) return { outcome: 'trouble', what: error.code, path: pathIn(error, draft, out) }
    // A blob that does not open: the vault's own file was altered or lost.
    if (error instanceof EvidenceProblem) return { outcome: 'trouble', what: 'vault-damaged', path: order.fileName }
    if (codeOf(error) === 'EEXIST') return { outcome: 'trouble', what: 'target-exists', path: out }
    throw error
  } finally {
    await Promise.all(manifests.map((manifest) => manifest.close()))
    password.fill(0)
  }
}

function sourcesOf({ items, files }: Order, openBlob: PackagesOptions['openBlob']): Source[] {
  return [
    ...items.map(({ name, size, modifiedAt, blob }) => ({ name, size, mtime: modifiedAt ?? 0, open: () => openBlob(blob) })),
    ...files.map(({ path, name }) => ({ path, as: name })),
  ]
}

/** The first received file that did not go in as it was received. */
async function changedItem({ items }: Order, { files }: Manifest): Promise<string | undefined> {
  const asReceived = new Map(items.map(({ name, sha256 }) => [composed(name), sha256]))
  for await (const { path, sha256 } of files) if (asReceived.get(path) === sha256) asReceived.delete(path)
  return items.find(({ name }) => asReceived.has(composed(name)))?.name
}

async function leavingNothing(draft: string, disk: Disk, outcome: SealOutcome): Promise<SealOutcome> {
  await disk.rm(draft, { force: true })
  return outcome
}

/** The desk knows the package by its name, not by its draft's. */
function pathIn({ facts }: PackageProblem, draft: string, out: string): string {
  const path = typeof facts['path'] === 'string' ? facts['path'] : out
  return path.startsWith(draft) ? out : path
}
