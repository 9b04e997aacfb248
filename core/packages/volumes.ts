import { refusal, refuseIfAny, type Refusal } from '../refusal.ts'
import type { How, World } from '../world.ts'
import { letterOf, partsOf, type Package, type PackagePart, type SealProgress } from './package.ts'
import { objectionsToCutting } from './rules.ts'
import { folderOf } from './use.ts'
import type { WriteToMedium } from './writing.ts'

/** A file that is to lie on a medium, and the piece of which file it is. */
export type Source = PackagePart & { from: string; at: number }

/**
 * The files that go onto one medium: the package, or its volumes, or those of them that were asked for; and always the key
 * letter. A package that is cut on the way is read once more for that, and must still be what was verified.
 */
export async function sourcesOf(world: World, sealed: Package, { volumeBytes, only }: Pick<WriteToMedium, 'volumeBytes' | 'only'>, how: How<SealProgress>): Promise<Source[] | 'abandoned'> {
  if (volumeBytes !== null && sealed.volumes.length > 0) throw notSo(sealed, 'cut-already')
  const pieces = volumeBytes === null || volumeBytes >= sealed.bytes ? whole(sealed) : await cut(world, sealed, volumeBytes, how)
  if (pieces === 'abandoned') return pieces
  if (only?.some((n) => n > pieces.length)) throw notSo(sealed, 'no-such-volume')
  const folder = folderOf(sealed.path)
  return [...pieces.filter((_, i) => only === null || only.includes(i + 1)), ...letterOf(sealed).map((letter) => ({ ...letter, from: `${folder}${letter.name}`, at: 0 }))]
}

/** What the medium, or the package on the way to it, said no to. */
export function refusedWriting(no: string, what: string, path: string): Refusal {
  switch (what) {
    case 'package-missing': return refusal('package-missing', '11(3)', 'R-11', { no, path })
    case 'source-changed': return refusal('package-changed', '11(3)', 'R-11', { no })
    case 'disk-full': case 'target-exists': return refusal(what, null, null, { path })
    case 'target-missing': return refusal('folder-missing', null, null, { path })
    default: return refusal('writing-failed', '11(3)', null, { what, path })
  }
}

function whole(sealed: Package): Source[] {
  const folder = folderOf(sealed.path)
  return partsOf(sealed).map((part) => ({ ...part, from: `${folder}${part.name}`, at: 0 }))
}

async function cut(world: World, sealed: Package, volumeBytes: number, how: How<SealProgress>): Promise<Source[] | 'abandoned'> {
  refuseIfAny(objectionsToCutting(sealed.no, sealed.bytes, volumeBytes))
  const { no, path, fileName } = sealed
  const found = await world.packages.cut({ path, fileName, volumeBytes }, how)
  if (found.outcome === 'abandoned') return 'abandoned'
  if (found.outcome === 'trouble') throw refusedWriting(no, found.what, found.path)
  if (found.sha256 !== sealed.sha256) throw refusal('package-changed', '11(3)', 'R-11', { no })
  return found.volumes.map((volume, i) => ({ ...volume, from: path, at: i * volumeBytes }))
}

const notSo = ({ no }: Package, what: string): Refusal => refusal('package-not-cut-so', null, null, { no, what })
