import type { NewEntry } from '../../../core/ledger/entry.ts'
import type { Shelf } from '../../../core/ledger/shelf.ts'
import type { Entry } from '../../../core/ledger/entry.ts'
import type { Medium } from '../../../core/media/medium.ts'
import type { PersonId } from '../../../core/people/person.ts'
import type { Instant } from '../../../core/time.ts'

export const nine = Date.UTC(2026, 3, 1, 0, 0, 0, 123) as Instant
export const sato = 'sato' as PersonId

/** Satō signs in, at nine on the first of April unless told. */
export const signedIn = (at: number = nine): NewEntry => ({ type: 'signed-in', at: at as Instant, by: sato, data: { personId: sato } })

/** Somebody plugged in a stick that nobody registered. */
export const strangeStick = (serial: string): NewEntry => ({ type: 'unregistered-medium-refused', at: nine, by: sato, data: { serial, where: '窓口' } })

/** Keeps each strange stick as a medium, which is enough to see a projection at work. `SOUR` makes it fail. */
export function keepSticks(entry: Entry, shelf: Shelf): void {
  if (entry.type !== 'unregistered-medium-refused') return
  const { serial, where } = entry.data
  if (serial === 'SOUR') throw new Error('the projection failed')
  if (where === 'drop') return shelf.drop('medium', serial)
  shelf.put('medium', serial, { no: serial, seenAt: entry.seq } as unknown as Medium, where)
}
