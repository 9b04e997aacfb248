import { saveKept } from '../documents/save.ts'
import { look, record } from '../ledger/record.ts'
import { trustOf } from '../receipts/use.ts'
import { refusal } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import { isoJst } from '../time.ts'
import type { World } from '../world.ts'
import { importedNamed } from './imported.ts'

/** What one PDF of ours may have, and more. */
const LARGEST = 128 << 20

/**
 * 収受 by signature (evidence §3): the city's second signature in the contractor's PDF, once the document has its 収受番号. Signed once and kept; a
 * second time the same bytes are written. `path` names the PDF where the import came in another body.
 */
export async function counterSignImported(world: World, { importedId, path, into }: { importedId: string; path: string | null; into: string }): Promise<{ paths: string[] }> {
  const { imported, earlier } = await look(world, (reading) => ({ imported: importedNamed(reading, importedId), earlier: reading.get('counter-signed', importedId) }))
  if (earlier) return saveKept(world, [earlier.body], into)
  if (imported.verdict !== 'verified' || imported.supersededBy !== null) throw refusal('answer-to-unsigned', '14', null, { docNo: imported.docNo })
  if (imported.cityReceiptNo === '') throw refusal('receipt-number-missing', '14', null, { docNo: imported.docNo })
  const signed = await world.documents.counterSign(await pdfOf(world, imported, path), world.now())
  if (!signed) throw refusal('pdf-not-of-document', '14', null, { docNo: imported.docNo })

  const name = `${imported.docNo}_収受_${isoJst(world.now()).slice(0, 10)}.pdf`
  const body = { ...await world.files.keep(name, signed), name, type: 'application/pdf' }
  let owned = false
  try {
    const kept = await record(world, (reading) => {
      const before = reading.get('counter-signed', importedId)
      if (before) return { entries: [], answer: () => before.body }
      return { entries: [{ type: 'imported-countersigned', data: { id: importedId, body, by: signedIn(world).personId, at: world.now() } }], stands: () => { owned = true }, answer: () => body }
    })
    return await saveKept(world, [kept], into)
  } finally {
    if (!owned) await world.files.forget([body.blob])
  }
}

/** The PDF that came with the import, or the one that is shown now: it must verify, and be of this very document. */
async function pdfOf(world: World, { hash, docNo, files }: { hash: string; docNo: string; files: readonly { name: string; blob: string }[] }, path: string | null): Promise<Uint8Array> {
  if (path === null) {
    const kept = files.find(({ name }) => name.toLowerCase().endsWith('.pdf'))
    if (!kept) throw refusal('pdf-not-of-document', '14', null, { docNo })
    return world.files.fetch(kept.blob)
  }
  const keys = await look(world, trustOf)
  const found = await world.documents.verify(path, { keys, at: world.now() })
  if (!found.some(({ verification }) => verification.body === 'pdf' && verification.verdict === 'verified' && verification.document?.hash === hash)) throw refusal('pdf-not-of-document', '14', null, { docNo })
  const read = await world.files.readSmall(path, LARGEST)
  if (read.outcome !== 'read') throw refusal('file-unreadable', null, null, { path })
  return read.bytes
}
