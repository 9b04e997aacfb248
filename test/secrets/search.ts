import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { writtenEveryWay } from './needles.ts'

export interface Searched { files: number; bytes: number; hits: string[] }

/** Reads every file below the folders, name and content, for each word written in every way. `but`: files that are meant to carry it, by their path from the folder. */
export function searchFor(words: Readonly<Record<string, string>>, folders: readonly string[], but: (path: string) => boolean = () => false): Searched {
  const needles = Object.entries(words).flatMap(([name, word]) => writtenEveryWay(word).map(({ what, bytes }) => ({ name, what, bytes })))
  const found: Searched = { files: 0, bytes: 0, hits: [] }
  for (const folder of folders) {
    for (const path of filesBelow(folder)) {
      const from = relative(folder, path)
      if (but(from)) continue
      const content = Buffer.concat([Buffer.from(`${from}\n`), readFileSync(path)])
      found.files++
      found.bytes += content.length
      for (const { name, what, bytes } of needles) if (content.includes(bytes)) found.hits.push(`${from}: ${name} (${what})`)
    }
  }
  return found
}

/** The same in what was said. */
export function searchIn(words: Readonly<Record<string, string>>, said: string): string[] {
  return Object.entries(words).flatMap(([name, word]) => writtenEveryWay(word).flatMap(({ what, bytes }) => (Buffer.from(said).includes(bytes) ? [`${name} (${what})`] : [])))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
