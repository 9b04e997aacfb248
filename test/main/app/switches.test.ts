import { expect, test } from 'vitest'
import { hazardAmong } from '../../../main/app/switches.ts'

test.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags', 'disable-web-security', 'load-extension', 'renderer-cmd-prefix', 'enable-logging', 'ignore-certificate-errors', 'disable-seccomp-filter-sandbox', 'zygote-cmd-prefix', 'wait-for-debugger'])('a released Azukari does not start with --%s', (name) => {
  expect(hazardAmong((asked) => asked === name, true)).toBe(name)
})

test('nobody but root, for whom there is no sandbox, starts it without one', () => {
  expect(hazardAmong((asked) => asked === 'no-sandbox', false)).toBe('no-sandbox')
  expect(hazardAmong((asked) => asked === 'no-sandbox', true)).toBeUndefined()
})

test('what belongs to an ordinary start is none', () => {
  expect(hazardAmong((asked) => ['home', 'user-data-dir', 'disable-gpu', 'lang'].includes(asked), false)).toBeUndefined()
})
