import type { OperationName } from '../contract.ts'
import type { Kind, Reading } from '../ledger/shelf.ts'

/** Fields of orders that name a thing, and the kinds of things they may name. Each of these belongs to one contract. */
export const namedBy: Readonly<Record<string, readonly Kind[]>> = {
  contractId: ['contract'],
  handoverId: ['handover'],
  itemIds: ['item'],
  planId: ['plan'],
  wipeId: ['wipe'],
  wipeIds: ['wipe'],
  packageId: ['package'],
  packages: ['package'],
  package: ['package'],
  mailingId: ['mailing'],
  mailId: ['mail'],
  carryOutId: ['carry-out'],
  itemId: ['item'],
  copyId: ['copy'],
  faxId: ['fax'],
  provisionId: ['provision'],
  subcontractId: ['subcontract'],
  requestId: ['request'],
  incidentId: ['incident'],
  auditId: ['audit'],
  cancellationId: ['cancellation'],
  /** 'id' alone: a document that was issued, what a key belongs to, or a row that is corrected. */
  id: ['issued', 'mailing', 'mail', 'handover', 'item', 'plan', 'contract'],
}

/**
 * Operations that handle information and are not of one contract, each with its reason. They are allowed where work on some contract is.
 * An operation that is neither here nor names its contract fails the test that walks all of them.
 */
export const officeWide: Partial<Record<OperationName, string>> = {
  'viruses.scan': 'a medium is looked through before anyone knows which contract it serves',
  'handovers.look': 'names and sizes of dropped paths, before a hand-over is chosen',
  'receipts.acknowledge': "the city's answers name their documents inside the files",
  'disposals.abilities': 'asks a drive what it can do; the plan is named when it is told to',
}

/** The contracts that an order speaks of, by whatever it names; none where it names nothing that is there. */
export function contractsOfOrder(order: unknown, reading: Reading): string[] {
  if (typeof order !== 'object' || order === null) return []
  const contracts = Object.entries(order).flatMap(([field, value]) => {
    const ids: unknown[] = Array.isArray(value) ? value : [value]
    const kinds = (Object.hasOwn(namedBy, field) && namedBy[field]) || []
    return ids.flatMap((id) => (typeof id === 'string' ? kinds.flatMap((kind) => contractOf(reading, kind, id)) : []))
  })
  return [...new Set(contracts)]
}

function contractOf(reading: Reading, kind: Kind, id: string): string[] {
  const thing = reading.get(kind, id)
  if (!thing) return []
  const contractId = kind === 'contract' ? id : 'contractId' in thing && typeof thing.contractId === 'string' ? thing.contractId : ''
  return reading.get('contract', contractId) ? [contractId] : []
}
