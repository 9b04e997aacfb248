import { exceptionKinds } from '../../exceptions/kinds.ts'
import type { Entry } from '../entry.ts'
import type { Shelf } from '../shelf.ts'

/** Whatever entry an exception stands in, it is listed for the audit (Art. 17). */
export function projectException(entry: Entry, shelf: Shelf): void {
  const kind = exceptionKinds[entry.type] as { tell(data: unknown, shelf: Shelf): ReturnType<NonNullable<(typeof exceptionKinds)['mail-drafted']>['tell']> } | undefined
  const told = kind?.tell(entry.data, shelf)
  // Older entries do not know of some exceptions.
  if (!told?.exception) return
  shelf.put('exception', String(entry.seq), { ...told, exception: told.exception, seq: entry.seq, by: entry.by, at: entry.at })
}
