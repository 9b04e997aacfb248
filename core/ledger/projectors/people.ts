import { change } from './change.ts'
import type { Projectors } from './projectors.ts'

/** The roster (Art. 5, 7, 8). */
export const people = {
  'person-registered': ({ person }, shelf) => shelf.put('person', person.id, person),
  'training-recorded': ({ personIds, training }, shelf) => {
    for (const id of personIds) change(shelf, 'person', id, (p) => ({ ...p, trainings: [...p.trainings, training] }))
  },
  'pledge-signed': ({ personId, pledge }, shelf) => change(shelf, 'person', personId, (p) => ({ ...p, pledge })),
} satisfies Projectors
