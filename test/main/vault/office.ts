import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { project, PROJECTION_VERSION } from '../../../core/ledger/project.ts'
import type { Instant } from '../../../core/time.ts'
import { type RealVault, realVault, type VaultOptions } from '../../../main/vault/vault.ts'
import { cost, nine, opening, organisation, password } from './hanako.ts'

const projection = { version: PROJECTION_VERSION, project }

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
