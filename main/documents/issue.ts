import type { DocumentRecord } from '../../core/documents/records.ts'
import { instantOf } from '../../core/time.ts'
import type { Body } from '../../core/world.ts'
import { canonicalBytes } from '../../crypto/canonical-json.ts'
import { signDetached } from '../../crypto/cms.ts'
import { sha256, toHex } from '../../crypto/digest.ts'
import type { OrganisationKeys } from '../../crypto/organisation-keys.ts'
import { verificationCode } from '../../crypto/verification-code.ts'
import { answerTable } from './csv/answer-columns.ts'
import { certificateTable } from './csv/certificate-columns.ts'
import type { Sealed, Table, TabledRecord } from './csv/document-table.ts'
import { letterTable } from './csv/letter-columns.ts'
import { LARGEST_CSV } from './csv/read-tables.ts'
import { receiptTable } from './csv/receipt-columns.ts'
import { rowsOf, writeTable } from './csv/write-table.ts'
import { fillSignature, makeSignable, signedPieces } from './pdf/signed-pdf.ts'
import { renderPdf } from './pdf/render.ts'
import { sealOf } from './seal.ts'

/**
 * Gives a record its bodies: the PDF with its signature (where its form has paper), canonical JSON with a detached
 * signature, and CSV for receipts, certificates and letters. All say the same; each can be verified without the others.
 */
export function bodiesOf(record: DocumentRecord, keys: OrganisationKeys): { hash: string; code: string; bodies: Body[] } {
  const canonical = canonicalBytes(record)
  const hash = sha256(canonical)
  const code = verificationCode(hash)
  const seal = sealOf(record, hash, keys)
  const issuedAt = new Date(instantOf(record.issuedAt))
  const rendered = renderPdf({ record, canonical, code, seal })
  return {
    hash: toHex(hash), code,
    bodies: [
      ...(rendered ? [{ name: `${record.docNo}.pdf`, type: 'application/pdf' as const, bytes: signPdf(rendered, keys) }] : []),
      { name: `${record.docNo}.json`, type: 'application/json', bytes: canonical },
      { name: `${record.docNo}.json.p7s`, type: 'application/pkcs7-signature', bytes: sign([canonical], issuedAt, keys) },
      ...csvOf(record, code, seal),
    ],
  }
}

function csvOf(record: DocumentRecord, code: string, seal: string): Body[] {
  switch (record.form) {
    case 'F-25': return tableOf(receiptTable, { record, code, seal })
    case 'F-30': case 'F-31': return rowsOf(certificateTable, { record, code, seal }).flat().some((cell) => cell.length > LONGEST_CELL) ? [] : tableOf(certificateTable, { record, code, seal })
    case 'F-28': case 'K-01': case 'C-01': return []
    case 'C-02': return tableOf(answerTable, { record, code, seal })
    default: return tableOf(letterTable, { record, code, seal })
  }
}

/** Characters. A spreadsheet cuts off what is longer and says nothing: then the record in JSON is the table. */
const LONGEST_CELL = 32_000

/** Beyond what we would read again ourselves (some 50,000 files), spreadsheets give up too. */
function tableOf<R extends TabledRecord, I>(table: Table<R, I>, sealed: Sealed<R>): Body[] {
  const bytes = writeTable(table, [sealed])
  return bytes.length > LARGEST_CSV ? [] : [{ name: `${sealed.record.docNo}.csv`, type: 'text/csv', bytes }]
}

function signPdf(rendered: Uint8Array, keys: OrganisationKeys): Uint8Array {
  const signable = makeSignable(rendered)
  // The time stands in the signature dictionary (/M); PAdES forbids saying it twice.
  return fillSignature(signable, sign(signedPieces(signable), null, keys))
}

function sign(content: readonly Uint8Array[], signingTime: Date | null, { root, signing }: OrganisationKeys): Uint8Array {
  return signDetached({ content, signingTime, certificate: signing.certificate, chain: [root.certificate], privateKey: signing.privateKey, profile: 'cades' })
}
