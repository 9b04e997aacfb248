import type { Reading } from '../ledger/shelf.ts'
import { openCarryOutsOf } from './carryouts.ts'
import { openCopiesOf } from './copies.ts'
import type { MediumUsed } from './media.ts'
import { openSubcontractsOf } from './subcontracts.ts'
import type { ItemBalance, Open, ReceiptBalance } from './settlement.ts'

/** All that keeps a contract open (R-33, Art. 15①): items, copies, media, carry-outs, parcels and mails on their way, packages that lie about, plans not carried out. */
export function openUnder(reading: Reading, contractId: string, receipts: readonly ReceiptBalance[], media: readonly MediumUsed[]): Open[] {
  const erased = erasedFiles(reading, contractId)
  const one = (kind: Open['kind'], id: string, subject: string, why: string, leadsTo: string): Open => ({ kind, id, subject, why, count: 1, leadsTo })
  return [
    ...receipts.flatMap(itemsOpen),
    ...openCopiesOf(reading, contractId).map(({ id, no }) => one('copy', id, no, 'not-disposed', 'copies')),
    ...media.flatMap(({ medium, why }) => (why === null ? [] : [one('medium', medium.no, medium.no, why, why === 'to-be-wiped' || why === 'not-wiped' ? 'disposals' : why === 'away' ? 'media' : 'settlement')])),
    ...openCarryOutsOf(reading, contractId).map(({ id, no, why }) => one('carry-out', id, no, why, 'carryouts')),
    ...reading.list('mailing', contractId).flatMap(({ id, no, state }) => (state === 'drafted' || state === 'checked' || state === 'dispatched' || state === 'inquired' ? [one('mailing', id, no, state, 'mailings')] : [])),
    ...reading.list('mail', contractId).flatMap(({ id, no, state }) => (state === 'drafted' || state === 'checked' || state === 'sent' ? [one('mail', id, no, state, 'mailings')] : [])),
    ...reading.list('package', contractId).flatMap(({ id, no, state, path }) => ((state === 'verified' && !erased(path)) || state === 'sealing' ? [one('package', id, no, state, state === 'sealing' ? 'today' : 'packages')] : [])),
    ...reading.list('plan', contractId).flatMap(({ id, no, state, targets }) => (state !== 'withdrawn' && targets.some((target) => target.state === 'planned') ? [one('plan', id, no, 'planned', 'disposals')] : [])),
    ...reading.list('wipe', contractId).flatMap(({ id, state, planId }) => (state === 'under way' || state === 'to be verified' ? [one('wipe', id, reading.get('plan', planId)?.no ?? '', state, 'disposals')] : [])),
    ...openSubcontractsOf(reading, contractId).map(({ id, name, why }) => one('subcontract', id, name, why, 'subcontracts')),
  ]
}

/** Whether a file was wiped by a plan of this contract and verified: by itself, or with a folder that held it. What is gone is gone, whatever its disk may keep (例外). */
function erasedFiles(reading: Reading, contractId: string): (path: string) => boolean {
  const paths = reading.list('wipe', contractId).filter(({ files, result, verified }) => files !== null && verified !== null && (result === '合格' || (result === '例外' && files.failed === 0 && files.notReached === 0 && files.list.leftOut.length === 0)))
    .flatMap(({ planId, targetNo }) => reading.get('plan', planId)?.targets.find(({ no }) => no === targetNo)?.paths ?? [])
  return (path) => paths.some((wiped) => path === wiped || path.startsWith(`${wiped}/`) || path.startsWith(`${wiped}\\`))
}

/** One line for each receipt and reason, not one for each of a hundred thousand files. */
function itemsOpen({ handoverId, receiptNo, replaced, purpose, items }: ReceiptBalance): Open[] {
  return (['not-ended', 'in-vault', 'not-verified'] as const satisfies readonly ItemBalance['left'][number][]).flatMap((why): Open[] => {
    const count = items.filter(({ left }) => left.includes(why)).length
    return count === 0 ? [] : [{ kind: 'item', id: handoverId, subject: `${receiptNo ?? purpose}${replaced ? '（差替え前）' : ''}`, why, count, leadsTo: why === 'not-ended' ? 'settlement' : 'disposals' }]
  })
}
