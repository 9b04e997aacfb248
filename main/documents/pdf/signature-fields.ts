import type { PdfInside } from './pdfkit-inside.ts'

/** Room for the CMS message: two certificates, a signature, and a time stamp some day. Bytes; twice as many hex digits. */
export const CMS_ROOM = 8192

/** What stands where the byte range will be written once the file's length is known: always as wide as this. */
export const RANGE_PLACEHOLDER = '[1000000001 1000000002 1000000003 1000000004]'

/**
 * Adds the contractor's signature field, its value to be filled in (PAdES, ETSI EN 319 142-1), certifying that only signatures
 * may still be added (DocMDP, P 2), and an empty field for the city's counter-signature. Neither shows on the page.
 */
export function addSignatureFields(pdf: PdfInside, page: PdfInside['page'], signedAt: Date): void {
  const value = pdf.ref({
    Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [1_000_000_001, 1_000_000_002, 1_000_000_003, 1_000_000_004],
    Contents: new Uint8Array(CMS_ROOM), M: signedAt,
    Reference: [{ Type: 'SigRef', TransformMethod: 'DocMDP', TransformParams: { Type: 'TransformParams', P: 2, V: '1.2' } }],
  })
  const field = (name: string, more: Record<string, unknown>) => pdf.ref({
    Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: new String(name), Rect: [0, 0, 0, 0], F: 132, P: page.dictionary, ...more,
  })
  const fields = [field('contractor', { V: value }), field('city', {})]
  const form = pdf.ref({ Fields: fields, SigFlags: 3 })
  page.annotations.push(...fields)
  pdf._root.data['AcroForm'] = form
  // pdfkit would close a form of its own making here, and look for its fonts.
  pdf.endAcroForm = () => undefined
  pdf._root.data['Perms'] = { DocMDP: value }
  for (const object of [value, ...fields, form]) object.end()
}
