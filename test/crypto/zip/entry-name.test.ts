import { expect, test } from 'vitest'
import { collisionKey, decodeName, objectionsToName } from '../../../crypto/zip/entry-name.ts'

test.each([
  'receipt.pdf', '住民票/令和8年度.csv', 'sub/ネスト_①.txt', '.hidden', 'a.b.c', 'COM', 'company.txt', 'console.log', 'nullable', 'folder/', '表/ソ.txt', '𠮷野家.txt', 'a'.repeat(255),
])('%s may be packed', (name) => {
  expect(objectionsToName(name)).toEqual([])
})

test.each([
  ['../evil', 'climbs-out'], ['a/../../evil', 'climbs-out'], ['..', 'climbs-out'], ['./a', 'climbs-out'], ['/etc/passwd', 'absolute'], ['a//b', 'empty'], ['', 'empty'], ['/', 'empty'],
  ['..\\evil', 'backslash'], ['\\\\server\\share', 'backslash'], ['C:\\a', 'drive-or-stream'], ['C:a', 'drive-or-stream'], ['a:stream', 'drive-or-stream'],
  ['a\0b', 'control-character'], ['a\nb', 'control-character'], ['a\u007f', 'control-character'], ['a\u0085', 'control-character'],
  ['rlo\u202etxt.exe', 'direction-override'], ['a\u200bb', 'direction-override'], ['\ud800', 'not-unicode'], ['a\ufffd', 'not-unicode'],
  ['CON', 'reserved-by-windows'], ['aux.txt', 'reserved-by-windows'], ['sub/nul', 'reserved-by-windows'], ['COM1.tar.gz', 'reserved-by-windows'], ['COM¹.txt', 'reserved-by-windows'],
  ['lpt9', 'reserved-by-windows'], ['conout$', 'reserved-by-windows'], ['con .txt', 'reserved-by-windows'],
  ['trailing.', 'ends-in-dot-or-space'], ['trailing ', 'ends-in-dot-or-space'], ['dir./a', 'ends-in-dot-or-space'], ['what?', 'forbidden-by-windows'], ['a|b', 'forbidden-by-windows'],
  ['a'.repeat(256), 'too-long'],
] as const)('%j is objected to: %s', (name, objection) => {
  expect(objectionsToName(name)).toContain(objection)
})

test('names that one disk could not hold side by side collide', () => {
  expect(collisionKey('DUP.TXT')).toBe(collisionKey('dup.txt'))
  expect(collisionKey('か\u3099.txt')).toBe(collisionKey('が.txt'))
  expect(collisionKey('ﬀ')).toBe(collisionKey('FF'))
  expect(collisionKey('か')).not.toBe(collisionKey('が'))
})

test('a name without the UTF-8 mark is read as UTF-8, then as Shift_JIS whose second byte may be a backslash, then as CP437', () => {
  expect(decodeName(Buffer.from('日本語'), false)).toBe('日本語')
  expect(decodeName(Buffer.from([0x95, 0x5c, 0x83, 0x5c]), false)).toBe('表ソ')
  expect(decodeName(Buffer.from([0x81]), false)).toBe('ü')
})
