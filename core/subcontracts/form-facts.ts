import type { FormSource } from '../forms/form.ts'
import type { Subcontract } from './subcontract.ts'

/** F-09 再委託承認申請書 (Art. 9②): one application; the template needs all six facts. */
export const subcontractForm: FormSource = {
  form: 'F-09',
  enteredAt: '/subcontracts',
  subjects: (reading, contractId) => reading.list('subcontract', contractId).filter(({ state }) => state !== 'withdrawn').sort((a, b) => a.draftedAt - b.draftedAt).map(({ id, no, company }) => ({ id, label: `${no}　${company}` })),
  facts: (reading, { contract, subjectId }) => {
    const s = subjectId === null ? undefined : reading.get('subcontract', subjectId)
    if (!s) return { fields: {}, tables: {} }
    const parent = s.parentId === null ? undefined : reading.get('subcontract', s.parentId)
    return {
      fields: {
        name: s.company, address: s.address, representative: s.representative, contact: s.contact, certification: s.certifications, reason: s.reason, tasks: s.tasks, from: s.periodFrom ?? contract.periodFrom, to: s.periodTo ?? contract.periodTo,
        information: s.information, safety: s.safety, supervision: s.supervision, further: parent ? `再々委託（${parent.no}　${parent.company}）` : 'なし',
        approvalNo: s.decision?.cityRef ?? '', approvedOn: s.decision?.on ?? '', conditions: s.decision ? conditionsOf(s) : '',
      },
      tables: {}, subjects: [s.id],
    }
  },
}

/** F-10 再委託先管理・監督状況報告書 (Art. 9⑤): one look at one subcontractor. */
export const inspectionForm: FormSource = {
  form: 'F-10',
  enteredAt: '/subcontracts',
  subjects: (reading, contractId) => reading.list('subcontract', contractId).flatMap(({ id, company, inspections }) => inspections.map(({ no, on }) => ({ id: `${id}:${no}`, label: `${company}　第${no}回（${on}）` }))),
  facts: (reading, { subjectId }) => {
    const [id = '', no = ''] = subjectId?.split(':') ?? []
    const s = reading.get('subcontract', id)
    const inspection = s?.inspections.find((one) => String(one.no) === no)
    if (!s || !inspection) return { fields: {}, tables: {} }
    return {
      fields: { name: s.company, approvalNo: s.decision?.cityRef ?? '', checkedBy: inspection.inspector, checkedOn: inspection.on, nextOn: inspection.nextOn, method: inspection.method },
      tables: { items: inspection.items.map(({ item, result, remark }, i) => ({ no: String(i + 1), item, result, finding: remark, correction: result === '要是正' ? inspection.corrective : '', correctedOn: '' })) },
      subjects: [s.id],
    }
  },
}

const conditionsOf = ({ decision }: Subcontract): string => decision?.conditions.map(({ kind, text }) => (kind === 'その他' ? text : text === '' ? kind : `${kind}（${text}）`)).join('、') ?? ''
