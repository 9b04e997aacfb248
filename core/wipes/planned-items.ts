import { ImportanceClass, type Item } from '../handovers/item.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, type Objection } from '../refusal.ts'
import type { PlanTarget } from './plan.ts'

/**
 * What a line of a plan says of the items that it names (Art. 2, 15②): they are of this contract, its class is not below theirs, and what
 * is to be erased in the vault is there and in no other plan. The certificate names their receipts.
 */
export function objectionsToItems(reading: Reading, contractId: string, target: PlanTarget): Objection[] {
  if (target.kind === 'vault' && target.itemIds.length === 0) return [{ code: 'plan-without-items', article: '15②', rule: 'R-27', facts: { information: target.information } }]
  const items = target.itemIds.map((id) => {
    const item = reading.get('item', id)
    if (!item || item.contractId !== contractId) throw refusal('nothing-found', '15②', 'R-27', { what: 'item', id })
    return item
  })
  return [...belowTheirs(target, items), ...(target.kind === 'vault' ? [...notInVault(items), ...plannedTwice(reading, contractId, items)] : [])]
}

const WEIGHT: readonly ImportanceClass[] = ['その他', '重要情報', '最重要情報']

/** Art. 2: a class is lowered only with the city's number, and so is the care that it asks for. */
function belowTheirs({ importanceClass, myNumber, consentRef, information }: PlanTarget, items: readonly Item[]): Objection[] {
  if (consentRef !== '') return []
  const heavier = items.find((item) => WEIGHT.indexOf(item.importanceClass) > WEIGHT.indexOf(importanceClass) || (item.myNumber && !myNumber))
  return heavier ? [{ code: 'class-below-items', article: '2', rule: 'R-30', facts: { information, item: heavier.name, importanceClass: heavier.myNumber && !myNumber ? '特定個人情報' : heavier.importanceClass } }] : []
}

function notInVault(items: readonly Item[]): Objection[] {
  const gone = items.find(({ blob }) => blob === null)
  return gone ? [{ code: 'item-settled', article: '15①', rule: null, facts: { name: gone.name } }] : []
}

function plannedTwice(reading: Reading, contractId: string, items: readonly Item[]): Objection[] {
  const ids = new Set<string>(items.map(({ id }) => id))
  const other = reading.list('plan', contractId).find(({ state, targets }) => state !== 'withdrawn' && targets.some((one) => one.kind === 'vault' && one.state !== 'done' && one.state !== 'failed' && one.itemIds.some((id) => ids.has(id))))
  const item = items.find(({ id }) => other?.targets.some(({ itemIds }) => itemIds.includes(id)))
  return other && item ? [{ code: 'item-planned-already', article: '15②', rule: null, facts: { name: item.name, plan: other.no } }] : []
}
