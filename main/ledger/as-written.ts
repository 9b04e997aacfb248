import { canonicalBytes } from '../../crypto/canonical-json.ts'

/**
 * Whether these bytes are the one way of writing their value (RFC 8785), given the value that they were read as. Quick for what
 * anybody would write: a text whose keys stand in order and that JSON writes again as it was needs no second look. All else is
 * looked at by `canonicalBytes`.
 */
export function isCanonical(bytes: Uint8Array, text: string, value: unknown): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(text) && isOrdered(value, 0) && JSON.stringify(value) === text) return true
  try {
    return Buffer.compare(canonicalBytes(value), bytes) === 0
  } catch {
    return false
  }
}

function isOrdered(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth > 32) return false
  if (Array.isArray(value)) return value.every((one) => isOrdered(one, depth + 1))
  let before = ''
  for (const key in value) {
    // Code unit by code unit, as RFC 8785 §3.2.3 sorts. An empty key comes first or not at all.
    if (key === '__proto__' || (before !== '' && key <= before)) return false
    if (!isOrdered((value as Record<string, unknown>)[key], depth + 1)) return false
    before = key
  }
  return true
}
