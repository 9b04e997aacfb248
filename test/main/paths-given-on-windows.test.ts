import { win32 } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathsGiven, type Places } from '../../main/paths-given.ts'
import { plainWindowsPath } from '../../main/windows-paths.ts'

const home = 'C:\\Users\\花子\\AppData\\Roaming\\Azukari'

/** A Windows of paper: what GetFinalPathNameByHandle and a file's number would say. */
const windows = (known: { ends?: Record<string, string>; numbers?: Record<string, string> } = {}): Places => ({
  platform: 'win32', path: win32,
  realpath: async (path) => known.ends?.[path] ?? Promise.reject(new Error('ENOENT')),
  identity: async (path) => known.numbers?.[path] ?? null,
})
const refused = async (path: string, places = windows()): Promise<string> => pathsGiven(home, places)({ into: path }).then(() => 'taken', (error: unknown) => (error as Error).message)

describe('the folder of the vault is known on Windows', () => {
  test.each([
    home, `${home}\\`, `${home}\\vault\\vault.db`, home.toUpperCase(), home.toLowerCase(), home.replaceAll('\\', '/'), `${home}\\..\\Azukari\\vault`,
    `${home}.`, `${home}. . .\\vault`, `${home} \\vault`, `${home}::$INDEX_ALLOCATION\\vault`, `C:\\Users:$I30:$INDEX_ALLOCATION\\花子\\AppData\\Roaming\\Azukari`,
    ...['localhost', '127.0.0.1', '127.9.9.9', '[::1]', '0--1.ipv6-literal.net', 'HANAKO-PC', 'hanako-pc.city.local', 'localhost@80'].map((host) => `\\\\${host}${home.replace('C:', '\\C$')}`),
    `\\\\localhost\\c$\\Users\\花子\\AppData\\Roaming\\azukari\\vault`, '//localhost/C$/Users/花子/AppData/Roaming/Azukari',
    `\\\\?\\${home}`, `\\\\.\\${home}\\vault`, `\\\\?\\UNC\\localhost${home.replace('C:', '\\C$')}`, `\\\\.\\unc\\127.0.0.1${home.replace('C:', '\\c$')}`, `\\??\\${home}`,
  ])('as %s', async (path) => {
    expect(await refused(path)).toContain('inside-the-vault')
  })

  test('by a short name, a drive that stands for a folder, and a junction, when the system follows them', async () => {
    const ends = { [home]: home, 'C:\\Users\\HANAKO~1\\AppData\\Roaming\\AZUKAR~1': home, 'Z:\\': win32.dirname(home), 'Z:\\Azukari': home, 'D:\\近道': `\\\\localhost${home.replace('C:', '\\C$')}` }
    for (const path of ['C:\\Users\\HANAKO~1\\AppData\\Roaming\\AZUKAR~1\\new.pdf', 'Z:\\Azukari', 'Z:\\azukari\\x', 'D:\\近道\\vault']) expect(await refused(path, windows({ ends }))).toContain('inside-the-vault')
  })

  test('behind a share of any name, by the number that the disk itself has for it', async () => {
    const numbers = { [home]: '7.42', '\\\\hanako-pc\\roaming\\Azukari': '7.42', '\\\\hanako-pc\\roaming\\': '7.41', '\\\\other\\roaming\\Azukari': '8.42' }
    expect(await refused('\\\\hanako-pc\\roaming\\Azukari\\vault\\x', windows({ numbers }))).toContain('inside-the-vault')
    expect(await refused('\\\\other\\roaming\\Azukari\\vault\\x', windows({ numbers }))).toBe('taken')
  })

  test.each([
    'C:\\Users\\花子\\AppData\\Roaming', 'C:\\Users\\花子\\AppData\\Roaming\\Azukari2', 'D:\\Users\\花子\\AppData\\Roaming\\Azukari', '\\\\fileserver\\税務課\\名簿.csv',
    '\\\\localhost\\D$\\Users\\花子\\AppData\\Roaming\\Azukari', `\\\\fileserver\\C${home.slice(2)}`, 'C:\\', '\\\\localhost\\C$', 'C:\\Users\\花子\\AppData\\Roaming\\..\\Azukari', '備考 C:\\Users', 'C:relative',
  ])('and is not meant by %s', async (path) => {
    expect(await refused(path)).toBe('taken')
  })
})

test('whatever is said twice to be plain is plain', () => {
  for (const path of [home, '\\\\localhost\\C$', '\\\\?\\c:\\a. \\b:c\\..\\d', '\\\\server\\share\\a.\\b', 'C:\\...\\x', '\\\\?\\UNC\\server\\share']) expect(plainWindowsPath(plainWindowsPath(path))).toBe(plainWindowsPath(path))
})
