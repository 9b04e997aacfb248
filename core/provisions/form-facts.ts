import type { FormSource } from '../forms/form.ts'
import { isoJst } from '../time.ts'

/** F-24 第三者提供承諾記録 (Art. 13): one provision that the city consented to. */
export const provisionForm: FormSource = {
  form: 'F-24',
  enteredAt: '/provisions',
  subjects: (reading, contractId) => reading.list('provision', contractId).filter(({ consent }) => consent !== null).sort((a, b) => a.appliedAt - b.appliedAt).map(({ id, no, organisation }) => ({ id, label: `${no}　${organisation}` })),
  facts: (reading, { subjectId }) => {
    const p = subjectId === null ? undefined : reading.get('provision', subjectId)
    if (!p) return { fields: {}, tables: {} }
    const { provided, consent } = p
    const way = provided ? `${provided.means}${provided.sentBy ? `（${provided.sentBy.no}）` : ''}` : ''
    return {
      fields: {
        recipient: `${p.organisation}　${p.recipient}`.trim(), purpose: p.purpose, information: p.information, count: String(p.count), method: way, consentNo: consent?.exception.cityRef ?? '', consentedOn: consent?.on ?? '',
        providedAt: provided ? isoJst(provided.at) : '', providedBy: provided ? (reading.get('person', provided.by)?.name ?? provided.by) : '',
      },
      tables: {}, subjects: [p.id],
    }
  },
}
