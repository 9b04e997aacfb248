import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { NewEntry } from '../../core/ledger/entry.ts'
import { NEWCOMER, type PersonId } from '../../core/people/person.ts'
import type { Kind } from '../../core/ledger/shelf.ts'
import { nine, password } from '../main/vault/hanako.ts'
import type { Office } from '../main/vault/office.ts'

export const PAGE = 4096
export const databaseOf = ({ home }: Pick<Office, 'home'>) => join(home, 'vault', 'vault.db')
export const never = { signal: new AbortController().signal, onProgress: () => {} }

/** What is known of an office before anything is damaged: each entry's bytes by their hash, and the things on its shelf. */
export interface Known { entries: string[]; people: string; refused: string }

/** Some months of a small office: people, long reports that fill several pages, and checkpoints in between. */
export async function fillOffice({ vault }: Office, entries: number): Promise<Known> {
  await vault.unlock('hanako', password)
  const ledger = vault.ledger()
  const gathered: NewEntry[] = []
  for (let n = 0; n < entries; n++) {
    const person = { id: `p-${n}` as PersonId, name: `架空 ${n}子`, kana: 'カクウ', company: null, employment: '正社員', title: '', email: '', tel: '', roles: [], loginId: null, ...NEWCOMER, registeredAt: nine }
    const entry = (n % 4 === 0
      ? { type: 'person-registered', at: nine, by: null, data: { person } }
      : { type: 'unregistered-medium-refused', at: nine, by: null, data: { serial: `S-${n}`, where: '窓口'.repeat(n % 10 === 7 ? 3000 : 40) } }) as NewEntry
    // A day's worth at once: each append waits for the disk.
    gathered.push(entry)
    if (n % 20 !== 19) continue
    await ledger.append(gathered.splice(0), ledger.head())
    await ledger.witness(n)
  }
  const known = await knownOf({ vault })
  await vault.lock('asked')
  return known
}

export async function knownOf({ vault }: Pick<Office, 'vault'>): Promise<Known> {
  const ledger = vault.ledger()
  const list = (kind: Kind) => JSON.stringify(ledger.now().list(kind))
  const all = []
  for (let from = 0; from < ledger.head().size; from += 100) all.push(...await ledger.entries(from, 100))
  return { entries: all.map(({ seq, hash, data }) => `${seq} ${hash} ${JSON.stringify(data)}`), people: list('person'), refused: list('incident') }
}

/** The files of a vault by their content, without those that say only who holds it. */
export function contentOf(home: string): Record<string, string> {
  const vault = join(home, 'vault')
  const names = readdirSync(vault, { recursive: true }).map(String).filter((name) => statSync(join(vault, name)).isFile() && !/^door|keyring\.json$/.test(name))
  return Object.fromEntries(names.toSorted().map((name) => [name, createHash('sha256').update(readFileSync(join(vault, name))).digest('hex')]))
}

/** A copy of a home to be damaged. */
export function copyOf(home: string, to: string): string {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  cpSync(join(home, 'vault'), join(to, 'vault'), { recursive: true })
  return to
}

/** What lies in a folder of rescued entries, as `knownOf` says it. */
export function rescuedIn(folder: string): string[] {
  const lines = readFileSync(join(folder, 'entries.ndjson'), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { seq, data } = JSON.parse(line) as { seq: number; data: unknown }
    const leaf = createHash('sha256').update(Buffer.from([0])).update(line).digest('hex')
    return `${seq} ${leaf} ${JSON.stringify(data)}`
  })
}
