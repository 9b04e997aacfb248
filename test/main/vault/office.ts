import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { NewEntry } from '../../../core/ledger/entry.ts'
import { project, PROJECTION_VERSION } from '../../../core/ledger/project.ts'
import type { Person, PersonId } from '../../../core/people/person.ts'
import type { Instant } from '../../../core/time.ts'
import type { Organisation, PublicKeys } from '../../../core/vault/vault.ts'
import { type RealVault, realVault, type VaultOptions } from '../../../main/vault/vault.ts'

export const cost = { N: 2 ** 10, r: 8, p: 1 }
export const projection = { version: PROJECTION_VERSION, project }
export const nine = Date.UTC(2026, 3, 1) as Instant
export const password = '夕焼けの見える窓口'
export const organisation: Organisation = {
  kind: 'contractor', name: '株式会社𠮷田電算', address: '緑市中央1-2-3', representative: '代表取締役 𠮷田 花子', tel: '03-0000-0000', email: 'desk@yoshida.example', docPrefix: 'ひ',
}

/** The administrator and the opening of the office, as the desk writes them. */
export const opening = (at: Instant) => ({ keys, personId }: { keys: PublicKeys; personId: PersonId }): NewEntry[] => {
  const administrator: Person = {
    id: personId, name: '𠮷田 花子', kana: 'ヨシダ ハナコ', company: null, employment: '正社員', title: '部長', email: 'hanako@yoshida.example', tel: '03-0000-0001',
    roles: ['administrator'], loginId: 'hanako', trainings: [], pledge: null, registeredAt: at,
  }
  return [{ type: 'office-opened', data: { organisation, keys, administrator }, at, by: personId }]
}

/** One vault is made for all tests of a file; each test gets a copy, a clock of its own, and as many programs on it as it likes. */
export function offices(): { recoveryKey: () => string; office: () => Office } {
  const shelf = mkdtempSync(join(tmpdir(), 'azukari-vault-'))
  let made = ''
  let copies = 0
  beforeAll(async () => {
    const { vault } = program({ home: join(shelf, 'made') })
    made = (await vault.create({ organisation, loginId: 'hanako', password }, opening(nine))).recoveryKey
    await vault.lock('closed')
  })
  afterAll(() => rmSync(shelf, { recursive: true, force: true }))
  return {
    recoveryKey: () => made,
    office: () => {
      const home = join(shelf, `copy-${++copies}`)
      cpSync(join(shelf, 'made'), home, { recursive: true })
      return program({ home })
    },
  }
}

export interface Office { home: string; vault: RealVault; pass: (milliseconds: number) => void; again: (options?: Partial<VaultOptions>) => Office }

export function program({ home, at = nine, ...options }: { home: string; at?: number } & Partial<VaultOptions>): Office {
  let clock = at
  const vault = realVault({ home, now: () => clock as Instant, newId: () => randomUUID(), idleClock: () => clock, projection, cost, ...options })
  return { home, vault, pass: (milliseconds) => { clock += milliseconds }, again: (more = {}) => program({ home, at: clock, ...more }) }
}
