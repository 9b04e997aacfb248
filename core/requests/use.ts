import { activeContract, contractNamed } from '../contracts/use.ts'
import type { IssuedDocument } from '../documents/document.ts'
import { saveKept } from '../documents/save.ts'
import { templateOf, templates } from '../forms/templates.ts'
import type { ArticleRef } from '../articles.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { dayOf, MINUTE } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import type { World } from '../world.ts'
import type { AnswerRequest, CityRequest, Filing, ReceiveRequest, RequestId } from './request.ts'

/** 求めあり (Art. 5①③, 6①, 16②): what the city asked to be handed in, when, and by when. Refuses a day before the request, and a request from the future. */
export function receiveRequest(world: World, order: ReceiveRequest): Promise<CityRequest> {
  const id = world.newId() as RequestId
  const article = articleOf(order.form)
  // Two offices' clocks are never quite the same.
  if (order.requestedAt > world.now() + 10 * MINUTE) throw refusal('request-in-the-future', article, null, { at: warekiTime(order.requestedAt) })
  if (order.dueOn !== null && order.dueOn < dayOf(order.requestedAt)) throw refusal('request-dates-reversed', article, null, { dueOn: order.dueOn, requestedOn: dayOf(order.requestedAt) })
  return record(world, (reading) => {
    const contract = activeContract(reading, order.contractId)
    const request: CityRequest = { ...order, contractId: contract.id, id, submitted: null, accepted: null, withdrawn: null }
    return { entries: [{ type: 'request-received', data: { request } }], answer: (after) => requestNamed(after, id) }
  })
}

/**
 * 提出: hands in an issued document for a request. Its files are written into the folder first, and only then it is written down as
 * handed in, at the ledger's own time, by which 事前 is judged. Refuses another form, another contract, and an edition that is not the newest.
 */
export async function answerRequest(world: World, { requestId, documentId, into }: AnswerRequest): Promise<{ request: CityRequest; paths: string[] }> {
  const { document } = await look(world, (reading) => answerable(reading, requestId, documentId))
  const { paths } = await saveKept(world, document.bodies, into)
  return record(world, (reading) => {
    const { request } = answerable(reading, requestId, documentId)
    const at = world.now()
    return {
      entries: [
        { type: 'document-saved', data: { id: documentId, to: into } }, { type: 'document-submitted', data: { id: documentId, at } },
        { type: 'request-answered', data: { requestId: request.id, docNo: document.docNo, at } },
      ],
      answer: (after) => ({ request: requestNamed(after, requestId), paths }),
    }
  })
}

/** 受理: the city took it, under its own number. */
export const acceptRequest = (world: World, { requestId, cityRef }: { requestId: RequestId; cityRef: string }): Promise<CityRequest> => record(world, (reading) => {
  const request = requestNamed(reading, requestId)
  refuseIfAny(settled(request, ['accepted', 'withdrawn']))
  if (!request.submitted) throw refusal('request-not-answered', articleOf(request.form), null, { form: request.form })
  return { entries: [{ type: 'request-accepted', data: { requestId, cityRef, at: world.now() } }], answer: (after) => requestNamed(after, requestId) }
})

/** 取下げ: the city called it back, or it was entered by mistake. What was handed in stays handed in. */
export const withdrawRequest = (world: World, { requestId, reason }: { requestId: RequestId; reason: string }): Promise<CityRequest> => record(world, (reading) => {
  refuseIfAny(settled(requestNamed(reading, requestId), ['answered', 'accepted', 'withdrawn']))
  return { entries: [{ type: 'request-withdrawn', data: { requestId, reason, at: world.now() } }], answer: (after) => requestNamed(after, requestId) }
})

/** Newest first. */
export const listRequests = (world: World, contractId: string): Promise<CityRequest[]> =>
  look(world, (reading) => reading.list('request', contractNamed(reading, contractId).id).sort((a, b) => b.requestedAt - a.requestedAt))

/** 提出 without a request: for what is handed in always (Art. 9②, 16①, 18②). Once; a revision is handed in for itself. */
export async function submitDocument(world: World, { id, into }: { id: string; into: string }): Promise<{ document: IssuedDocument; paths: string[] }> {
  const document = await look(world, (reading) => submittable(reading, id))
  const { paths } = await saveKept(world, document.bodies, into)
  return record(world, (reading) => {
    submittable(reading, id)
    const again = document.submittedAt !== null
    return {
      entries: [{ type: 'document-saved', data: { id, to: into } }, ...(again ? [] : [{ type: 'document-submitted' as const, data: { id, at: world.now() } }])],
      answer: (after) => ({ document: after.get('issued', id) ?? document, paths }),
    }
  })
}

function answerable(reading: Reading, requestId: string, documentId: string): { request: CityRequest; document: IssuedDocument } {
  const request = requestNamed(reading, requestId)
  refuseIfAny(settled(request, ['answered', 'accepted', 'withdrawn']))
  const document = submittable(reading, documentId)
  if (document.form !== request.form || document.contractId !== request.contractId) {
    throw refusal('document-answers-other', articleOf(request.form), null, { docNo: document.docNo, form: document.form, asked: request.form })
  }
  return { request, document }
}

function submittable(reading: Reading, id: string): IssuedDocument {
  const document = reading.get('issued', id)
  if (!document) throw refusal('nothing-found', null, null, { what: 'document', id })
  if (document.supersededBy) throw refusal('document-superseded', null, 'R-37', { docNo: document.docNo, revision: document.supersededBy.revision, kind: document.supersededBy.kind })
  return document
}

function settled({ form, submitted, accepted, withdrawn }: CityRequest, when: readonly ('answered' | 'accepted' | 'withdrawn')[]): Objection[] {
  const state = withdrawn ? 'withdrawn' : accepted ? 'accepted' : submitted ? 'answered' : null
  return state !== null && when.includes(state) ? [{ code: 'request-settled', article: articleOf(form), rule: null, facts: { form, state } }] : []
}

export function requestNamed(reading: Reading, id: string): CityRequest {
  const request = reading.get('request', id)
  if (!request) throw refusal('nothing-found', null, null, { what: 'request', id })
  return request
}

/** The article that a filing rests on; F-33 is asked for by the sixteenth. */
const articleOf = (form: Filing): ArticleRef => (templates.has(form) ? templateOf(form).article : form === 'F-33' ? '16②' : '11')
