import { describe, expect, test } from 'vitest'
import { parseHistory, parseSwVers, readMac } from '../../../main/workstation/macos.ts'
import { machine } from './paper-machine.ts'

const row = (date: string, name: string, version: string, by: string) => `<dict><key>date</key><date>${date}</date><key>displayName</key><string>${name}</string><key>displayVersion</key><string>${version}</string><key>processName</key><string>${by}</string></dict>`
const history = (...rows: string[]) => `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><array>${rows.join('')}</array></plist>\n`
const HISTORY = history(
  row('2026-09-20T01:00:00Z', 'macOS 26.0.1', '26.0.1', 'macOS Installer'), row('2026-11-14T20:30:00Z', 'macOS 26.1', '26.1', 'softwareupdated'),
  row('2026-12-05T16:00:00Z', 'XProtectPlistConfigData', '5320', 'softwareupdated'), row('2026-12-06T01:00:00Z', 'Dropbox', '217', 'installer'),
)
const SW_VERS = 'ProductName:\t\tmacOS\nProductVersion:\t\t26.1\nBuildVersion:\t\t25B78\n'

describe('a Mac says', () => {
  test('its version and build', () => {
    expect(parseSwVers(SW_VERS)).toEqual({ name: 'macOS 26.1', build: '25B78' })
    expect(parseSwVers('ProductName:\t\tmacOS\nProductVersion:\t\t13.3.1\nProductVersionExtra:\t(a)\nBuildVersion:\t\t22E772610a\n')).toEqual({ name: 'macOS 13.3.1 (a)', build: '22E772610a' })
    expect(parseSwVers('')).toBeNull()
  })

  test("the day of the system's own update; XProtect's patterns and a user's installer are none", () => {
    expect(parseHistory(HISTORY)).toEqual({ updatedOn: '2026-11-15', xprotect: { product: 'XProtect 5320', engine: '', patternOn: '2026-12-06', active: true } })
    expect(parseHistory('')).toEqual({ updatedOn: null, xprotect: null })
    expect(parseHistory(HISTORY.slice(0, 400))).toEqual({ updatedOn: null, xprotect: null })
  })

  test('the applications that lie where applications lie', async () => {
    const files = { '/Applications/Dropbox.app': '', '/Applications/.DS_Store': '', '/home/mizuno/Applications/Transmission.app': '' }
    expect(await readMac(machine({ platform: 'darwin', files, tools: { '/usr/bin/sw_vers': SW_VERS, '/usr/bin/plutil': HISTORY } }))).toEqual({
      os: { name: 'macOS 26.1', build: '25B78' }, lastUpdateOn: '2026-11-15', antivirus: { product: 'XProtect 5320', engine: '25B78', patternOn: '2026-12-06', active: true },
      applications: [{ name: 'Dropbox', version: '' }, { name: 'Transmission', version: '' }],
    })
  })
})
