import { describe, expect, test } from 'vitest'
import { parseWindows } from '../../../main/drives/windows/parse-windows.ts'
import { DRIVES_SCRIPT, powershell } from '../../../main/drives/windows/script.ts'
import { drive, read, summary } from './recorded.ts'

const D = (n: number) => `\\\\.\\PhysicalDrive${n}`
const windows = (name: string) => read('windows', `${name}.json`)
const HOME = 'C:\\Users\\hanako\\AppData\\Roaming\\Azukari'

describe('a Windows office', () => {
  const found = parseWindows(windows('office'), [HOME])

  test('every drive has its role, and every reason against it', () => {
    expect(summary(found?.drives)).toEqual({
      [D(0)]: 'system nvme SSD system swap vault mounted',
      [D(1)]: 'removable usb flash mounted',
      [D(2)]: 'removable usb HDD mounted',
      [D(3)]: 'internal sata HDD mounted',
      [D(4)]: 'removable usb flash no-size no-serial unknown',
    })
  })

  test('a stick says what it is, and what lies on it', () => {
    expect(drive(found?.drives, D(1))).toMatchObject({
      maker: 'Kakuda', model: 'Paper Stick', serial: 'FICUSB0000A17', bytes: 32_010_928_128, insertion: '2026-11-23T01:02:03.4567890Z', removable: true,
      volumes: [{ mountPoints: ['E:\\'], fileSystem: 'exFAT', label: '納品用', freeBytes: 31_000_000_000 }],
    })
  })

  test('an NVMe drive answers with the number of its label, and not with the name that Windows gives its namespace', () => {
    expect(drive(found?.drives, D(0))).toMatchObject({ serial: 'FICNVME00042', wwn: 'eui.0025380000000042' })
    const without = windows('office').replace('"FICNVME00042        "', 'null')
    expect(drive(parseWindows(without, [])?.drives, D(0)).serial).toBeNull()
  })

  test('a locked BitLocker drive is mounted, and nobody knows with what', () => {
    expect(drive(found?.drives, D(2)).volumes).toMatchObject([{ mountPoints: ['F:\\'], label: null }])
  })

  test('a path lies on the drive whose mount point is deepest above it, whatever its case; a share on none', () => {
    expect(found?.holding('e:/x')?.path).toBe(D(1))
    expect(found?.holding('C:\\保管\\a')?.path).toBe(D(3))
    expect(found?.holding('C:\\保管庫')?.path).toBe(D(0))
    expect(found?.holding('\\\\files\\share\\a')).toBeNull()
    expect(found?.holding('\\\\?\\UNC\\files\\share')).toBeNull()
    expect(found?.holding('\\\\?\\E:\\long')?.path).toBe(D(1))
    expect(found?.holding('Z:\\on the network')).toBeNull()
  })

  test('where the kept files cannot be found on any drive, no drive is certain', () => {
    const lost = parseWindows(windows('office'), ['G:\\vault'])
    expect(lost?.drives.map(({ role }) => role)).toEqual(['system', 'unknown', 'unknown', 'unknown', 'unknown'])
    expect(parseWindows(windows('office'), ['\\\\files\\vault'])?.drives[1]?.role).toBe('removable')
  })
})

test('dynamic disks, Storage Spaces, images and network drives are not certain; a card is, soldered memory is not', () => {
  expect(summary(parseWindows(windows('dynamic'), [HOME])?.drives)).toEqual({
    [D(0)]: 'system nvme SSD system swap vault mounted',
    [D(1)]: 'unknown sata HDD held unknown',
    [D(2)]: 'unknown sata unknown held unknown',
    [D(3)]: 'unknown unknown unknown mounted unknown',
    [D(4)]: 'unknown sata HDD held unknown',
    [D(5)]: 'unknown virtual unknown no-serial unknown',
    [D(6)]: 'unknown unknown unknown unknown',
    [D(7)]: 'removable mmc flash mounted',
    [D(8)]: 'unknown mmc flash unknown',
    [D(9)]: 'unknown unknown unknown unknown',
  })
})

test('the drive of the page file is the system\'s; what a code page broke is left out', () => {
  const drives = parseWindows(windows('mojibake'), [HOME])?.drives
  expect(summary(drives)).toEqual({
    [D(0)]: 'system nvme SSD system vault mounted',
    [D(1)]: 'removable usb flash mounted no-serial',
    [D(2)]: 'system sata SSD system swap mounted',
  })
  expect(drive(drives, D(1))).toMatchObject({ model: 'Stick', serial: null, maker: 'J N _' })
})

test.each(['single', 'wrapped'])('one disk is a list of one (%s)', (name) => {
  expect(parseWindows(windows(name), [HOME])?.drives.map(({ path, role }) => [path, role])).toEqual([[D(0), 'system']])
})

test('the Storage module\'s words mean what its numbers mean', () => {
  expect(summary(parseWindows(windows('in-words'), [HOME])?.drives)).toEqual({ [D(0)]: 'system nvme SSD system swap vault mounted', [D(1)]: 'removable usb flash' })
})

test('when the partitions are missing, or who boots, no drive is certain', () => {
  const said = JSON.parse(windows('office')) as Record<string, unknown>
  expect(parseWindows(JSON.stringify({ ...said, partitions: null }), [HOME])?.drives.map(({ role }) => role)).toEqual(['system', 'unknown', 'unknown', 'unknown', 'unknown'])
  expect(parseWindows(windows('office').replaceAll('"IsBoot":false', '"IsBoot":null'), [HOME])?.drives[1]?.role).toBe('unknown')
})

test.each([['nothing', ''], ['half', windows('office').slice(0, 900)], ['an error', 'Get-Disk : アクセスが拒否されました。'], ['no disks', '{"v":1,"disks":null}'], ['another version', '{"v":2,"disks":[{}]}']])('%s is no list of drives', (_, text) => {
  expect(parseWindows(text, [HOME])).toBeNull()
})

test('PowerShell is called by its full path, without profile, questions or shell, with the script as UTF-16', () => {
  const { tool, words } = powershell(DRIVES_SCRIPT, 'C:\\Windows')
  expect(tool).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
  expect(words.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand'])
  expect(Buffer.from(words.at(-1) ?? '', 'base64').toString('utf16le')).toBe(DRIVES_SCRIPT)
  // The whole command line may have 32,767 characters.
  expect(words.join(' ').length).toBeLessThan(30_000)
  // Nothing in it changes anything.
  expect(DRIVES_SCRIPT).not.toMatch(/\b(Set|Clear|Remove|Initialize|Format|New-Partition|Out-File|Dismount|Stop|Invoke)-?/i)
})
