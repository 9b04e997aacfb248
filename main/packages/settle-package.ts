import { basename, dirname, join } from 'node:path'
import type { PackagePart } from '../../core/packages/package.ts'
import type { How, Packages, SealOutcome } from '../../core/world.ts'
import type { SealProgress } from '../../core/packages/package.ts'
import { sha256Hex } from '../../crypto/digest.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import type { Disk } from '../files/disk.ts'
import { exists, settleDraft } from '../files/draft.ts'
import { writeWhole } from '../files/write-whole.ts'
import { onTarget } from './disk-problem.ts'
import { letterName } from './letters.ts'
import { cut, write } from './medium.ts'

type Order = Parameters<Packages['seal']>[0]
type Verified = Extract<SealOutcome, { outcome: 'verified' }>

/** What gets its name at the end: a verified draft, and perhaps the letter with its key. */
export interface Settling { order: Order; draft: string; bytes: number; sha256: string; letter: Uint8Array | null }
export type Settled = Pick<Verified, 'path' | 'letter' | 'volumes'>

/** The first file that lies already where one of the package's would. */
export async function occupied({ into, fileName, lock, volumeBytes }: Order, disk: Disk): Promise<string | undefined> {
  const wanted = [fileName, ...(volumeBytes === null ? [] : [`${fileName}.001`]), ...(lock.kind === 'envelope' ? [letterName(fileName)] : [])]
  for (const name of wanted) if (await exists(join(into, name), disk)) return join(into, name)
  return undefined
}

/** Gives a verified package its name, or its volumes theirs, and its letter one beside it: all of them or none. The draft is gone afterwards. */
export async function settlePackage({ order, draft, bytes, sha256, letter }: Settling, how: How<SealProgress>, disk: Disk): Promise<Settled> {
  const out = join(order.into, order.fileName)
  const volumes = order.volumeBytes === null || bytes <= order.volumeBytes ? [] : await cutVolumes(order.fileName, draft, sha256, order.volumeBytes, how, disk)
  const paths = volumes.length === 0 ? [out] : volumes.map(({ name }) => join(order.into, name))
  if (volumes.length === 0) await settleDraft(draft, out, 'refuse', disk)
  else await disk.rm(draft, { force: true })
  try {
    return { path: paths[0] ?? out, volumes, letter: letter && await writeLetter(join(order.into, letterName(order.fileName)), letter, how.signal, disk) }
  } catch (error) {
    for (const path of paths) await disk.rm(path, { force: true })
    throw error
  }
}

/** The volumes together are the package that was just verified, and each was read back by itself. */
async function cutVolumes(fileName: string, draft: string, sha256: string, volumeBytes: number, how: How<SealProgress>, disk: Disk): Promise<PackagePart[]> {
  const found = await cut(draft, fileName, volumeBytes, how, disk)
  if (found.sha256 !== sha256) throw new PackageProblem('target-broken', { path: join(dirname(draft), fileName) })
  await write({ files: found.volumes.map((volume, i) => ({ ...volume, from: draft, at: i * volumeBytes })), into: dirname(draft) }, how, disk)
  return found.volumes
}

async function writeLetter(path: string, letter: Uint8Array, signal: AbortSignal, disk: Disk): Promise<NonNullable<Verified['letter']>> {
  await onTarget(path, () => writeWhole(path, [letter], signal, { existing: 'refuse', disk }))
  return { path, name: basename(path), bytes: letter.length, sha256: sha256Hex(letter) }
}
