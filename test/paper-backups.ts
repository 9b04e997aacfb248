import type { BackupFile } from '../core/backup/backup.ts'
import type { Backups } from '../core/world.ts'

const SHA = '5e'.repeat(32)

/** Backups on paper: a folder that is there takes them, and what lies on the disk under their names is believed. */
export function paperBackups(disk: Map<string, string>, folders: ReadonlySet<string>): Backups {
  const files = (folder: string): BackupFile[] => [...disk].filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.azkbackup')).map(([, text]) => JSON.parse(text) as BackupFile)
    .toSorted((a, b) => b.generation - a.generation)
  return {
    async make({ folder, generation, keep: asked, at }, { signal }) {
      if (signal.aborted) return { outcome: 'abandoned' }
      if (!folders.has(folder)) return { outcome: 'trouble', what: 'folder-missing', path: folder }
      const name = `azukari-${generation}.azkbackup`
      const path = `${folder}/${name}`
      disk.set(path, JSON.stringify({ vault: 'azukari/0123456789abcdef', generation, madeAt: at, entries: 1, path, name, bytes: 1 }))
      const keep = await asked()
      const old = keep === null ? [] : files(folder).slice(keep)
      for (const one of old) disk.delete(one.path)
      const made = { path, name, bytes: 1, sha256: SHA, head: { size: 1, hash: SHA }, checkpoint: '', files: 0, readBack: 'cached' as const, at }
      return { outcome: 'made', made, removed: old.map((one) => one.name), removalFailed: false }
    },
    async verify(path) {
      const text = disk.get(path)
      if (text === undefined) return { outcome: 'trouble', what: 'backup-missing', path }
      const { vault, generation, madeAt, entries } = JSON.parse(text) as BackupFile
      return { outcome: 'sound', header: { vault, generation, madeAt, entries }, head: { size: entries, hash: SHA }, bytes: 1, sha256: SHA, readBack: 'cached' }
    },
    list: async (folder) => (folders.has(folder) ? { outcome: 'listed', files: files(folder) } : { outcome: 'trouble', what: 'folder-missing', path: folder }),
    async read(path) {
      const text = disk.get(path)
      return text === undefined ? { outcome: 'trouble', what: 'backup-missing', path } : { outcome: 'read', file: JSON.parse(text) as BackupFile }
    },
    sweep: async () => {},
    restore: async ({ path }) => ({ outcome: 'trouble', what: 'backup-missing', path }),
  }
}
