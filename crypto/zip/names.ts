import type { Entry } from './directory.ts'
import { collisionKey, type NameObjection, objectionsToName } from './entry-name.ts'
import { PackageProblem } from './problem.ts'

const DANGEROUS: readonly NameObjection[] = ['empty', 'absolute', 'climbs-out', 'backslash', 'drive-or-stream', 'control-character', 'direction-override', 'not-unicode']

/** Refuses a container in which any name could leave the folder, deceive, or meet another name on some disk. */
export function refuseBadNames(entries: readonly Pick<Entry, 'name' | 'kind'>[]): void {
  const files = new Set<string>()
  const folders = new Set<string>()
  for (const { name, kind } of entries) {
    refuseName(name, kind)
    const key = collisionKey(name)
    if (files.has(key) || (kind === 'file' && folders.has(key))) throw new PackageProblem('duplicate-name', { path: name })
    if (kind === 'file') files.add(key)
    else folders.add(key)
    for (const ancestor of ancestors(key)) folders.add(ancestor)
  }
  // A file that is also a folder of others would be two things at once.
  for (const folder of folders) if (files.has(folder)) throw new PackageProblem('duplicate-name', { path: folder })
}

function refuseName(name: string, kind: Entry['kind']): void {
  if (kind === 'link') throw new PackageProblem('hostile-name', { path: name, objections: ['link'] })
  const objections = objectionsToName(name)
  if (objections.length === 0) return
  const hostile = objections.some((objection) => DANGEROUS.includes(objection))
  throw new PackageProblem(hostile ? 'hostile-name' : 'name-not-portable', { path: name, objections })
}

function* ancestors(path: string): Generator<string> {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) yield path.slice(0, at)
}
