/** The text in a file, whether UTF-8 or Shift_JIS; null where it is no text (a PDF, a picture). */
export function textIn(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // eslint-disable-next-line no-control-regex
      if (!/[\u0000-\u0008\u000e-\u001f]/u.test(text)) return text
    } catch {
      // Not in this encoding.
    }
  }
  return null
}
