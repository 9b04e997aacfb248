import { withWords } from '../../corrections/words-at.ts'
import { change } from './change.ts'
import type { Projectors } from './projectors.ts'

/** Words that were said anew. */
export const corrections = {
  'row-corrected': ({ correction }, shelf) => {
    const { id, kind, subjectId, field, after } = correction
    shelf.put('correction', id, correction, `${kind}:${subjectId}`)
    switch (kind) {
      case 'contract': return void change(shelf, kind, subjectId, (row) => withWords(row, field, after))
      case 'medium': return void change(shelf, kind, subjectId, (row) => withWords(row, field, after))
      case 'handover': return void change(shelf, kind, subjectId, (row) => withWords(row, field, after), (row) => row.contractId)
      case 'mailing': return void change(shelf, kind, subjectId, (row) => withWords(row, field, after), (row) => row.contractId)
      case 'plan': return void change(shelf, kind, subjectId, (row) => withWords(row, field, after), (row) => row.contractId)
      case 'item': return void change(shelf, kind, subjectId, (row) => withWords(row, field, after), (row) => row.state === 'replaced' ? `replaced:${row.contractId}` : row.handoverId)
    }
  },
} satisfies Projectors
