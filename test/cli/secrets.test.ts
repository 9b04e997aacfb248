import { expect, test } from 'vitest'
import { Usage } from '../../cli/exit.ts'
import { withSecrets } from '../../cli/secrets.ts'

test('neither a password nor the code beside it stands on a command line, where everybody may list programs', () => {
  expect(() => withSecrets({ loginId: 'oba', password: 'x' }, true)).toThrow(Usage)
  expect(() => withSecrets({ second: { password: { $env: 'PATH' }, code: '123456' } }, true)).toThrow(Usage)
  expect(withSecrets({ password: 'x', code: '123456' }, false)).toEqual({ password: 'x', code: '123456' })
})

test('a code that stands on a paper is no secret, and points to no file', () => {
  expect(withSecrets({ code: 'AB12-CD34' }, true)).toEqual({ code: 'AB12-CD34' })
  expect(withSecrets({ code: { $file: '/etc/hostname' } }, true)).toEqual({ code: { $file: '/etc/hostname' } })
})
