import { letterhead, type LetterFacts } from '../documents/letterhead.ts'
import type { CustodyReceipt } from '../documents/records.ts'
import type { Handover } from '../handovers/handover.ts'
import type { Item } from '../handovers/item.ts'
import type { Medium } from '../media/medium.ts'
import type { Person } from '../people/person.ts'
import { isoJst } from '../time.ts'

export interface ReceiptFacts extends LetterFacts {
  handover: Handover
  items: readonly Item[]
  medium: Medium | undefined
  clerk: Person
}

/** F-25 預り証 as a record: what was received, when, where, how, by whom, and where it lies (Art. 14). */
export function composeReceipt({ handover, items, medium, clerk, ...letter }: ReceiptFacts): CustodyReceipt {
  const { actual, differenceNote } = handover
  if (!actual) throw new Error('a receipt for a hand-over that has not happened')
  const at = ({ means, at, place }: typeof actual) => ({ means, at: isoJst(at), place })
  const counts = items.map(({ count }) => count)
  return {
    ...letterhead(letter, '第14条'), form: 'F-25', template: 'F-25/1',
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
