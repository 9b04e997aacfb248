import { CMS_ROOM, RANGE_PLACEHOLDER } from './signature-fields.ts'

/** A rendered document that knows where its signature goes. */
export interface SignablePdf {
  /** The whole file, its byte range filled in, its signature still zeros. */
  readonly bytes: Uint8Array
  /** Where the signature's hex string stands, with its angle brackets: the only bytes that are not signed. */
  readonly gap: { readonly from: number; readonly to: number }
}

/**
 * Fills in which bytes will be signed: all but the hex string of the signature itself. What is found is what
 * `addSignatureFields` wrote, since nothing else in a record can hold so many zeros.
 */
export function makeSignable(rendered: Uint8Array): SignablePdf {
  const bytes = Buffer.from(rendered)
  const from = bytes.indexOf(`<${'0'.repeat(2 * CMS_ROOM)}>`, 'latin1')
  const range = bytes.lastIndexOf(RANGE_PLACEHOLDER, from, 'latin1')
  if (from < 0 || range < 0) throw new Error('a rendered PDF without room for a signature')
  const to = from + 2 * CMS_ROOM + 2
  // Padded inside the array, so that nothing behind it moves.
  bytes.write(`[0 ${from} ${to} ${bytes.length - to}`.padEnd(RANGE_PLACEHOLDER.length - 1) + ']', range, 'latin1')
  return { bytes, gap: { from, to } }
}

/** The two pieces that the signature covers. */
export function signedPieces({ bytes, gap }: SignablePdf): [Uint8Array, Uint8Array] {
  return [bytes.subarray(0, gap.from), bytes.subarray(gap.to)]
}

/** Puts the signature (CMS, DER) into its gap: lower-case hex, padded with zeros. */
export function fillSignature({ bytes, gap }: SignablePdf, cms: Uint8Array): Uint8Array {
  if (cms.length > CMS_ROOM) throw new Error(`a signature of ${cms.length} bytes in a room of ${CMS_ROOM}`)
  const signed = Uint8Array.from(bytes)
  const hex = Buffer.from(cms).toString('hex').padEnd(2 * CMS_ROOM, '0')
  signed.set(Buffer.from(hex, 'latin1'), gap.from + 1)
  return signed
}
