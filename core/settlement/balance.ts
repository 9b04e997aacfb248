import { contractNamed } from '../contracts/use.ts'
import type { Handover } from '../handovers/handover.ts'
import type { Item } from '../handovers/item.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { World } from '../world.ts'
import { copiesOf, openCopiesOf } from './copies.ts'
import { mediaOfContract } from './media.ts'
import { openUnder } from './open.ts'
import type { Balance, Figures, ItemBalance, ReceiptBalance } from './settlement.ts'

/** 精算 (Art. 15①): what came in under a contract, and where all of it is. */
export const balance = (world: World, { contractId }: { contractId: string }): Promise<Balance> => look(world, (reading) => balanceOf(reading, contractId))

/** The same of one reading. Every item is counted once: under its end when nothing of it is left, else under what remains. */
export function balanceOf(reading: Reading, contractId: string): Balance {
  const { id } = contractNamed(reading, contractId)
  const copies = copyCounts(reading, id)
  const replaced = reading.list('item', `replaced:${id}`)
  const receipts = reading.list('handover', id).filter(({ state }) => state !== 'designated').sort((a, b) => (a.actual?.at ?? 0) - (b.actual?.at ?? 0))
    .flatMap((handover) => {
      const before = replaced.filter(({ handoverId }) => handoverId === handover.id)
      return [receiptBalance(handover, reading.list('item', handover.id), copies, false), ...(before.length > 0 ? [receiptBalance(handover, before, copies, true)] : [])]
    })
  const media = mediaOfContract(reading, id)
  const open = openUnder(reading, id, receipts, media)
  return {
    contractId: id, receipts, total: sum(receipts.map(({ figures }) => figures)), copies: { made: copiesOf(reading, id).length, open: openCopiesOf(reading, id).length },
    media: media.map(({ medium: { no, type, serial, owner, state }, why }) => ({ no, type, serial, owner, state, open: why !== null })),
    open, openCount: open.reduce((count, one) => count + one.count, 0),
  }
}

function receiptBalance({ id, receiptNo, purpose, actual }: Handover, items: readonly Item[], copies: ReadonlyMap<string, number>, replaced: boolean): ReceiptBalance {
  const rows = items.toSorted((a, b) => a.no - b.no).map((item) => itemBalance(item, copies.get(item.id) ?? 0))
  return { handoverId: id, receiptNo, replaced, purpose, receivedAt: actual?.at ?? null, items: rows, figures: sum(rows.map(figuresOf)) }
}

function itemBalance({ id, no, name, size, count, form, importanceClass, state, end, blob }: Item, copies: number): ItemBalance {
  const left: ItemBalance['left'] = [
    ...(end === null && blob !== null ? ['not-ended' as const] : []), ...(end !== null && blob !== null ? ['in-vault' as const] : []),
    ...(end === null && blob === null ? ['not-verified' as const] : []), ...(copies > 0 ? ['copies' as const] : []),
  ]
  return { id, no, name, size, count, form, importanceClass, replaced: state === 'replaced', end, left, copies }
}

const NOTHING: Figures = { received: 0, returned: 0, delivered: 0, erased: 0, disposed: 0, remaining: 0 }

const figuresOf = ({ end, left }: ItemBalance): Figures => ({ ...NOTHING, received: 1, [end !== null && left.length === 0 ? end.how : 'remaining']: 1 })

function sum(all: readonly Figures[]): Figures {
  const keys = Object.keys(NOTHING) as (keyof Figures)[]
  return all.reduce((total, each) => Object.fromEntries(keys.map((key) => [key, total[key] + each[key]])) as Figures, NOTHING)
}

function copyCounts(reading: Reading, contractId: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { itemIds } of openCopiesOf(reading, contractId)) for (const id of itemIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
