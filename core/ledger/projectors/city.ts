import { filedUnder, underNumber } from '../../city/imported.ts'
import { noteNumber } from '../../city/numbers.ts'
import { change, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What a city took in. */
export const city = {
  'document-imported': ({ document: written }, shelf) => {
    // Until the eleventh version the files themselves were not kept, nor the papers that were compared.
    const document = { ...written, files: written.files ?? [], papers: written.papers ?? [] }
    const others = underNumber(shelf, document.contractId, document.docNo).filter(({ id }) => id !== document.id)
    // Anybody can write values and their code: only a signature puts an earlier document out of force.
    if (document.verdict === 'verified') {
      for (const earlier of others) if (earlier.revision <= document.revision && earlier.supersededBy === null) shelf.put('imported', earlier.id, { ...earlier, supersededBy: document.id }, earlier.contractId)
    }
    // An older revision may arrive after the newer one: it is kept, and was out of force before it came.
    const newer = others.find(({ revision, verdict, supersededBy }) => revision > document.revision && verdict === 'verified' && supersededBy === null)
    shelf.put('imported', document.id, { ...document, supersededBy: document.supersededBy ?? newer?.id ?? null }, document.contractId)
    shelf.put('filed', filedUnder(document.contractId, document.docNo), { ids: [...new Set([...others.map(({ id }) => id), document.id])] }, document.contractId)
    noteNumber(shelf, '収受', document.cityReceiptNo, document.docNo)
  },
  'import-numbered': ({ id, cityReceiptNo }, shelf) => noteNumber(shelf, '収受', cityReceiptNo, change(shelf, 'imported', id, (d) => ({ ...d, cityReceiptNo }), (d) => d.contractId).docNo),
  'import-refused': nothing,
  'evidence-packed': nothing,
  'import-ended': ({ run }, shelf) => shelf.put('import-run', run.id, run),
  'paper-compared': ({ importedId, at }, shelf, { by }) => void change(shelf, 'imported', importedId, (d) => ({ ...d, papers: [...d.papers ?? [], { at, by: by ?? '' }] }), (d) => d.contractId),
} satisfies Projectors
