import { signDetached } from '../../../crypto/cms.ts'
import { sha256, toHex } from '../../../crypto/digest.ts'
import type { OrganisationKeys } from '../../../crypto/organisation-keys.ts'
import { readPdf, type PdfFile, type PdfObject } from '../verify/pdf-structure.ts'
import { CMS_ROOM, RANGE_PLACEHOLDER } from './signature-fields.ts'
import { fillSignature, makeSignable, signedPieces, type SignablePdf } from './signed-pdf.ts'

/**
 * 収受: puts the city's signature into a contractor's PDF (ISO 32000-1 §7.5.6, PAdES), as one incremental update with exactly two
 * objects: the city's field with its value, and that value. The contractor's bytes stay as they are, and its signature with them.
 * `at` is written to the second. Null for a PDF that is not of our build, or whose field is no longer empty.
 */
export function counterSign(pdf: Uint8Array, { root, signing }: Pick<OrganisationKeys, 'root' | 'signing'>, at: Date): Uint8Array | null {
  const signable = makeCounterSignable(pdf, at)
  if (!signable) return null
  return fillSignature(signable, signDetached({
    // The time stands in the signature dictionary (/M); PAdES forbids saying it twice.
    content: signedPieces(signable), signingTime: null, certificate: signing.certificate, chain: [root.certificate], privateKey: signing.privateKey, profile: 'cades',
  }))
}

/** The same before it is signed. The contractor's PDF and the time determine every byte of it, which is how it is verified. */
export function makeCounterSignable(pdf: Uint8Array, at: Date): SignablePdf | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const file = readPdf(text)
  if ('code' in file) return null
  const field = cityField(file)
  const size = file.trailer.get('Size')
  const trailer = /\ntrailer\n<<\n(\/Size \d+)\n(\/Root \d+ 0 R\n\/Info \d+ 0 R\n)\/ID \[(<[0-9a-f]{32}>) <[0-9a-f]{32}>\]\n>>\nstartxref\n(\d+)\n%%EOF\n$/.exec(text.slice(-400))
  if (!field || size?.kind !== 'number' || !trailer) return null
  const [, , roots = '', id = '', previous = ''] = trailer

  const value = size.number
  const objects = [
    { number: field.number, body: `${text.slice(field.from, field.to - '>>\nendobj\n'.length)}/V ${value} 0 R\n>>\nendobj\n` },
    { number: value, body: `${value} 0 obj\n${signatureDictionary(at)}\nendobj\n` },
  ]
  const offsets = [text.length, text.length + (objects[0]?.body.length ?? 0)]
  const table = objects.map(({ number }, i) => `${number} 1\n${String(offsets[i]).padStart(10, '0')} 00000 n \n`).join('')
  const bodies = objects.map(({ body }) => body).join('')
  const changed = toHex(sha256(pdf)).slice(0, 32)
  const end = `xref\n${table}trailer\n<<\n/Size ${value + 1}\n${roots}/ID [${id} <${changed}>]\n/Prev ${previous}\n>>\nstartxref\n${text.length + bodies.length}\n%%EOF\n`
  return makeSignable(Buffer.from(text + bodies + end, 'latin1'))
}

/** The second field of the two that `addSignatureFields` writes, still empty. */
function cityField({ objects }: PdfFile): PdfObject | null {
  const found = [...objects.values()].filter(({ value }) => {
    const name = value.kind === 'dictionary' ? value.entries.get('T') : undefined
    return name?.kind === 'text' && name.text === 'city'
  })
  const [field] = found
  const isEmpty = found.length === 1 && field?.stream === null && field.value.kind === 'dictionary' && !field.value.entries.has('V')
  return isEmpty ? field : null
}

/** Reason 収受, in UTF-16. No transform: what may still be changed, the contractor's certification has said already. */
function signatureDictionary(at: Date): string {
  const when = `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
  return `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange ${RANGE_PLACEHOLDER}\n/Contents <${'0'.repeat(2 * CMS_ROOM)}>\n/M (D:${when})\n/Reason <feff53ce53d7>\n>>`
}
