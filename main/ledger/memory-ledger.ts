import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Projection } from './book.ts'
import { memoryDatabase } from './database.ts'
import { beginLedger, type OpenLedger, openLedger } from './ledger.ts'

/** The real ledger in memory, gone with the last reference: for tests and for trying things out. Signs with a key of its own unless given one. */
export function memoryLedger({ project, version = 1, key }: { project: Projection['project']; version?: number; key?: KeyObject }): OpenLedger {
  const signing = key ?? generateKeyPairSync('ed25519').privateKey
  const db = memoryDatabase()
  beginLedger(db, signing)
  return openLedger(db, { key: signing, projection: { version, project } })
}
