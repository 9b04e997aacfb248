import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Projection } from './book.ts'
import { memoryDatabase } from './database.ts'
import { beginLedger, type OpenLedger, openLedger } from './ledger.ts'

export interface MemoryLedger extends OpenLedger {
  /** Another ledger, which says the same up to here and from here on goes its own way. */
  fork(): MemoryLedger
  /** Gives its memory back at once: SQLite holds it where no collector of garbage sees how much it is. */
  close(): void
}

/** The real ledger in memory, gone with the last reference: for tests and for trying things out. Signs with a key of its own unless given one. */
export function memoryLedger({ project, version = 1, key = generateKeyPairSync('ed25519').privateKey }: { project: Projection['project']; version?: number; key?: KeyObject }): MemoryLedger {
  const opened = (db: ReturnType<typeof memoryDatabase>): MemoryLedger => ({
    ...openLedger(db, { key, projection: { version, project } }),
    fork: () => opened(memoryDatabase(db.serialize())),
    close: () => { db.close() },
  })
  const db = memoryDatabase()
  beginLedger(db, key)
  return opened(db)
}
