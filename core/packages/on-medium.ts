import type { Drive } from '../media/drive.ts'
import type { World } from '../world.ts'
import type { PackagePart } from './package.ts'

/** What the systems themselves lay on every medium, and where nobody's files are: two fixed names, and folders that only the system may open. */
const OF_THE_SYSTEM = new Set(['System Volume Information/WPSettings.dat', 'System Volume Information/IndexerVolumeGuid', 'System Volume Information/', 'lost+found/'])

/** What lies on a medium, each by its way from the folder that was looked at: files that are packages' own, and whatever else there is. */
export interface Lying { whole: ReadonlySet<string>; plain: string[] }

/** Looks at every name below a folder; null when there is no such folder. Whatever is not one of the expected files, by name and by hash, is plain. */
export async function lookOnMedium(world: World, folder: string, expected: readonly PackagePart[]): Promise<Lying | null> {
  const names = await world.files.listFolder(folder)
  if (!names) return null
  const whole = new Set<string>()
  for (const name of names) {
    const alike = expected.filter((part) => part.name === name.split('/').at(-1))
    if (alike.length === 0) continue
    const hash = (await world.files.sha256(`${folder}/${name}`))?.sha256
    if (alike.some(({ sha256 }) => sha256 === hash)) whole.add(name)
  }
  return { whole, plain: names.filter((name) => !whole.has(name) && !OF_THE_SYSTEM.has(name)) }
}

/** The medium that a folder lies on, from its top, and the way from there to the folder: what travels is all of it. */
export function rootOf(drive: Drive | null, folder: string): { root: string; way: string } {
  const [root] = (drive?.volumes ?? []).flatMap(({ mountPoints }) => mountPoints).filter((point) => isWithin(folder, point)).toSorted((a, b) => b.length - a.length)
  if (root === undefined) return { root: folder, way: '' }
  const way = folder.slice(root.length).replaceAll('\\', '/').replace(/^\/+|\/+$/g, '')
  return { root, way: way === '' ? '' : `${way}/` }
}

const isWithin = (folder: string, point: string): boolean => folder === point || (/[/\\]$/.test(point) ? folder.startsWith(point) : folder.startsWith(`${point}/`) || folder.startsWith(`${point}\\`))
