import type { Reading } from '../../ledger/shelf.ts'
import { tookWithIt } from '../../copies/rules.ts'
import { dayOf, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Art. 11(8): copies that wait for a supervisor, that are to be made, that are kept too long, and that an erasure took with it. */
export function ofCopies(reading: Reading, now: Instant): Card[] {
  return reading.open('copy').flatMap((c): Card[] => {
    const subject = `${c.no} ${c.itemName}`
    switch (c.state) {
      case 'requested': return [card('approval', 'copy-to-approve', '11(8)', c.id, subject, 'copies', c.requestedAt, {}, c.requestedBy)]
      case 'approved': return [card('todo', 'copy-to-make', '11(8)', c.id, subject, 'copies', c.approved?.at ?? null)]
      case 'in use': {
        if (reading.list('wipe', c.contractId).some((wipe) => tookWithIt(reading, wipe, c))) return [card('todo', 'copy-erased', '11(8)', c.id, subject, 'copies', c.made?.at ?? null)]
        return c.useUntil < dayOf(now) ? [card('overdue', 'copy-too-long', '11(8)', c.id, subject, 'copies', c.made?.at ?? null, { useUntil: c.useUntil })] : []
      }
      case 'making': case 'ended': case 'declined': case 'withdrawn': return []
    }
  })
}
