import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { find } from '../../../main/files/find.ts'

let medium: string
beforeEach(() => { medium = mkdtempSync(join(tmpdir(), 'azukari-medium-')) })
afterEach(() => rmSync(medium, { recursive: true, force: true }))

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(medium, name, '..'), { recursive: true })
    writeFileSync(join(medium, name), name)
  }
}
const troublesIn = async (...paths: string[]) => (await find(paths)).troubles.map(({ path, what }) => `${path.slice(medium.length + 1)} ${what}`).toSorted()

test('files of a folder are named by their way from it, a file by itself, in order of name', async () => {
  put('R9/宛名/住民税.csv', 'R9/a.txt', 'lone.csv')

  const { found, troubles } = await find([join(medium, 'R9'), join(medium, 'lone.csv')])

  expect(troubles).toEqual([])
  expect(found.map(({ name }) => name)).toEqual(['a.txt', 'lone.csv', '宛名/住民税.csv'])
  expect(found[1]).toEqual({ path: join(medium, 'lone.csv'), name: 'lone.csv', size: 8, modifiedAt: expect.any(Number) as unknown })
})

test.each(['がくせい.csv'.normalize('NFD'), '福祉\ufa1b.csv', '葛\u{e0100}城市.csv', '👨\u{1f3fd}.txt'])('a name keeps the characters that the disk has: %j', async (name) => {
  put(name)

  expect((await find([medium])).found.map((one) => one.name)).toEqual([name])
})

test('a link is not followed but named, and so is everything that is not a file', async () => {
  put('R9/a.txt')
  symlinkSync('/etc/passwd', join(medium, 'R9/link.txt'))
  symlinkSync('..', join(medium, 'R9/loop'))
  spawnSync('mkfifo', [join(medium, 'R9/pipe')])
  const socket = createServer().listen(join(medium, 'R9/socket'))
  await new Promise((resolve) => socket.once('listening', resolve))

  expect(await troublesIn(join(medium, 'R9'))).toEqual(['R9/link.txt', 'R9/loop', 'R9/pipe', 'R9/socket'].map((name) => `${name} source-not-a-file`))
  expect((await find(['/dev/null'])).troubles).toEqual([{ path: '/dev/null', what: 'source-not-a-file' }])
  socket.close()
})

test.each([
  'CON.txt', 'lpt1.csv', 'ends.', 'ends ', 'tab\there.csv', 'new\nline', 'back\\slash', 'a:stream', 'exe\u202egpj.txt', 'what?.csv', 'zero\u200bwidth.csv',
])('a name that some system cannot hold is named: %j', async (name) => {
  put(name)

  expect(await troublesIn(medium)).toEqual([`${name} name-not-portable`])
})

test('a name that is no text is named', async () => {
  spawnSync('sh', ['-c', `printf x > "${medium}/$(printf '\\225\\134.csv')"`])

  expect((await find([medium])).troubles.map(({ what }) => what)).toEqual(['name-not-portable'])
})

test('names that meet on a Windows or macOS disk are named, and so are a file and a folder of one name', async () => {
  put('1/a.csv', '1/A.CSV', '2/が.csv'.normalize('NFC'), '2/が.csv'.normalize('NFD'), '3/x/y.txt')
  put('4/X')

  expect(await troublesIn(join(medium, '1'))).toEqual(['1/a.csv duplicate-name'])
  expect(await troublesIn(join(medium, '2'))).toHaveLength(1)
  expect(await troublesIn(join(medium, '3'), join(medium, '4'))).toEqual(['4/X duplicate-name'])
  expect(await troublesIn(join(medium, '1/a.csv'), join(medium, '1/a.csv'))).toEqual(['1/a.csv duplicate-name'])
})

test('what is not there and what holds nothing are named', async () => {
  mkdirSync(join(medium, 'empty/inside'), { recursive: true })

  expect(await troublesIn(join(medium, 'gone.csv'), join(medium, 'empty'))).toEqual(['empty source-empty-folder', 'gone.csv source-missing'])
})

test('paths longer than 260 characters are found; longer than the ledger or the system keeps, they are named', async () => {
  const deep = join('深'.repeat(60), '層'.repeat(60), '底'.repeat(60), 'い'.repeat(60), 'x'.repeat(100))
  put(join(deep, 'a.csv'))
  put(join(...Array.from({ length: 13 }, () => 'y'.repeat(80)), 'b.csv'))

  const { found, troubles } = await find([medium])

  expect(found.map(({ name }) => name)).toEqual([join(deep, 'a.csv')])
  expect(troubles.map(({ what }) => what)).toEqual(['path-too-long'])
  expect(await troublesIn(join(medium, 'z'.repeat(300)))).toEqual([`${'z'.repeat(300)} path-too-long`])
})

test.runIf(process.getuid?.() === 0)('a file that this user may not read is named', async () => {
  put('secret.csv')
  const script = `import { find } from ${JSON.stringify(new URL('../../../main/files/find.ts', import.meta.url).href)}
    process.setuid(65534); process.stdout.write(JSON.stringify((await find([process.argv[1]])).troubles))`
  spawnSync('chmod', ['600', join(medium, 'secret.csv')])
  spawnSync('chmod', ['755', medium])

  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, medium], { encoding: 'utf8' })

  expect(JSON.parse(stdout)).toEqual([{ path: join(medium, 'secret.csv'), what: 'source-unreadable' }])
})
