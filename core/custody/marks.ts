import type { EntryBody, EntryType } from '../ledger/entry.ts'
import type { PersonId } from '../people/person.ts'
import type { Instant } from '../time.ts'

/** Where a thing stands in the ledger, so that a hop can name the entry that proves it (Art. 11(9)). */
export interface Marks { id: string; marks: { type: EntryType; seq: number; at: Instant; by: PersonId | null }[] }

type Subjects = { [T in EntryType]?: (data: Extract<EntryBody, { type: T }>['data']) => string }

/** The entries that a custody chain leans on, and the thing that each speaks of. */
export const markedBy: Subjects = {
  'receiving-ended': ({ handover }) => handover.id,
  'difference-noted': ({ handoverId }) => handoverId,
  'document-issued': ({ document }) => document.subjectId,
  'document-acknowledged': ({ id }) => id,
  'sealing-ended': ({ package: sealed }) => sealed.id,
  'medium-writing-ended': ({ writing }) => writing.id,
  'mailing-drafted': ({ mailing }) => mailing.id,
  'mailing-dispatched': ({ mailingId }) => mailingId,
  'mailing-arrived': ({ mailingId }) => mailingId,
  'mailing-received': ({ mailingId }) => mailingId,
  'mailing-returned': ({ mailingId }) => mailingId,
  'mail-sending-ended': ({ mailId }) => mailId,
  'mail-sending-settled': ({ mailId }) => mailId,
  'mail-sent': ({ mailId }) => mailId,
  'mail-received': ({ mailId }) => mailId,
  'carried-out': ({ carryOutId }) => carryOutId,
  'carry-out-returned': ({ carryOutId }) => carryOutId,
  'carry-out-lost': ({ carryOutId }) => carryOutId,
  'copy-made': ({ copyId }) => copyId,
  'copy-ended': ({ copyId }) => copyId,
  'fax-sent': ({ faxId }) => faxId,
  'fax-arrived': ({ faxId }) => faxId,
  'provision-made': ({ provisionId }) => provisionId,
  'items-handed-back': ({ handback }) => handback.id,
  'wipe-ended': ({ wipe }) => wipe.id,
  'wipe-verified': ({ wipeId }) => wipeId,
  'destruction-recorded': ({ wipe }) => wipe.id,
  'external-wipe-recorded': ({ wipe }) => wipe.id,
}
