import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Path } from '../../core/text.ts'
import { pathsGiven } from '../../main/paths-given.ts'

const shelf = mkdtempSync(join(tmpdir(), 'azukari-paths-'))
const home = join(shelf, 'home')
for (const folder of [join(home, 'vault/blobs'), join(shelf, 'desk'), join(shelf, 'home-of-another')]) mkdirSync(folder, { recursive: true })
symlinkSync(home, join(shelf, 'desk/way in'))
symlinkSync(shelf, join(shelf, 'desk/above'))
symlinkSync(join(shelf, 'desk'), join(home, 'way out'))
symlinkSync('/proc', join(shelf, 'desk/system'))
symlinkSync('round', join(shelf, 'desk/round'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))
const refuse = pathsGiven(home)

describe('the folder of the vault', () => {
  test.each([
    [home], [`${home}/`], [join(home, 'vault')], [join(home, 'vault/vault.db')], [join(home, 'not there/yet.pdf')],
    [join(shelf, 'desk/../home')], [join(shelf, 'desk/way in')], [join(shelf, 'desk/way in/vault/blobs')], [join(shelf, 'desk/way in/new.pdf')],
    [join(shelf, 'desk/above/home/vault/keyring.json')], [`${shelf}//home/./vault`], [join(home, 'way out/a.pdf')],
  ])('is neither read nor written into: %s', async (path) => {
    for (const input of [{ into: path }, { paths: ['/tmp', path] }, { any: { thing: [{ of: path }] } }, path]) await expect(refuse(input)).rejects.toThrow('inside-the-vault')
  })

  test('that is reached by a link is the same folder', async () => {
    await expect(pathsGiven(join(shelf, 'desk/way in'))({ into: join(home, 'vault') })).rejects.toThrow('inside-the-vault')
  })

  test.each([
    [join(shelf, 'desk')], [join(shelf, 'home-of-another')], [join(shelf, 'desk/above/desk/a.pdf')], [join(shelf, 'desk/round')], [shelf], ['relative/home'], ['a remark'], ['/a\0b'],
  ])('is not meant by %j', async (text) => {
    await refuse({ into: text })
  })
})

test('what is mounted a second time is the same folder', async ({ skip }) => {
  const again = join(shelf, 'mounted again')
  mkdirSync(again)
  if (spawnSync('mount', ['--bind', home, again]).status !== 0) skip('nobody here may mount')
  try {
    for (const path of [again, join(again, 'vault/vault.db'), join(again, 'not there/yet.pdf')]) await expect(refuse({ into: path })).rejects.toThrow('inside-the-vault')
  } finally {
    spawnSync('umount', [again])
  }
})

test.runIf(process.platform === 'linux').each(['/proc/self/mem', '/proc/kmsg', '/sys/power/state', '/proc', 'desk/system/self/pagemap'])('what the system shows of itself is no file: %s', async (path) => {
  await expect(refuse({ paths: [path.startsWith('/') ? path : join(shelf, path)] })).rejects.toThrow('file-unreadable')
})

test.each(['a.pdf', '../a.pdf', './a', '', 'C:a.pdf', 'C:', '\\a.pdf', '\\\\.\\PhysicalDrive0', '\\\\?\\C:\\a.pdf', '//./PhysicalDrive0', '//?/C:/a', '/\\.\\C:', '\\\\', 'file:///etc/passwd', '~/a', '/a\0.pdf'])('%j is no path that anybody chose', (path) => {
  expect(Path.safeParse(path).success).toBe(false)
})

test.each(['/', '/a/../b.pdf', 'C:\\a.pdf', 'd:/a.pdf', '\\\\server\\share\\a.pdf', '//server/share', '/名簿/𠮷.csv'])('%j is a path', (path) => {
  expect(Path.safeParse(path).success).toBe(true)
})
