import type { Backup, BackupFile, Restored } from '../../core/backup/backup.ts'
import type { BackupState } from '../../core/backup/use.ts'
import { at, hash } from './paper-facts.ts'

const folder = '/media/外付けディスク/預かりバックアップ'
const vault = 'azukari/0123456789abcdef'
const backup = (generation: number, day: string, more: object): Backup => ({
  id: `b${generation}`, generation, asked: 'by-plan', folder, begunAt: at(`2026-12-${day}T12:15:00`), state: 'made', failed: null, removedAt: null,
  made: { path: `${folder}/azukari-01234567-${String(generation).padStart(6, '0')}-202612${day}1215.azkbackup`, name: `azukari-01234567-${String(generation).padStart(6, '0')}-202612${day}1215.azkbackup`, bytes: 1_804_302_112 + generation * 81_000, sha256: hash('4'), head: { size: 1180 + generation, hash: hash('9f3a') }, checkpoint: '', files: 41, readBack: 'uncached', at: at(`2026-12-${day}T12:17:00`) },
  ...more,
}) as unknown as Backup
const failed = { state: 'failed', made: null }
const backups = [
  backup(14, '10', {}), backup(13, '09', { ...failed, failed: { why: 'folder-missing', path: folder, at: at('2026-12-09T12:15:00') } }), backup(12, '08', { asked: 'by-hand' }),
  backup(11, '07', { ...failed, failed: { why: 'disk-full', path: folder, at: at('2026-12-07T12:16:00') } }), backup(10, '06', { removedAt: at('2026-12-10T12:17:00') }),
]
const restored: Restored = {
  id: 'r1', from: { vault, generation: 9, madeAt: at('2026-12-05T12:15:00'), entries: 1189, name: 'azukari-01234567-000009-202612051215.azkbackup', head: { size: 1189, hash: hash('9f3a') } }, by: 'p1', at: at('2026-12-06T09:30:00'), how: 'recovery-key',
  missing: 12, forked: false, known: [], confirmation: '12-9f3a', movedAside: 'vault-before-20261206-093000', told: null,
} as unknown as Restored
const file: BackupFile = { path: `${folder}/azukari-01234567-000009-202612051215.azkbackup`, name: 'azukari-01234567-000009-202612051215.azkbackup', bytes: 1_804_302_112, vault, generation: 9, madeAt: at('2026-12-05T12:15:00'), entries: 1189 }

/** Backups of the scenario: of every outcome, of a ledger that was set back, and none at all. */
export function backupAnswers(isEmpty: boolean, refuse: (code: string, article: string | null, facts: object) => never) {
  const state = (): BackupState => (isEmpty
    ? { plan: null, lastMade: null, dueSince: null, backups: [], restored: null, entries: 3, numbers: { owed: false, last: [] } }
    : { plan: { folder, at: '12:15', keep: 7 }, lastMade: backups[0] ?? null, dueSince: null, backups, restored, entries: 1201, numbers: { owed: true, last: ['A-R8-017-001', 'ひ-R8-004', 'MED-2026-0002'] } })
  let asked = false
  return {
    'backup.state': state, 'backup.setPlan': state, 'backup.tellCity': state, 'backup.continueNumbers': state,
    'backup.make': () => ({ outcome: 'made', backup: backups[0] }),
    'backup.verify': () => ({ outcome: 'unsound', why: 'backup-damaged' }),
    'backup.list': () => [file], 'backup.read': () => file,
    'backup.restore': () => {
      if (asked) return { outcome: 'restored', restored, status: { state: 'locked', organisation: null, session: null, idleLockMinutes: 10, openQuestions: 0 } }
      asked = true
      return refuse('backup-behind', '17①', { entries: 1189, madeAt: at('2026-12-05T12:15:00'), known: 1201, knownAt: at('2026-12-06T09:02:00'), source: 'present-vault', where: '', missing: 12, forked: false, confirmation: '12-9f3a' })
    },
  }
}
