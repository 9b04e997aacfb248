import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Desk } from '../../../core/contract.ts'
import { openDesk } from '../../../core/desk.ts'
import type { Instant } from '../../../core/time.ts'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { type RealWorld, openWorld } from '../../../main/world.ts'
import { cost, nine, organisation } from '../vault/hanako.ts'
import { password } from './password.ts'

export { password }

/** The machine's own disk, but not by that name: backups are tried here then, and not in a thread that takes seconds to begin. */
const here: Disk = { ...realDisk }

/** A desk of a home, a clock that moves when told, and the world behind it. */
export interface Place { home: string; desk: Desk; world: RealWorld; pass(milliseconds: number): void; close(): Promise<void> }

/** One vault is made for all tests of a file, with two files in it; each test works on copies of it, in a folder of its own. */
export function shelf(): { recoveryKey(): string; folder(name?: string): string; office(disk?: Disk): Promise<Place>; empty(disk?: Disk): Promise<Place>; at(home: string, disk?: Disk): Promise<Place> } {
  const base = mkdtempSync(join(tmpdir(), 'azukari-backup-'))
  let recoveryKey = ''
  let n = 0
  const at = async (home: string, backupDisk: Disk = here): Promise<Place> => {
    let now: number = nine
    const world = await openWorld({ home, now: () => now as Instant, cost, backupDisk })
    return { home, desk: openDesk(world), world, pass: (milliseconds) => { now += milliseconds }, close: () => world.close() }
  }
  const folder = (name = `folder-${++n}`): string => {
    mkdirSync(join(base, name), { recursive: true })
    return join(base, name)
  }
  beforeAll(async () => {
    const place = await at(join(base, 'made'))
    const made = await place.desk.vault.create({ organisation, administrator: { name: '𠮷田 花子', kana: 'ヨシダ ハナコ', title: '部長', email: 'h@yoshida.example', tel: '03-0000-0001', loginId: 'hanako', password, roles: [] } })
    recoveryKey = made.recoveryKey
    writeFileSync(join(base, 'register.csv'), '住民番号,氏名\n1,山田 太郎\n'.repeat(5000))
    writeFileSync(join(base, 'small.txt'), 'ひとつ')
    const { found } = await place.world.files.find([join(base, 'register.csv'), join(base, 'small.txt')])
    const taking = await place.world.files.take(found, never)
    if (taking.outcome !== 'taken') throw new Error(taking.outcome)
    const { head } = await place.world.ledger.read()
    await place.world.ledger.append(taking.taken.map(({ blob, sha256 }) => ({ type: 'document-saved', at: nine, by: null, data: { id: blob, to: sha256 } })), head)
    await place.world.vault.keepSecret('mail', 'ひみつ')
    await place.close()
  })
  afterAll(() => rmSync(base, { recursive: true, force: true }))
  return {
    recoveryKey: () => recoveryKey, folder, at,
    empty: (disk) => at(join(base, `home-${++n}`), disk),
    async office(disk) {
      const home = join(base, `office-${++n}`)
      cpSync(join(base, 'made'), home, { recursive: true })
      const place = await at(home, disk)
      await place.desk.vault.unlock({ loginId: 'hanako', password })
      return place
    },
  }
}

export const never = { signal: new AbortController().signal, onProgress: () => {} }

/** A backup in the folder; its path. */
export async function backedUp({ desk }: Pick<Place, 'desk'>, folder: string): Promise<string> {
  const made = await desk.backup.make({ folder })
  if (made.outcome !== 'made' || !made.backup.made) throw new Error(made.outcome)
  return made.backup.made.path
}

export const byPassword = { kind: 'password' as const, loginId: 'hanako', password }
