import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bytesEveryWay, type Needle, writtenEveryWay } from './needles.ts'

export interface Searched { files: number; bytes: number; hits: string[] }
/** By name: words, and keys that are bytes. */
export type Sought = Readonly<Record<string, string | Uint8Array>>

/** Reads every file below the folders, name and content, for each word written in every way. `but`: files that are meant to carry it, by their path from the folder. */
export function searchFor(words: Sought, folders: readonly string[], but: (path: string) => boolean = () => false): Searched {
  return searchAll(words, folders.flatMap((folder) => filesBelow(folder).map((path) => ({ path, from: relative(folder, path) }))).filter(({ from }) => !but(from)))
}

/** The same in single files. What is gone meanwhile holds nothing. */
export function searchThese(words: Sought, paths: readonly string[]): Searched {
  return searchAll(words, paths.filter((path) => existsSync(path)).map((path) => ({ path, from: path })))
}

function searchAll(words: Sought, files: readonly { path: string; from: string }[]): Searched {
  const needles = needlesFor(words)
  const found: Searched = { files: 0, bytes: 0, hits: [] }
  for (const { path, from } of files) {
    const content = Buffer.concat([Buffer.from(`${from}\n`), readFileSync(path)])
    found.files++
    found.bytes += content.length
    for (const { name, what, bytes } of needles) if (content.includes(bytes)) found.hits.push(`${from}: ${name} (${what})`)
  }
  return found
}

/** The same in what was said. */
export function searchIn(words: Sought, said: string): string[] {
  const content = Buffer.from(said)
  return needlesFor(words).flatMap(({ name, what, bytes }) => (content.includes(bytes) ? [`${name} (${what})`] : []))
}

function needlesFor(words: Sought): (Needle & { name: string })[] {
  return Object.entries(words).flatMap(([name, word]) => (typeof word === 'string' ? writtenEveryWay(word) : bytesEveryWay(word)).map((needle) => ({ name, ...needle })))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
