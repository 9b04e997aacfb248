import { noteNumber } from '../../city/numbers.ts'
import { change, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What a city took in. */
export const city = {
  'document-imported': ({ document }, shelf) => {
    for (const earlier of shelf.list('imported', document.contractId)) {
      const older = earlier.docNo === document.docNo && earlier.id !== document.id && earlier.revision <= document.revision && earlier.supersededBy === null
      // Anybody can write values and their code: only a signature puts an earlier document out of force.
      if (older && document.verdict === 'verified') shelf.put('imported', earlier.id, { ...earlier, supersededBy: document.id }, earlier.contractId)
    }
    shelf.put('imported', document.id, document, document.contractId)
    noteNumber(shelf, '収受', document.cityReceiptNo, document.docNo)
  },
  'import-numbered': ({ id, cityReceiptNo }, shelf) => noteNumber(shelf, '収受', cityReceiptNo, change(shelf, 'imported', id, (d) => ({ ...d, cityReceiptNo }), (d) => d.contractId).docNo),
  'import-refused': nothing,
} satisfies Projectors
