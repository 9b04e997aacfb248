import iconv from 'iconv-lite'

/**
 * The bytes another program may have made of the same password, the given ones first.
 * 7-Zip on Japanese Windows takes CP932, macOS may hand over NFD, most others take UTF-8 in NFC.
 */
export function passwordCandidates(password: Uint8Array): Uint8Array[] {
  if (password.every((byte) => byte < 0x80)) return [password]
  const text = Buffer.from(password).toString('utf8')
  if (!Buffer.from(text, 'utf8').equals(password)) return [password]
  const candidates = [password, Buffer.from(text.normalize('NFC'), 'utf8'), Buffer.from(text.normalize('NFD'), 'utf8'), ...inCp932(text.normalize('NFC'))]
  return candidates.filter((one, at) => candidates.findIndex((other) => Buffer.compare(one, other) === 0) === at)
}

/** Nothing where a letter is missing from CP932: a question mark in its place would be a different password. */
function inCp932(text: string): Uint8Array[] {
  const bytes = iconv.encode(text, 'cp932')
  return iconv.decode(bytes, 'cp932') === text ? [bytes] : []
}
