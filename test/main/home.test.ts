import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { fontPath } from '../../main/fonts.ts'
import { askedHome, homeFolder } from '../../main/home.ts'

test('the home that was asked for comes before the one of the environment, and that before the usual one', () => {
  const environment = { AZUKARI_HOME: '/srv/azukari', XDG_CONFIG_HOME: '/home/sato/.config', APPDATA: '/home/sato/.config' }
  expect(homeFolder('elsewhere', environment)).toBe(resolve('elsewhere'))
  expect(homeFolder(undefined, environment)).toBe(resolve('/srv/azukari'))
  if (process.platform !== 'darwin') expect(homeFolder('', { ...environment, AZUKARI_HOME: '' })).toBe(join(resolve('/home/sato/.config'), 'Azukari'))
})

test.each([
  [['azukari', '--home', '/srv/a'], '/srv/a'],
  [['azukari', '--home=/srv/a b'], '/srv/a b'],
  [['azukari', '--homely', '/srv/a'], undefined],
  [['azukari', '--home'], undefined],
])('of %j the home is %j', (argv, home) => {
  expect(askedHome(argv)).toBe(home)
})

test.each(['regular', 'bold'] as const)('the %s font of documents is there, and is TrueType', (weight) => {
  expect(readFileSync(fontPath(weight)).readUInt32BE(0)).toBe(0x00010000)
})
