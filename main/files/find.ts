import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { FileTrouble, Files, Found } from '../../core/world.ts'
import { collisionKey, objectionsToName } from '../../crypto/zip/entry-name.ts'
import { codeOf, type Disk, realDisk } from './disk.ts'

type Findings = Awaited<ReturnType<Files['find']>>

/** As long as the ledger keeps a name. */
const LONGEST_NAME = 1000

/**
 * Every file under the paths, in order of name. A file is called by its own name, a file in a given folder by its way from
 * there, with `/`, in the very characters that the disk has. Links are not followed: they lead to what nobody handed over. What cannot be taken is named:
 * links, pipes, sockets and devices, unreadable files, names that some system cannot hold, names that meet on some disk.
 */
export async function find(paths: readonly string[], disk: Disk = realDisk): Promise<Findings> {
  const findings: Findings = { found: [], troubles: [] }
  for (const given of paths) {
    const path = resolve(given)
    const before = findings.found.length + findings.troubles.length
    await lookAt(path, null, findings, disk)
    if (findings.found.length + findings.troubles.length === before) findings.troubles.push({ path: given, what: 'source-empty-folder' })
  }
  const portable = findings.found.filter((found) => isPortable(found, findings))
  return { found: inOrder(withoutMeetings(portable, findings)), troubles: findings.troubles }
}

/** `way` is how a walked folder leads here; null for what was given itself. */
async function lookAt(path: string, way: string | null, findings: Findings, disk: Disk): Promise<void> {
  // Bytes that are no UTF-8 arrive as replacement characters, by which the file cannot be found again.
  if (way?.includes('\ufffd')) return void findings.troubles.push({ path, what: 'name-not-portable' })
  try {
    const stats = await disk.lstat(path)
    if (stats.isDirectory()) {
      for (const name of (await disk.readdir(path)).toSorted()) await lookAt(join(path, name), way === null ? name : `${way}/${name}`, findings, disk)
    } else if (stats.isFile()) {
      await access(path, constants.R_OK)
      findings.found.push({ path, name: way ?? basename(path), size: stats.size, modifiedAt: Math.floor(stats.mtimeMs) })
    } else findings.troubles.push({ path, what: 'source-not-a-file' })
  } catch (error) {
    findings.troubles.push({ path, what: troubleOf(error) })
  }
}

/** What the system says of a source, in the words of the desk. Bugs pass unchanged. */
export function troubleOf(error: unknown): FileTrouble {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'source-missing'
  if (code === 'ENAMETOOLONG') return 'path-too-long'
  if (code === 'ELOOP') return 'source-not-a-file'
  if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) return 'source-unreadable'
  throw error
}

function isPortable({ path, name }: Found, { troubles }: Findings): boolean {
  if (name.length > LONGEST_NAME) troubles.push({ path, what: 'path-too-long' })
  else if (objectionsToName(name).length > 0) troubles.push({ path, what: 'name-not-portable' })
  else return true
  return false
}

/** Takes out what could not lie side by side on a Windows or macOS disk: two files of one name, or a file and a folder. */
function withoutMeetings(found: readonly Found[], { troubles }: Findings): Found[] {
  const folders = new Set(found.flatMap(({ name }) => foldersOf(collisionKey(name))))
  const files = new Set<string>()
  return found.filter(({ path, name }) => {
    const key = collisionKey(name)
    if (files.has(key) || folders.has(key)) {
      troubles.push({ path, what: 'duplicate-name' })
      return false
    }
    files.add(key)
    return true
  })
}

function foldersOf(name: string): string[] {
  const parts = name.split('/')
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'))
}

function inOrder(found: Found[]): Found[] {
  return found.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
