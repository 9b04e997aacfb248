import type * as z from 'zod'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refuseIfAny, type Objection } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { type Day, dayOf } from '../time.ts'
import type { World } from '../world.ts'
import { balanceOf } from './balance.ts'
import type { CloseContract, Open } from './settlement.ts'

/**
 * 業務の終了 (Art. 15①): nothing of the contract is open any more. Refuses with the number and the list of what is, and a contract
 * that was not named as it is. From then on its records are read and no longer added to, and kept until the day that is agreed.
 */
export const closeContract = (world: World, { contractId, typedContractNo }: z.output<typeof CloseContract>): Promise<ContractOfWork> => record(world, (reading) => {
  const contract = activeContract(reading, contractId)
  refuseIfAny([...objectionsToOpen(reading, contract.id), ...(sameWords(typedContractNo, contract.contractNo) ? [] : [{ code: 'typed-contract-differs' as const, article: '15①' as const, rule: null, facts: { contractNo: contract.contractNo } }])])
  const at = world.now()
  const { total } = balanceOf(reading, contract.id)
  return { entries: [{ type: 'contract-closed', data: { contractId: contract.id, at, retainUntil: yearsLater(dayOf(at), contract.retentionYears), figures: total } }], answer: (after) => contractNamed(after, contract.id) }
})

/** R-33 (Art. 15①): what is still open, how many and of what. The balance has the list. */
export function objectionsToOpen(reading: Reading, contractId: string): Objection[] {
  const { open, openCount } = balanceOf(reading, contractId)
  return openCount === 0 ? [] : [{ code: 'information-left', article: '15①', rule: 'R-33', facts: { count: openCount, open: sumByKind(open) } }]
}

/** `item:3,medium:1`: for the sentence. */
function sumByKind(open: readonly Open[]): string {
  const counts = new Map<Open['kind'], number>()
  for (const { kind, count } of open) counts.set(kind, (counts.get(kind) ?? 0) + count)
  return [...counts].map(([kind, count]) => `${kind}:${count}`).join(',')
}

/** The same day some years later; the 29th of February becomes the 28th. */
function yearsLater(day: Day, years: number): Day {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return (later.endsWith('-02-29') && Number(later.slice(0, 4)) % 4 !== 0 ? `${later.slice(0, 8)}28` : later) as Day
}
