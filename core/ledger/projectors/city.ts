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
  },
  'import-numbered': ({ id, cityReceiptNo }, shelf) => change(shelf, 'imported', id, (d) => ({ ...d, cityReceiptNo }), (d) => d.contractId),
  'import-refused': nothing,
} satisfies Projectors
