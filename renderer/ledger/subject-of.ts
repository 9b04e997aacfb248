/** The number or name by which a clerk knows what an entry is about, wherever in the entry it stands. */
export function subjectOf(data: unknown, personName: (id: string) => string): string | null {
  if (typeof data !== 'object' || data === null) return null
  const said = data as Record<string, unknown>
  for (const key of ['docNo', 'no', 'contractNo', 'purpose', 'name', 'subject', 'serial', 'file', 'loginId']) {
    const value = said[key]
    if (typeof value === 'string' && value !== '') return value
  }
  if (typeof said['personId'] === 'string') return personName(said['personId'])
  const { personIds } = said
  if (Array.isArray(personIds)) return personIds.map((id) => personName(String(id))).join('、')
  for (const key of ['document', 'package', 'carryOut', 'mailing', 'mail', 'handover', 'medium', 'contract', 'person', 'recipient', 'organisation', 'key']) {
    const inner = subjectOf(said[key], personName)
    if (inner !== null) return inner
  }
  return null
}

/** What the things are called that some entries brought in, by their ids: later entries often name no more than the id. */
export function namesIn(entries: readonly { data: unknown }[], personName: (id: string) => string): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const { data } of entries) {
    if (typeof data !== 'object' || data === null) continue
    for (const inner of [data, ...Object.values(data as Record<string, unknown>)]) {
      if (typeof inner !== 'object' || inner === null || !('id' in inner) || typeof inner.id !== 'string') continue
      const name = subjectOf(inner, personName)
      if (name !== null) named.set(inner.id, name)
    }
  }
  return named
}

/** The name of the thing whose id an entry gives. */
export function subjectById(data: unknown, named: ReadonlyMap<string, string>): string | null {
  if (typeof data !== 'object' || data === null) return null
  for (const [key, value] of Object.entries(data as Record<string, unknown>)) {
    if ((key === 'id' || key.endsWith('Id')) && typeof value === 'string' && named.has(value)) return named.get(value) ?? null
  }
  return null
}
