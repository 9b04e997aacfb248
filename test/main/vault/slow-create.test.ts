import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { project, PROJECTION_VERSION } from '../../../core/ledger/project.ts'
import type { PersonId } from '../../../core/people/person.ts'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { createVault } from '../../../main/vault/create-vault.ts'
import { roomsOf } from '../../../main/vault/rooms.ts'
import { cost, nine, opening, organisation, password } from './hanako.ts'

test('whichever act of the disk fails, a vault is made whole or not at all', async () => {
  for (let n = 1; ; n++) {
    const shelf = mkdtempSync(join(tmpdir(), 'azukari-create-'))
    const rooms = roomsOf(join(shelf, 'home'))
    const { disk, hasFailed } = failingAt(n)
    const foundation = { organisation, loginId: 'hanako', password, personId: 'hanako' as PersonId, now: nine }

    const made = await createVault(rooms, foundation, opening(nine), { version: PROJECTION_VERSION, project }, cost, disk).catch((error: unknown) => error)

    if (made instanceof Error) expect(readdirSync(shelf, { recursive: true })).toEqual(n === 1 ? [] : ['home'])
    else expect(readdirSync(rooms.vault).toSorted()).toEqual(['blobs', 'keyring.json', 'vault.db'])
    rmSync(shelf, { recursive: true })
    if (!hasFailed()) {
      expect(made).toHaveProperty('recoveryKey')
      expect(n).toBeGreaterThan(10)
      return
    }
  }
})

function failingAt(n: number): { disk: Disk; hasFailed: () => boolean } {
  let acts = 0
  const act = <A extends unknown[], R>(real: (...how: A) => Promise<R>) => async (...how: A): Promise<R> => {
    if (++acts === n) throw Object.assign(new Error('broken'), { code: 'EIO' })
    return real(...how)
  }
  const open = act(async (...how: Parameters<Disk['open']>) => {
    const file = await realDisk.open(...how)
    return Object.assign(file, { writeFile: act(file.writeFile.bind(file)), sync: act(file.sync.bind(file)) })
  })
  return { disk: { ...realDisk, open, mkdir: act(realDisk.mkdir as never), link: act(realDisk.link), rename: act(realDisk.rename) } as Disk, hasFailed: () => acts >= n }
}
