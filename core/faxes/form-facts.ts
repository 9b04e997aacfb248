import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import { isoJst } from '../time.ts'
import { warekiTime } from '../words/dates.ts'

/** F-17 FAX例外送信記録 (Art. 11(6)): one fax that went on the city's instruction. */
export const faxForm: FormSource = {
  form: 'F-17',
  enteredAt: '/faxes',
  subjects: (reading, contractId) => reading.list('fax', contractId).filter(({ sent }) => sent !== null).sort((a, b) => a.requestedAt - b.requestedAt).map(({ id, no, content }) => ({ id, label: `${no}　${content}` })),
  facts: (reading, { subjectId }) => {
    const f = subjectId === null ? undefined : reading.get('fax', subjectId)
    if (!f?.sent) return { fields: {}, tables: {} }
    const { sent, arrival } = f
    return {
      fields: {
        no: f.no, cityRef: f.exception.cityRef, reason: f.exception.reason, content: f.content, recipient: `${f.recipient.organisation}　${f.recipient.department}　${f.recipient.name}`, faxNo: f.faxNo,
        firstChecker: nameOf(reading, f.requestedBy), secondChecker: nameOf(reading, f.exception.secondPerson), pages: String(sent.pages), sentBy: nameOf(reading, sent.by), testPage: `${warekiTime(sent.testPageAt)}　${sent.testSeenBy}`,
        announced: `${warekiTime(sent.calledAt)}　${sent.calledTo}`, sentAt: isoJst(sent.at), confirmedAt: arrival ? isoJst(arrival.at) : '', confirmedWith: arrival ? `${arrival.to}（${arrival.pages}枚）` : '',
      },
      tables: {}, subjects: [f.id],
    }
  },
}

const nameOf = (reading: Reading, id: string): string => reading.get('person', id)?.name ?? id
