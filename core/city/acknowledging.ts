import { contractNamed } from '../contracts/use.ts'
import type { IssuedDocument } from '../documents/document.ts'
import type { Acknowledgement } from '../documents/records.ts'
import { keepBodies, owned, saveKept } from '../documents/save.ts'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { refusal } from '../refusal.ts'
import { isoJst } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { importedNamed } from './imported.ts'

/** 収受通知 into a folder: signed by the city, for the contractor to import. Issued once; a second time the same bytes are written. */
export async function acknowledgeImported(world: World, { importedId, into }: { importedId: string; into: string }): Promise<{ paths: string[] }> {
  const kept: string[] = []
  const id = world.newId()
  try {
    const issued = await record(world, async (reading) => {
      const earlier = reading.list('issued', importedNamed(reading, importedId).contractId).find(({ subjectId, form }) => subjectId === importedId && form === 'C-01')
      if (earlier) return { entries: [], answer: () => earlier }
      const answer = acknowledgementOf(world, reading, importedId)
      const { hash, code, bodies } = await world.documents.bodies(answer)
      const stored = await keepBodies(world, bodies, kept)
      const document: IssuedDocument = {
        id, form: 'C-01', docNo: answer.docNo, revision: 1, contractId: importedNamed(reading, importedId).contractId, subjectId: importedId, subjects: [importedId], hash, code, issuedAt: world.now(), issuedBy: signedIn(world).personId,
        bodies: stored, state: 'issued', cityReceiptNo: answer.cityReceiptNo, acknowledgedAt: null, title: '', revisionKind: '新規', revisionReason: '', supersededBy: null, submittedAt: null,
      }
      return { entries: [{ type: 'document-issued', data: { document, record: answer } }], stands: () => owned(kept, stored), answer: () => document }
    })
    return await saveKept(world, issued.bodies, into)
  } finally {
    await world.files.forget(kept)
  }
}

function acknowledgementOf(world: World, reading: Reading, importedId: string): Acknowledgement {
  const imported = importedNamed(reading, importedId)
  const office = reading.get('office', 'office')
  if (!office || imported.verdict === 'refused') throw refusal('nothing-found', null, null, { what: 'imported', id: importedId })
  if (imported.cityReceiptNo === '') throw refusal('receipt-number-missing', '14', null, { docNo: imported.docNo })
  const contract = contractNamed(reading, imported.contractId)
  return {
    v: 1, form: 'C-01', template: 'C-01/1', docNo: `C-${imported.docNo}-${imported.revision}`, revision: 1, issuedAt: isoJst(world.now()),
    city: { organisation: office.organisation.name, section: contract.city.section, officer: personNamed(reading, signedIn(world).personId).name },
    contract: { contractNo: contract.contractNo, title: contract.title },
    of: { form: imported.form, docNo: imported.docNo, revision: imported.revision, hash: imported.hash },
    cityReceiptNo: imported.cityReceiptNo, verdict: imported.verdict,
    keys: { rootFingerprint: office.keys.fingerprint, checkpointKeyId: office.keys.checkpointKeyId },
  }
}
