import { contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Kept, Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { correctable, type CorrectableRow, type Correction, type CorrectRow } from './correction.ts'
import { wordsAt } from './words-at.ts'

/**
 * 記録の訂正: says a descriptive word of a row anew; what stood there before stays in the ledger and in the row's history. Refuses what is
 * evidence (numbers, hashes, times), what would change nothing, and a contract that is closed. Documents issued from it are corrected
 * by a revision of their own.
 */
export function correctRow(world: World, { kind, id: subjectId, field, after, reason }: CorrectRow): Promise<Correction> {
  const id = world.newId()
  return record(world, (reading) => {
    const row = reading.get(kind, subjectId)
    if (!row) throw refusal('nothing-found', null, null, { what: kind, id: subjectId })
    const before = (correctable[kind] as readonly string[]).includes(field) ? wordsAt(row, field) : null
    if (before === null) throw refusal('field-not-correctable', null, 'R-37', { field, may: correctable[kind].join('、') })
    if (before === after) throw refusal('correction-changes-nothing', null, null, { field })
    if (after === '' && NEEDED.has(`${kind}.${field}`)) throw refusal('correction-empties', null, null, { field })
    const contractId = contractOfRow(kind, row)
    const contract = contractId === null ? null : contractNamed(reading, contractId)
    if (contract?.state === 'closed') throw refusal('contract-closed', '15①', null, { contractNo: contract.contractNo })
    const correction: Correction = { id, kind, subjectId, contractId, field, before, after, reason, by: signedIn(world).personId, at: world.now() }
    return { entries: [{ type: 'row-corrected', data: { correction } }], answer: () => correction }
  })
}

/** All that was ever said anew of a row, oldest first. */
export const listCorrections = (world: World, { kind, id }: Pick<CorrectRow, 'kind' | 'id'>): Promise<Correction[]> =>
  look(world, (reading) => correctionsOf(reading, kind, id))

/** What of a row may be said anew, as it stands there now, beside what was said anew already. Refuses a row that is not there. */
export const readCorrectable = (world: World, { kind, id }: Pick<CorrectRow, 'kind' | 'id'>): Promise<CorrectableRow> => look(world, (reading) => {
  const row = reading.get(kind, id)
  if (!row) throw refusal('nothing-found', null, null, { what: kind, id })
  const words = correctable[kind].flatMap((field) => {
    const now = wordsAt(row, field)
    return now === null ? [] : [{ field, words: now, needed: NEEDED.has(`${kind}.${field}`) }]
  })
  return { contractId: contractOfRow(kind, row), words, corrections: correctionsOf(reading, kind, id) }
})

/** Media are the office's; everything else belongs to a contract. */
const contractOfRow = (kind: Correction['kind'], row: object): Correction['contractId'] => (kind === 'medium' ? null : kind === 'contract' ? (row as Kept['contract']).id : (row as Kept['handover']).contractId)

export const correctionsOf = (reading: Reading, kind: Correction['kind'], id: string): Correction[] => reading.list('correction', `${kind}:${id}`).sort((a, b) => a.at - b.at)

/** Words that a row cannot be without. */
const NEEDED: ReadonlySet<string> = new Set(['contract.title', 'contract.city.addressee', 'contract.city.section', 'contract.city.officer', 'handover.purpose', 'handover.deliveredBy', 'item.infoKind', 'mailing.content', 'plan.place'])
