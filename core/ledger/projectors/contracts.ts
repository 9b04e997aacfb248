import { PartyKey } from '../../contracts/contract-of-work.ts'
import { change } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What was agreed, and with whom. */
export const contracts = {
  'contract-opened': ({ contract }, shelf) => shelf.put('contract', contract.id, contract),
  'certification-added': ({ contractId, certification }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, certifications: [...c.certifications, certification] })),
  'recipient-added': ({ contractId, recipient }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, recipients: [...c.recipients, recipient] })),
  'service-agreed': ({ contractId, service, cityRef }, shelf) =>
    change(shelf, 'contract', contractId, (c) => ({ ...c, agreedServices: [...c.agreedServices, { service, cityRef }] })),
  'key-registered': ({ contractId, key }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, counterpartKey: PartyKey.parse(key) })),
} satisfies Projectors
