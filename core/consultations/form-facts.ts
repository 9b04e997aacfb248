import type { FormSource } from '../forms/form.ts'
import { isoJst } from '../time.ts'

/** F-38 協議記録 (Art. 22): one consultation; both parties sign the paper. */
export const consultationForm: FormSource = {
  form: 'F-38',
  enteredAt: '/consultations',
  subjects: (reading, contractId) => reading.list('consultation', contractId).sort((a, b) => a.at - b.at).map(({ id, no, topic }) => ({ id, label: `${no}　${topic.split('\n')[0] ?? ''}` })),
  facts: (reading, { subjectId }) => {
    const c = subjectId === null ? undefined : reading.get('consultation', subjectId)
    if (!c) return { fields: {}, tables: {} }
    const { at, place, topic, cityAttendees, contractorAttendees, conclusion, agreed } = c
    return { fields: { at: isoJst(at), place, topic, cityAttendees, contractorAttendees, conclusion: agreed?.conclusion ?? conclusion }, tables: {}, subjects: [c.id] }
  },
}
