import { type Refusal, refusal } from '../core/refusal.ts'
import { codeOf } from './files/disk.ts'
import { sqliteCode } from './ledger/database.ts'

/**
 * What whoever sits here can mend: a disk that is full, or a place that may not be written. Null for anything else that was thrown, which is
 * a bug or a broken disk and stays an incident. `home`: said where the error names no path itself.
 */
export function refusalOfDisk(error: unknown, home: string): Refusal | null {
  const code = codeOf(error) ?? ''
  if (sqliteCode(error) !== undefined) {
    if (code === 'SQLITE_FULL') return refusal('disk-full', null, null, { path: home })
    return UNWRITABLE_BY_SQLITE.test(code) ? refusal('not-writable', null, null, { path: home }) : null
  }
  if (code === '') return null
  const { path, dest } = error as NodeJS.ErrnoException & { dest?: string }
  const where = dest ?? path ?? home
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusal('disk-full', null, null, { path: where })
  return UNWRITABLE.has(code) ? refusal('not-writable', null, null, { path: where }) : null
}

const UNWRITABLE: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM'])
const UNWRITABLE_BY_SQLITE = /^SQLITE_(READONLY|CANTOPEN|PERM)/
