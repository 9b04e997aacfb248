/** The number or name by which a clerk knows what an entry is about, wherever in the entry it stands. */
export function subjectOf(data: unknown, personName: (id: string) => string): string | null {
  if (typeof data !== 'object' || data === null) return null
  const said = data as Record<string, unknown>
  for (const key of ['docNo', 'no', 'contractNo', 'purpose', 'name', 'subject', 'serial', 'file', 'loginId']) {
    const value = said[key]
    if (typeof value === 'string' && value !== '') return value
  }
  for (const key of ['personId', 'checkedBy', 'by']) {
    const value = said[key]
    if (typeof value === 'string') return personName(value)
  }
  const { personIds } = said
  if (Array.isArray(personIds)) return personIds.map((id) => personName(String(id))).join('、')
  for (const key of ['document', 'package', 'mailing', 'mail', 'handover', 'medium', 'contract', 'person', 'recipient', 'organisation', 'key']) {
    const inner = subjectOf(said[key], personName)
    if (inner !== null) return inner
  }
  return null
}
