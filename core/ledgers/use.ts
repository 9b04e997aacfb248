import type { Entry } from '../ledger/entry.ts'
import { confirmerOf } from '../ledger/confirmer.ts'
import type { Reading } from '../ledger/shelf.ts'
import { look } from '../ledger/record.ts'
import { refusal } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { type AnyLedger, type Cell, cellsOf } from './definition.ts'
import { articleOfForm, entryRules } from './entry-rules.ts'
import type { LedgerHistory, LedgerPage, LedgerView, PageQuery } from './page.ts'
import { RowsQuery } from './query.ts'
import { ledgerNamed, ledgers } from './register.ts'
import { lookIn } from './sift.ts'

/** How many choices of a column are offered. */
const CHOICES = 40

/** The ledgers of this office, each with its number of rows of a contract (and of the whole office). */
export async function listLedgers(world: World, { contractId }: { contractId: RowsQuery['contractId'] }): Promise<{ name: string; total: number }[]> {
  const listed: { name: string; total: number }[] = []
  for (const { name } of await look(world, ledgersOf)) listed.push({ name, total: (await world.ledger.rows(RowsQuery.parse({ ledger: name, contractId }), 0, 0)).total })
  return listed
}

/** Some rows of a ledger, as they are now. */
export async function pageLedger(world: World, { from, count, ...query }: PageQuery): Promise<LedgerPage> {
  const definition = await named(world, query.ledger)
  const { total, ids, reading } = await world.ledger.rows(query, from, count)
  return { total, rows: ids.flatMap((id) => rowOf(definition, reading, id) ?? []) }
}

/** What stands in a column, to choose from, the most frequent first. */
export async function chooseFrom(world: World, { ledger, contractId, column }: { ledger: string; contractId: RowsQuery['contractId']; column: string }): Promise<{ value: Cell; count: number }[]> {
  const definition = await named(world, ledger)
  const at = definition.columns.findIndex(({ key }) => key === column)
  const { choices, reading } = await world.ledger.choices(RowsQuery.parse({ ledger, contractId }), column, CHOICES)
  return choices.flatMap(({ id, count }) => {
    const cells = rowOf(definition, reading, id)?.cells
    return cells ? [{ value: cells[at] ?? null, count }] : []
  })
}

/** All that ever happened to the thing of a row: who, when, by which rule; and the documents that speak of it. */
export async function historyOf(world: World, { ledger, id }: { ledger: string; id: string }): Promise<LedgerHistory> {
  const definition = await named(world, ledger)
  const { reading } = await world.ledger.read()
  const row = rowOf(definition, reading, id)
  if (!row) throw refusal('row-unknown', null, null, { ledger: definition.title.ja, id })
  const entries = await world.ledger.touching(definition.kind, id)
  const documents = reading.list('issued').filter((d) => d.id !== id && (d.subjectId === id || d.subjects?.includes(id)))
  return {
    ...row,
    lines: entries.map((entry) => lineOf(entry, reading)),
    documents: documents.map(({ id: documentId, docNo, form, issuedAt, state }) => ({ id: documentId, docNo, form, issuedAt, state })),
  }
}

/** How this person keeps looking at a ledger; only they see it. */
export async function listViews(world: World, { ledger }: { ledger: string }): Promise<LedgerView[]> {
  return world.views.of(signedIn(world).personId, ledger)
}

export async function saveView(world: World, { ledger, view }: { ledger: string; view: LedgerView }): Promise<LedgerView[]> {
  await named(world, ledger)
  await world.views.keep(signedIn(world).personId, ledger, view)
  return listViews(world, { ledger })
}

export async function dropView(world: World, { ledger, name }: { ledger: string; name: string }): Promise<LedgerView[]> {
  await world.views.drop(signedIn(world).personId, ledger, name)
  return listViews(world, { ledger })
}

/** The ledger of this name, if this office keeps it. */
export async function named(world: World, name: string): Promise<AnyLedger> {
  const definition = ledgerNamed(name)
  const mine = await look(world, ledgersOf)
  if (!definition || !mine.includes(definition)) throw refusal('ledger-unknown', null, null, { ledger: name })
  return definition
}

function ledgersOf(reading: Reading): AnyLedger[] {
  const kind = reading.get('office', 'office')?.organisation.kind
  return ledgers.filter(({ office }) => office === 'both' || office === kind)
}

function rowOf(definition: AnyLedger, reading: Reading, id: string): { id: string; cells: Cell[]; leadsTo: string | null } | null {
  const kept = reading.get(definition.kind, id)
  if (kept === undefined) return null
  return { id, cells: cellsOf(definition, kept, lookIn(reading)), leadsTo: definition.leadsTo?.(kept as never) ?? null }
}

function lineOf(entry: Entry, reading: Reading): LedgerHistory['lines'][number] {
  const { seq, type, at, by, hash, data } = entry
  const confirmer = confirmerOf(entry)
  const form = type === 'document-issued' ? data.document.form : null
  const ruled = entryRules[type]
  const excused = exceptionIn(data)
  return {
    seq, type, at, hash, by: by === null ? null : (reading.get('person', by)?.name ?? by), confirmedBy: confirmer === null || confirmer === by ? null : (reading.get('person', confirmer)?.name ?? confirmer),
    article: (form !== null && articleOfForm[form]) || ruled?.article || null, rules: [...(ruled?.rules ?? [])],
    exception: excused && { cityRef: excused.cityRef, reason: excused.reason, second: reading.get('person', excused.secondPerson)?.name ?? excused.secondPerson },
  }
}

/** The exception (EXC) that an entry was made under, wherever in the entry it stands. */
function exceptionIn(data: unknown): { cityRef: string; reason: string; secondPerson: string } | null {
  if (typeof data !== 'object' || data === null) return null
  const { exception } = data as { exception?: { cityRef: string; reason: string; secondPerson: string } | null }
  if (exception && typeof exception.cityRef === 'string') return exception
  for (const inner of Object.values(data)) {
    const found = Array.isArray(inner) ? null : exceptionIn(inner)
    if (found) return found
  }
  return null
}
