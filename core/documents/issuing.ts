import type { ArticleRef } from '../articles.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { IssuedDocument } from './document.ts'
import type { DocumentRecord } from './records.ts'
import { keepBodies, owned } from './save.ts'

/** A record about to be issued, and what it speaks of: `subjects` are the ids of everything in it, the first of which names it. `also`: what is written down with it, or not at all. */
export interface Draft { record: DocumentRecord; contractId: string; subjects: readonly [string, ...string[]]; also?(document: IssuedDocument): readonly EntryBody[] }

/**
 * Issues a document: composes its record on one reading of the office, makes its bodies, keeps them in the vault and writes it down,
 * all or nothing. `compose` refuses what may not be issued; characters that paper could not show are refused here, by name.
 */
export async function issueDocument(world: World, article: ArticleRef | null, compose: (reading: Reading) => Promise<Draft>): Promise<IssuedDocument> {
  const { personId } = signedIn(world)
  const id = world.newId()
  const kept: string[] = []
  try {
    return await record(world, async (reading) => {
      const { record: said, contractId, subjects, also } = await compose(reading)
      const unprintable = await world.documents.unprintable(said)
      if (unprintable.length > 0) throw refusal('unprintable-characters', article, null, { characters: unprintable.join(' ') })

      const { hash, code, bodies } = await world.documents.bodies(said)
      const stored = await keepBodies(world, bodies, kept)
      const document: IssuedDocument = {
        id, form: said.form, docNo: said.docNo, revision: said.revision, contractId, subjectId: subjects[0], subjects: [...subjects], hash, code, issuedAt: world.now(), issuedBy: personId,
        bodies: stored, state: 'issued', cityReceiptNo: null, acknowledgedAt: null,
        title: 'title' in said ? said.title : '', revisionKind: 'revisionKind' in said ? said.revisionKind : '新規', revisionReason: 'revisionReason' in said ? said.revisionReason : '', supersededBy: null, submittedAt: null,
      }
      return { entries: [{ type: 'document-issued', data: { document, record: said } }, ...(also?.(document) ?? [])], stands: () => owned(kept, stored), answer: () => document }
    })
  } finally {
    await world.files.forget(kept)
  }
}
