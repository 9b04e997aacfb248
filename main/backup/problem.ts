import type { BackupTrouble } from '../../core/backup/backup.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { codeOf } from '../files/disk.ts'

/** A backup that cannot be made, or is none. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem'
  readonly code: BackupTrouble
  readonly path: string

  constructor(code: BackupTrouble, path: string, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.path = path
  }
}

const ON_TARGET: Readonly<Record<string, BackupTrouble>> = {
  ENOSPC: 'disk-full', EDQUOT: 'disk-full', EFBIG: 'file-too-large-for-disk', EEXIST: 'target-exists', EROFS: 'read-only', EACCES: 'read-only', EPERM: 'read-only',
  ENOENT: 'folder-missing', ENOTDIR: 'folder-missing',
}
const ON_BACKUP: Readonly<Record<string, BackupTrouble>> = { ENOENT: 'backup-missing', ENOTDIR: 'backup-missing', EISDIR: 'not-a-backup', EINVAL: 'not-a-backup' }

/** A step that touches where a backup is to lie: what the system says becomes what the clerk is told. */
export const onTarget = <T>(path: string, step: () => Promise<T>): Promise<T> => translated(step, path, ON_TARGET, 'disk-failed')

/** The same of a backup that is read. */
export const onBackup = <T>(path: string, step: () => Promise<T>): Promise<T> => translated(step, path, ON_BACKUP, 'backup-unreadable')

/** A sealed stream that does not open is a damaged backup, wherever the damage lies. */
export function asBackupProblem(error: unknown, path: string): unknown {
  return error instanceof EvidenceProblem ? new BackupProblem('backup-damaged', path, { cause: error }) : error
}

async function translated<T>(step: () => Promise<T>, path: string, words: Readonly<Record<string, BackupTrouble>>, otherwise: BackupTrouble): Promise<T> {
  try {
    return await step()
  } catch (error) {
    const code = codeOf(error)
    if (error instanceof BackupProblem || code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error
    throw new BackupProblem(words[code] ?? otherwise, path, { cause: error })
  }
}
