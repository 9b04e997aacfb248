import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { CustodyReceipt, Witness } from '../documents/records.ts'
import type { Handover } from '../handovers/handover.ts'
import type { Item } from '../handovers/item.ts'
import type { Medium } from '../media/medium.ts'
import type { Person } from '../people/person.ts'
import { type Instant, isoJst } from '../time.ts'
import type { Organisation, PublicKeys } from '../vault/vault.ts'

export interface ReceiptFacts {
  docNo: string
  now: Instant
  contract: ContractOfWork
  handover: Handover
  items: readonly Item[]
  medium: Medium | undefined
  clerk: Person
  issuer: Person
  organisation: Organisation
  keys: PublicKeys
  witness: Witness | null
}

/** F-25 預り証 as a record: what was received, when, where, how, by whom, and where it lies (Art. 14). */
export function composeReceipt({ docNo, now, contract, handover, items, medium, clerk, issuer, organisation, keys, witness }: ReceiptFacts): CustodyReceipt {
  const { actual, differenceNote } = handover
  if (!actual) throw new Error('a receipt for a hand-over that has not happened')
  const at = ({ means, at, place }: typeof actual) => ({ means, at: isoJst(at), place })
  const counts = items.map(({ count }) => count)
  return {
    v: 1, form: 'F-25', template: 'F-25/1', docNo, revision: 1, revisionKind: '新規', revisionReason: '', issuedAt: isoJst(now),
    addressee: { organisation: contract.city.name, name: contract.city.addressee, section: contract.city.section },
    sender: { organisation: organisation.name, address: organisation.address, representative: organisation.representative },
    contact: { name: issuer.name, tel: issuer.tel || organisation.tel, email: issuer.email || organisation.email },
    contract: { contractNo: contract.contractNo, title: contract.title },
    articleRef: '第14条',
    keys: { rootFingerprint: keys.fingerprint, checkpointKeyId: keys.checkpointKeyId },
    witness,
    handover: {
      designated: at(handover.designated), actual: at(actual),
      exception: handover.exception && { cityRef: handover.exception.cityRef, reason: handover.exception.reason },
      difference: differenceNote && { cityRef: differenceNote.cityRef, note: differenceNote.note, count: handover.differences.length },
      deliveredBy: handover.deliveredBy, receivedBy: clerk.name, purpose: handover.purpose, storagePlace: handover.storagePlace,
      returnDueOn: handover.returnDueOn, returnConditions: handover.returnConditions, remarks: handover.remarks,
    },
    medium: medium ? { no: medium.no, type: medium.type, serial: medium.serial, owner: medium.owner, ownerNo: medium.ownerNo } : null,
    items: items.map(({ no, name, infoKind, form, count, size, sha256, importanceClass, personalInfo, sensitive, myNumber }) =>
      ({ no, name, infoKind, form, count, size, sha256, importanceClass, personalInfo, sensitive, myNumber })),
    totals: {
      items: items.length,
      // A total of which a part is unknown would be a lie.
      count: counts.every((c) => c !== null) ? counts.reduce((sum, c) => sum + c, 0) : null,
      bytes: items.reduce((sum, { size }) => sum + size, 0),
    },
  }
}
