import type { World } from '../world.ts'
import type { PackagePart } from './package.ts'

/** What the systems themselves lay on every medium and where no file of ours can hide: names and nothing else. */
const OF_THE_SYSTEM = new Set(['System Volume Information/WPSettings.dat', 'System Volume Information/IndexerVolumeGuid'])

/** What lies on a medium: which of the expected files do so with their own name and hash, and what else there is. */
export interface Lying { whole: ReadonlySet<string>; plain: string[] }

/** Looks at every name below a folder; null when there is no such folder. Whatever is not one of the expected files as it was verified is plain. */
export async function lookOnMedium(world: World, folder: string, expected: readonly PackagePart[]): Promise<Lying | null> {
  const names = await world.files.listFolder(folder)
  if (!names) return null
  const whole = new Set<string>()
  for (const { name, sha256 } of expected) {
    if (names.includes(name) && (await world.files.sha256(`${folder}/${name}`))?.sha256 === sha256) whole.add(name)
  }
  return { whole, plain: names.filter((name) => !whole.has(name) && !OF_THE_SYSTEM.has(name)) }
}
