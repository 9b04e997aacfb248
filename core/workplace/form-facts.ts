import type { FormSource } from '../forms/form.ts'

/** F-36 緊急時対応計画 (Art. 18②): who is called, and what is done first. */
export const emergencyPlanForm: FormSource = {
  form: 'F-36',
  enteredAt: '/contracts',
  facts: (reading, { contract }) => {
    const plan = reading.get('emergency-plan', contract.id)
    if (!plan) return { fields: {}, tables: {} }
    const { version, effectiveOn, contacts, procedures, drills } = plan
    return {
      fields: { version, appliedOn: effectiveOn, ...procedures },
      tables: {
        contacts: contacts.map(({ organisation, name, telDay, telNight }, i) => ({ order: String(i + 1), name: `${organisation}　${name}`, weekday: telDay, night: telNight, role: '' })),
        drills: drills.map(({ on, content, result }) => ({ heldOn: on, content, result })),
      },
    }
  },
}
