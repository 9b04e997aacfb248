import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import type { HandoverId } from '../../core/handovers/handover.ts'
import { desk } from '../desk.ts'

/** A desk on the same machine answers at once or refuses: asking again by itself would only hide the refusal. */
export const client = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', staleTime: 2_000 }, mutations: { retry: false, networkMode: 'always' } },
})

/** Everything that screens ask. After a command all of it is asked again: the desk holds the truth, a screen never does. */
export const questions = {
  status: queryOptions({ queryKey: ['vault', 'status'], queryFn: () => desk.vault.status() }),
  publicKeys: queryOptions({ queryKey: ['vault', 'keys'], queryFn: () => desk.vault.publicKeys() }),
  today: queryOptions({ queryKey: ['home'], queryFn: () => desk.home.today() }),
  contracts: queryOptions({ queryKey: ['contracts'], queryFn: () => desk.contracts.list() }),
  people: queryOptions({ queryKey: ['people'], queryFn: () => desk.people.list() }),
  scanner: queryOptions({ queryKey: ['scanner'], queryFn: () => desk.viruses.scanner(), staleTime: 60_000 }),
  scans: queryOptions({ queryKey: ['scans'], queryFn: () => desk.viruses.list() }),
  carryOuts: (contractId: ContractId) => queryOptions({ queryKey: ['carry-outs', contractId], queryFn: () => desk.carryOuts.list({ contractId }) }),
  alarm: (contractId: ContractId) => queryOptions({ queryKey: ['alarm', contractId], queryFn: () => desk.carryOuts.alarm({ contractId }) }),
  incidents: (contractId: ContractId) => queryOptions({ queryKey: ['incidents', contractId], queryFn: () => desk.incidents.list({ contractId }) }),
  media: queryOptions({ queryKey: ['media'], queryFn: () => desk.media.list() }),
  stockTakes: queryOptions({ queryKey: ['stock-takes'], queryFn: () => desk.media.stockTakes() }),
  drives: queryOptions({ queryKey: ['drives'], queryFn: () => desk.media.drives() }),
  plans: (contractId: ContractId) => queryOptions({ queryKey: ['plans', contractId], queryFn: () => desk.disposals.list({ contractId }) }),
  balance: (contractId: ContractId) => queryOptions({ queryKey: ['balance', contractId], queryFn: () => desk.settlement.balance({ contractId }) }),
  handBacks: (contractId: ContractId) => queryOptions({ queryKey: ['hand-backs', contractId], queryFn: () => desk.settlement.handBacks({ contractId }) }),
  wipes: (contractId: ContractId) => queryOptions({ queryKey: ['wipes', contractId], queryFn: () => desk.disposals.wipes({ contractId }) }),
  handovers: (contractId: ContractId) => queryOptions({ queryKey: ['handovers', contractId], queryFn: () => desk.handovers.list({ contractId }) }),
  itemsOf: (handoverId: HandoverId) => queryOptions({ queryKey: ['items', 'of', handoverId], queryFn: () => desk.handovers.items({ handoverId }) }),
  receipts: (contractId: ContractId) => queryOptions({ queryKey: ['receipts', contractId], queryFn: () => desk.receipts.list({ contractId }) }),
  items: (contractId: ContractId) => queryOptions({ queryKey: ['items', contractId], queryFn: () => desk.packages.items({ contractId }) }),
  packages: (contractId: ContractId) => queryOptions({ queryKey: ['packages', contractId], queryFn: () => desk.packages.list({ contractId }) }),
  writings: (contractId: ContractId) => queryOptions({ queryKey: ['writings', contractId], queryFn: () => desk.packages.writings({ contractId }) }),
  mailings: (contractId: ContractId) => queryOptions({ queryKey: ['mailings', contractId], queryFn: () => desk.mailings.list({ contractId }) }),
  mails: (contractId: ContractId) => queryOptions({ queryKey: ['mails', contractId], queryFn: () => desk.mails.list({ contractId }) }),
  imported: (contractId: ContractId) => queryOptions({ queryKey: ['imported', contractId], queryFn: () => desk.city.imported({ contractId }) }),
  ledger: (from: number, count: number) => queryOptions({ queryKey: ['ledger', from, count], queryFn: () => desk.ledger.entries({ from, count }) }),
}

/** Asks everything again that is on the screen, and forgets the rest. */
export function askAgain(): void {
  void client.invalidateQueries()
}
