import Database from 'better-sqlite3-multiple-ciphers'
import { refusalOfDisk } from '../disk-refusal.ts'
import { sqliteCode } from '../ledger/database.ts'

/**
 * Shuts the vault's door behind us, so that no second program uses the same vault, not even to try passwords. Answers how
 * to open it again, or null when another holds it. The lock is the operating system's, on an empty database file: it goes
 * when its holder dies, however that happens.
 */
export function shutDoor(path: string): (() => void) | null {
  const door = opened(path)
  try {
    door.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    door.close()
    if (sqliteCode(error) === 'SQLITE_BUSY') return null
    throw refusalOfDisk(error, path) ?? error
  }
  return () => {
    if (!door.open) return
    door.exec('ROLLBACK')
    door.close()
  }
}

function opened(path: string): Database.Database {
  try {
    return new Database(path, { timeout: 0 })
  } catch (error) {
    throw refusalOfDisk(error, path) ?? error
  }
}
