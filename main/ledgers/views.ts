import { LedgerView } from '../../core/ledgers/page.ts'
import type { Views } from '../../core/world.ts'
import type { Db } from '../ledger/database.ts'

/** Saved views in the vault's database, in the order in which they were made. */
export function viewsIn(db: Db): Views {
  const of = db.prepare<[string, string], { value: string }>('SELECT value FROM ledger_views WHERE person = ? AND ledger = ? ORDER BY rowid')
  const keep = db.prepare('INSERT INTO ledger_views (person, ledger, name, value) VALUES (?, ?, ?, ?) ON CONFLICT (person, ledger, name) DO UPDATE SET value = excluded.value')
  const drop = db.prepare('DELETE FROM ledger_views WHERE person = ? AND ledger = ? AND name = ?')
  return {
    of: async (person, ledger) => of.all(person, ledger).flatMap(({ value }) => {
      // What an older build kept otherwise is left out rather than shown wrongly.
      const view = LedgerView.safeParse(JSON.parse(value))
      return view.success ? [view.data] : []
    }),
    keep: async (person, ledger, view) => void keep.run(person, ledger, view.name, JSON.stringify(view)),
    drop: async (person, ledger, name) => void drop.run(person, ledger, name),
  }
}
