import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type MacFacts, readDf } from '../../../main/drives/macos/facts.ts'
import { parseMac } from '../../../main/drives/macos/parse-macos.ts'
import { readPlist } from '../../../main/drives/macos/plist.ts'
import { drive, read, summary } from './recorded.ts'

function mac(machine: string): MacFacts {
  const files = readdirSync(join(import.meta.dirname, 'recorded', 'macos', machine)).filter((file) => file.startsWith('info-'))
  return {
    list: read('macos', machine, 'list.plist'), usb: read('macos', machine, 'usb.plist'), storage: read('macos', machine, 'storage.plist'),
    info: Object.fromEntries(files.map((file) => [file.slice('info-'.length, -'.plist'.length), read('macos', machine, file)])),
  }
}

describe('a Mac of today', () => {
  const found = parseMac(mac('apple-silicon'), ['/dev/disk3s5'])

  test('what is mounted from containers is laid on the disks that store them; containers are no drives', () => {
    expect(summary(found?.drives)).toEqual({
      '/dev/disk0': 'system nvme SSD system vault mounted',
      '/dev/disk4': 'removable usb flash mounted',
      '/dev/disk5': 'removable usb unknown mounted',
      '/dev/disk7': 'removable mmc flash read-only no-serial',
      '/dev/disk8': 'unknown virtual image mounted no-serial unknown',
      '/dev/disk9': 'unknown nvme SSD no-serial unknown',
    })
  })

  test('a stick says what it is; the drive\'s own number comes before its bridge\'s', () => {
    expect(drive(found?.drives, '/dev/disk4')).toMatchObject({
      maker: 'Kakuda', model: 'Paper Stick', serial: 'FICUSB0000A17', insertion: '4294971234', bytes: 32_010_928_128,
      volumes: [{ path: '/dev/disk4s1', mountPoints: ['/Volumes/納品用'], label: '納品用' }],
    })
    expect(drive(found?.drives, '/dev/disk5')).toMatchObject({ serial: 'FICHDD00C0C2', physicalSector: 4096, firmware: '0107' })
    expect(drive(found?.drives, '/dev/disk5').volumes.flatMap(({ mountPoints }) => mountPoints)).toEqual(['/Volumes/Time Machine'])
  })

  test('a path lies on the disk that stores its container; a share on none', () => {
    expect(found?.holding('/dev/disk3s1s1')?.path).toBe('/dev/disk0')
    expect(found?.holding('/dev/disk6s2')?.path).toBe('/dev/disk5')
    expect(found?.holding(null)).toBeNull()
  })

  test('without ioreg there are no numbers, and nothing is wiped', () => {
    const drives = parseMac({ ...mac('apple-silicon'), usb: '', storage: '' }, [])?.drives
    expect(drives?.every(({ serial, hindrances }) => serial === null && hindrances.includes('no-serial'))).toBe(true)
  })
})

test('both halves of a Fusion drive are the system; half a RAID is held; a disk that vanished is unknown', () => {
  expect(summary(parseMac(mac('intel-fusion'), [])?.drives)).toEqual({
    '/dev/disk0': 'system nvme SSD system mounted no-serial',
    '/dev/disk1': 'system sata HDD system mounted no-serial',
    '/dev/disk3': 'unknown usb unknown held no-serial unknown',
    '/dev/disk4': 'unknown unknown unknown read-only no-serial unknown',
  })
})

test('where / is not to be seen, or nobody can say where the vault lies, no disk is certain', () => {
  const facts = mac('apple-silicon')
  expect(parseMac(facts, [undefined])?.drives.filter(({ role }) => role === 'removable')).toEqual([])
  expect(parseMac(facts, [null])?.drives.filter(({ role }) => role === 'removable')).toHaveLength(3)
  const list = facts.list.replace('<string>/</string>', '<string>/elsewhere</string>')
  expect(parseMac({ ...facts, list }, [])?.drives.filter(({ role }) => role === 'removable')).toEqual([])
})

test('df names the device of a path, and nothing for a share', () => {
  const head = 'Filesystem   512-blocks  Used Available Capacity  Mounted on\n'
  expect(readDf(`${head}/dev/disk3s5  965595304 2  3  4%  /System/Volumes/Data\n`)).toBe('/dev/disk3s5')
  expect(readDf(`${head}//hanako@files/share  965595304 2  3  4%  /Volumes/share\n`)).toBeNull()
  expect(readDf('')).toBeNull()
})

test.each([['nothing', ''], ['half', mac('apple-silicon').list.slice(0, 900)], ['an error', 'Could not start up diskutil'], ['an error as a list', read('macos', 'intel-fusion', 'info-disk4.plist')]])('%s is no list of disks', (_, list) => {
  expect(parseMac({ ...mac('apple-silicon'), list }, [])).toBeNull()
})

describe('property lists', () => {
  const list = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">${inside}</plist>\n`

  test('every kind of value is read', () => {
    expect(readPlist(list('<dict><key>a</key><array><string>x &amp; &#x3042;&#12356;</string><integer>-7</integer><true/><false></false><real>1.5</real><data>AA==</data><date>2026-11-23T00:00:00Z</date><dict/><array/><string/></array></dict>')))
      .toEqual({ a: ['x & あい', -7, true, false, '1.5', 'AA==', '2026-11-23T00:00:00Z', {}, [], ''] })
    expect(readPlist(list('<integer>18446744073709551615</integer>'))).toBe('18446744073709551615')
    expect(Object.keys(readPlist(list('<dict><key>__proto__</key><true/></dict>')) as object)).toEqual(['__proto__'])
  })

  test.each([
    ['a key said twice', '<dict><key>a</key><true/><key>a</key><false/></dict>'], ['a key without value', '<dict><key>a</key></dict>'], ['two values', '<true/><true/>'], ['none', ''],
    ['an unknown entity', '<string>&xxe;</string>'], ['a bare ampersand', '<string>a & b</string>'], ['an unknown tag', '<string>a<b/></string>'], ['an end that is not its own', '<string>a</integer>'],
    ['no number', '<integer>0x10</integer>'], ['a depth that nobody needs', '<array>'.repeat(300) + '</array>'.repeat(300)], ['a character that does not exist', '<string>&#x110000;</string>'],
  ])('%s is refused', (_, inside) => {
    expect(readPlist(list(inside))).toBeNull()
  })

  test('a document type of its own is refused, and so is anything before or behind', () => {
    expect(readPlist('<!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]><plist><string>&x;</string></plist>')).toBeNull()
    expect(readPlist(`x${list('<true/>')}`)).toBeNull()
    expect(readPlist(`${list('<true/>')}x`)).toBeNull()
  })

  test('cut off anywhere it is none', () => {
    const whole = list('<dict><key>a</key><array><integer>1</integer></array></dict>').trimEnd()
    for (let length = 0; length < whole.length; length++) expect(readPlist(whole.slice(0, length)), whole.slice(0, length)).toBeNull()
  })

  test('whatever is read can be read again', () => {
    fc.assert(fc.property(fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)), (text) => {
      const escaped = text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)
      expect(readPlist(list(`<string>${escaped}</string>`))).toBe(text)
    }), { numRuns: 100 })
  })
})
