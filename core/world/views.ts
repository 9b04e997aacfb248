import type { LedgerView } from '../ledgers/page.ts'
import type { PersonId } from '../people/person.ts'

/** How people like to look at the ledgers, each for themselves. No evidence, and so not in the ledger; but words that were searched for may name people, and so in the vault. */
export interface Views {
  of(person: PersonId, ledger: string): Promise<LedgerView[]>
  keep(person: PersonId, ledger: string, view: LedgerView): Promise<void>
  drop(person: PersonId, ledger: string, name: string): Promise<void>
}
