import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import { dayOf, isoJst } from '../time.ts'
import { encryptionWords } from './words.ts'

/** F-11 持出許可申請書 (Art. 11(2)): one carry-out, as it was applied for and as far as it has been approved. */
export const carryOutForm: FormSource = {
  form: 'F-11',
  enteredAt: '/carry-outs',
  subjects: (reading, contractId) => reading.list('carry-out', contractId).sort((a, b) => a.appliedAt - b.appliedAt).map(({ id, no, content }) => ({ id, label: `${no}　${content}` })),
  facts: (reading, { subjectId }) => {
    const c = subjectId === null ? undefined : reading.get('carry-out', subjectId)
    if (!c) return { fields: {}, tables: {} }
    return {
      fields: {
        no: c.no, appliedOn: dayOf(c.appliedAt), applicant: nameOf(reading, c.appliedBy), carriers: c.persons.map((id) => nameOf(reading, id)).join('、'),
        information: `${c.content}${c.kind === 'document' ? `（紙、${c.quantity}点）` : ''}`, mediumNo: c.medium ?? '', serial: c.medium === null ? '' : (reading.get('medium', c.medium)?.serial ?? ''),
        importanceClass: `${c.importanceClass}${c.personalInfo ? '・個人情報' : ''}${c.myNumber ? '・特定個人情報' : ''}`, count: c.records === null ? '' : String(c.records), encryption: encryptionWords(c),
        purpose: c.purpose, destination: c.destination, route: c.route, from: isoJst(c.outFrom), until: isoJst(c.dueAt), eraseAfterUse: `${c.eraseAfterUse ? 'あり' : 'なし'}${c.eraseNote === '' ? '' : `（${c.eraseNote}）`}`,
        approvedBy: c.approval ? nameOf(reading, c.approval.by) : '', approvedAt: c.approval ? isoJst(c.approval.at) : '', cityApprovalNo: c.cityApproval?.ref ?? '', cityApprovedOn: c.cityApproval?.on ?? '',
      },
      tables: {}, subjects: [c.id, ...(c.medium === null ? [] : [c.medium])],
    }
  },
}

const nameOf = (reading: Reading, id: string): string => reading.get('person', id)?.name ?? id
