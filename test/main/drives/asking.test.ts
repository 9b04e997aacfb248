import { describe, expect, test } from 'vitest'
import { type Ask, askTools } from '../../../main/drives/ask.ts'
import { driveHolding, listDrives } from '../../../main/drives/drives.ts'
import { devNoOf } from '../../../main/drives/place.ts'
import { codesAgainst } from '../../refused.ts'
import { read } from './recorded.ts'

const silent: Ask = async () => null
const playing = (answers: (tool: string, words: readonly string[]) => string | null): Ask => async (tool, words) => answers(tool, words)

describe('asking a platform', () => {
  test('Windows is asked once, with everything in one script', async () => {
    const asked: string[] = []
    const ask = playing((tool) => { asked.push(tool); return read('windows', 'office.json') })
    expect((await listDrives({ keepOut: [] }, { ask, platform: 'win32' })).map(({ role }) => role)).toEqual(['system', 'removable', 'removable', 'internal', 'removable'])
    expect(asked).toEqual(['C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'])
    expect(await driveHolding('\\\\files\\share', { keepOut: [] }, { ask, platform: 'win32' })).toBeNull()
  })

  test('macOS is asked for its list, for each whole disk, for its registry, and where a path lies', async () => {
    const ask = playing((tool, words) => {
      if (tool.endsWith('diskutil')) return read('macos', 'apple-silicon', words[0] === 'list' ? 'list.plist' : `info-${words[2]}.plist`)
      if (tool.endsWith('ioreg')) return read('macos', 'apple-silicon', words.at(-1) === 'IOUSBHostDevice' ? 'usb.plist' : 'storage.plist')
      return tool === '/bin/df' ? 'Filesystem 512-blocks Used Available Capacity Mounted on\n/dev/disk3s5 1 1 1 1% /System/Volumes/Data\n' : null
    })
    const mac = { ask, platform: 'darwin' as const }
    expect((await listDrives({ keepOut: ['/'] }, mac)).map(({ path, hindrances }) => [path, hindrances.includes('vault')])).toEqual([
      ['/dev/disk0', true], ['/dev/disk4', false], ['/dev/disk5', false], ['/dev/disk7', false], ['/dev/disk8', false], ['/dev/disk9', false],
    ])
    expect((await driveHolding('/', { keepOut: [] }, mac))?.path).toBe('/dev/disk0')
  })

  test.each(['linux', 'win32', 'darwin', 'freebsd'] as const)('where %s says nothing, it is refused: no list is better than half of one', async (platform) => {
    expect(await codesAgainst(listDrives({ keepOut: [] }, { ask: silent, platform }))).toEqual(['drives-unreadable'])
    expect(await codesAgainst(listDrives({ keepOut: [] }, { ask: async () => '{"half":', platform }))).toEqual(['drives-unreadable'])
  })
})

describe.skipIf(process.platform === 'win32')('asking a tool', () => {
  const ask = askTools()

  test('it answers what it prints, whatever is in its words', async () => {
    expect(await ask('printf', ['%s|', '$(id)', '; rm -rf /', 'あ'])).toBe('$(id)|; rm -rf /|あ|')
  })

  test('one that is missing, fails or takes too long answers nothing', async () => {
    expect(await ask('no-such-tool-anywhere', [])).toBeNull()
    expect(await ask('false', [])).toBeNull()
    expect(await askTools(50)('sleep', ['3600'])).toBeNull()
    expect(await ask('head', ['-c', '40000000', '/dev/zero'])).toBeNull()
  })
})

test('device numbers are unpacked as Linux packs them', () => {
  // The numbers are those of another implementation (Python's os.makedev).
  expect([2049n, 66304n, 1050668n, 17592472306032n].map(devNoOf)).toEqual(['8:1', '259:0', '8:300', '4097:70000'])
})
