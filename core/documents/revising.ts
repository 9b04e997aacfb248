import * as z from 'zod'
import type { ArticleRef } from '../articles.ts'
import { contractNamed } from '../contracts/use.ts'
import { composeLetter, refuseMissing } from '../forms/use.ts'
import { sources } from '../forms/sources.ts'
import { templateOf } from '../forms/templates.ts'
import type { Reading } from '../ledger/shelf.ts'
import { look } from '../ledger/record.ts'
import { recomposeReceipt } from '../receipts/use.ts'
import { refusal } from '../refusal.ts'
import { Name } from '../text.ts'
import { isoJst } from '../time.ts'
import type { World } from '../world.ts'
import { recomposeCertificate, recomposeNotice } from '../wipes/certifying.ts'
import type { IssuedDocument } from './document.ts'
import { type FormLetter, LetterForm } from './form-letter.ts'
import { issueDocument } from './issuing.ts'
import { objectionsToCancelling } from './relied-on.ts'
import { DocumentRecord } from './records.ts'
import { refuseIfAny } from '../refusal.ts'

export const ReviseDocument = z.object({ id: z.string().min(1).max(64), reason: Name })
export type ReviseDocument = z.infer<typeof ReviseDocument>

/**
 * 訂正 (R-37): what was issued stays as it is; the same number comes out once more as the next revision, from what the office knows
 * today, with the reason. Refuses what has a newer revision already, and a correction that would say nothing else.
 */
export async function correctDocument(world: World, { id, reason }: ReviseDocument): Promise<IssuedDocument> {
  const before = await look(world, (reading) => revisable(reading, id))
  const said = await recordOf(world, before)
  return issueDocument(world, articleOf(before), async (reading) => {
    const document = revisable(reading, id)
    const next = { revision: document.revision + 1, revisionKind: '訂正' as const, revisionReason: reason }
    const record = DocumentRecord.parse({ ...await composeAgain(world, reading, document, said, reason), ...next })
    if (saysTheSame(said, record)) throw refusal('document-unchanged', articleOf(document), 'R-37', { docNo: document.docNo })
    return { record, contractId: document.contractId, subjects: subjectsOf(document) }
  })
}

/**
 * 取消 (R-37): a last revision that takes back what all before it said, word for word. Refuses what the work has gone on from:
 * a receipt whose information was used, a notice that was erased upon.
 */
export async function cancelDocument(world: World, { id, reason }: ReviseDocument): Promise<IssuedDocument> {
  const before = await look(world, (reading) => revisable(reading, id))
  const said = await recordOf(world, before)
  return issueDocument(world, articleOf(before), async (reading) => {
    const document = revisable(reading, id)
    refuseIfAny(objectionsToCancelling(reading, document))
    const record = DocumentRecord.parse({
      ...said, revision: document.revision + 1, revisionKind: '取消', revisionReason: reason, issuedAt: isoJst(world.now()),
      ...(said.form !== 'F-25' && 'statement' in said && { statement: `先に提出した下記の「${said.title}」（文書番号　${said.docNo}）を取り消します。` }),
    })
    return { record, contractId: document.contractId, subjects: subjectsOf(document) }
  })
}

/** A document that may have another revision: the newest of its number, and neither an answer nor a key. */
function revisable(reading: Reading, id: string): IssuedDocument {
  const document = reading.get('issued', id)
  if (!document) throw refusal('nothing-found', null, null, { what: 'document', id })
  if (document.form.startsWith('C-') || document.form === 'K-01') throw refusal('document-not-corrected', null, 'R-37', { docNo: document.docNo })
  const { supersededBy, docNo } = document
  if (supersededBy) throw refusal('document-superseded', articleOf(document), 'R-37', { docNo, revision: supersededBy.revision, kind: supersededBy.kind })
  if (document.revisionKind === '取消') throw refusal('document-superseded', articleOf(document), 'R-37', { docNo, revision: document.revision, kind: '取消' })
  return document
}

async function composeAgain(world: World, reading: Reading, document: IssuedDocument, said: DocumentRecord, reason: string): Promise<DocumentRecord> {
  switch (said.form) {
    case 'F-25': return recomposeReceipt(world, reading, document)
    case 'F-28': return recomposeNotice(world, reading, document)
    case 'F-30': case 'F-31': return recomposeCertificate(world, reading, document, said)
    case 'C-01': case 'C-02': case 'K-01': throw refusal('document-not-corrected', null, 'R-37', { docNo: document.docNo })
    default: return letterAgain(world, reading, document, said, reason)
  }
}

async function letterAgain(world: World, reading: Reading, { contractId, docNo, subjectId, revision }: IssuedDocument, { form, changesDocNo }: FormLetter, reason: string): Promise<FormLetter> {
  const { record, missing } = await composeLetter(world, reading, {
    contract: contractNamed(reading, contractId), form, subjectId: sources.get(form)?.subjects ? subjectId : null, docNo,
    edition: { revision: revision + 1, revisionKind: '訂正', reason, changesDocNo },
  })
  refuseMissing(form, missing)
  return record
}

/** What a document says, out of the body that machines read. */
async function recordOf(world: World, { bodies }: IssuedDocument): Promise<DocumentRecord> {
  const body = bodies.find(({ type }) => type === 'application/json')
  if (!body) throw new Error('an issued document without its record')
  return DocumentRecord.parse(JSON.parse(new TextDecoder().decode(await world.files.fetch(body.blob))))
}

/** Edition, moment and witness are always others. */
const EDITION = new Set(['revision', 'revisionKind', 'revisionReason', 'issuedAt', 'witness'])

function saysTheSame(before: DocumentRecord, after: DocumentRecord): boolean {
  const content = (record: DocumentRecord): string => inOrder(Object.fromEntries(Object.entries(record).filter(([key]) => !EDITION.has(key))))
  return content(before) === content(after)
}

/** JSON with its keys in one order. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${JSON.stringify(key)}:${inOrder(one)}`).join(',')}}`
}

function articleOf({ form }: IssuedDocument): ArticleRef {
  const letter = LetterForm.safeParse(form)
  if (letter.success) return templateOf(letter.data).article
  return form === 'F-25' ? '14' : form === 'F-28' ? '15②' : '15⑤'
}

const subjectsOf = ({ subjects, subjectId }: IssuedDocument): [string, ...string[]] => (subjects.length > 0 ? [...subjects] : [subjectId]) as [string, ...string[]]
