import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What the parties talked over (Art. 22). */
export const consultations = {
  'consultation-drafted': ({ consultation }, shelf) => {
    shelf.put('consultation', consultation.id, consultation, consultation.contractId)
    count(shelf, `consultation:${consultation.contractId}`)
  },
  'consultation-agreed': ({ consultationId, agreed }, shelf) => void change(shelf, 'consultation', consultationId, (c) => ({ ...c, agreed, state: 'agreed' }), (c) => c.contractId),
} satisfies Projectors
