import type { PersonId } from '../people/person.ts'
import type { EntryBody } from './entry.ts'

/**
 * Who confirmed what an entry says, where that is somebody else than whoever sat at the desk: they signed beside them with an ID of
 * their own, and without their name a history would give the one for the other. The second person of an exception stands with the exception.
 */
export function confirmerOf(entry: EntryBody): PersonId | null {
  switch (entry.type) {
    case 'carry-out-returned': return entry.data.returned.confirmedBy
    case 'carried-out': return entry.data.out.coSignedBy
    case 'medium-writing-begun': return entry.data.writing.coSignedBy
    case 'shinten-confirmed': return entry.data.checkedBy
    case 'recipients-confirmed': return entry.data.by
    case 'mailing-drafted': return entry.data.mailing.copied?.coSignedBy ?? null
    case 'wipe-verified': return entry.data.verified.by
    case 'copy-approved': return entry.data.approved.by
    case 'specification-agreed': return entry.data.specification.approvedBy
    default: return null
  }
}
