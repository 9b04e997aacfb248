import { expect, test } from 'vitest'
import { MADE_ANEW, TAKEN } from '../../../main/backup/ledger-parts.ts'
import { memoryDatabase } from '../../../main/ledger/database.ts'
import { migrate } from '../../../main/ledger/schema.ts'

test('every table of the vault is in the backup, or is made anew from what is', () => {
  const db = memoryDatabase()
  migrate(db)

  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'ledger_words_%'").pluck().all()

  // Whoever adds a table says here whether a backup must hold its rows: main/backup/ledger-parts.ts.
  expect(tables.toSorted()).toEqual([...TAKEN, ...MADE_ANEW].toSorted())
})
