import { basename, join } from 'node:path'
import type { Backups, BackupUnfinished } from '../../core/world.ts'
import type { Begin } from '../packages/at-work.ts'
import { type Disk, realDisk } from '../files/disk.ts'
import { logOf, type Projection } from '../ledger/book.ts'
import { roomsOf } from '../vault/rooms.ts'
import type { RealVault, VaultOptions } from '../vault/vault.ts'
import { backupsIn, sweepHalves } from './generations.ts'
import { readHeader } from './header.ts'
import { makeBackup } from './make.ts'
import { BackupProblem, onBackup } from './problem.ts'
import { restoreBackup } from './restore.ts'
import { trials } from './trial.ts'

export interface BackupsOptions {
  home: string
  vault: Pick<RealVault, 'inside'>
  projection: Projection
  cost: VaultOptions['cost']
  /** Something long begins; its signal calls it off when the vault is locked. */
  begin: Begin
  disk?: Disk
}

/** Backups of the vault in one home. */
export function realBackups({ home, vault, projection, cost, begin, disk = realDisk }: BackupsOptions): Backups {
  const rooms = roomsOf(home)
  const check = trials(join(home, 'rehearsal'), projection, disk)
  /** While the vault is open: no idle lock until it ends, called off by the clerk or by the locking. */
  const atWork = async <T>(signal: AbortSignal, act: (signal: AbortSignal) => Promise<T>): Promise<T | BackupUnfinished> => {
    const work = begin()
    const either = AbortSignal.any([signal, work.signal])
    return unfinished(either, () => act(either)).finally(() => work.end())
  }
  return {
    make: (order, { signal, onProgress }) => atWork(signal, async (either) => ({ outcome: 'made' as const, ...await makeBackup({ ...order, inside: vault.inside(), rooms }, check, { signal: either, onProgress }, disk) })),

    verify: (path, { signal, onProgress }) => atWork(signal, async (either) => {
      const { secret, keys } = vault.inside()
      const { header } = await readHeader(path, disk)
      if (header.vault !== logOf(keys.checkpoint.privateKey)) throw new BackupProblem('wrong-vault', path)
      const { head, bytes, sha256, readBack } = await check({ path, secret, expected: null }, {
        signal: either, onProgress: ({ done, total }) => onProgress({ phase: 'checking', bytesDone: done, bytesTotal: total }),
      })
      const { vault: of, generation, madeAt, entries } = header
      return { outcome: 'sound' as const, header: { vault: of, generation, madeAt, entries }, head, bytes, sha256, readBack }
    }),

    list: (folder) => unfinished(null, async () => ({ outcome: 'listed' as const, files: (await backupsIn(folder, disk)).map(({ vault: of, generation, madeAt, entries, path, name, bytes }) => ({ vault: of, generation, madeAt, entries, path, name, bytes })) })),
    read: (path) => unfinished(null, async () => {
      const { header: { vault: of, generation, madeAt, entries } } = await readHeader(path, disk)
      const { size } = await onBackup(path, () => disk.stat(path))
      return { outcome: 'read' as const, file: { vault: of, generation, madeAt, entries, path, name: basename(path), bytes: size } }
    }),
    sweep: (folder) => sweepHalves(folder, disk),

    restore: ({ at, ...order }, decide, { signal, onProgress }) => unfinished(signal, () => restoreBackup(order, decide, { home, at, projection, cost }, { signal, onProgress }, disk)),
  }
}

async function unfinished<T>(signal: AbortSignal | null, act: () => Promise<T>): Promise<T | BackupUnfinished> {
  try {
    signal?.throwIfAborted()
    return await act()
  } catch (error) {
    if (signal?.aborted) return { outcome: 'abandoned' }
    if (error instanceof BackupProblem) return { outcome: 'trouble', what: error.code, path: error.path }
    throw error
  }
}
