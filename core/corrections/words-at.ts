/** The words at a field of a row (`city.addressee`); null where there are none. */
export function wordsAt(row: object, field: string): string | null {
  const value = field.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), row)
  return typeof value === 'string' ? value : null
}

/** The same row with other words there. */
export function withWords<T extends object>(row: T, field: string, words: string): T {
  const [first = '', ...rest] = field.split('.')
  if (rest.length === 0) return { ...row, [first]: words }
  return { ...row, [first]: withWords((row as Record<string, object>)[first] ?? {}, rest.join('.'), words) }
}
