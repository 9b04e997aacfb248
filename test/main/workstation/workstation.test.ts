import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WorkstationFacts } from '../../../core/devices/check.ts'
import { instantOf } from '../../../core/time.ts'
import { identityOf, machineGuid, machineId, platformUuid } from '../../../main/workstation/identity.ts'
import { lastAptUpgrade, lastDpkgUpgrade, parseDebian, parseDesktopEntry, parseOsRelease, parseRpm } from '../../../main/workstation/linux.ts'
import { parseHistory, parseSwVers } from '../../../main/workstation/macos.ts'
import { parseWindows } from '../../../main/workstation/windows.ts'
import { lookAt, realWorkstation } from '../../../main/workstation/workstation.ts'
import { machine } from './paper-machine.ts'

const NOW = instantOf('2026-12-07T10:00:00+09:00')
const clam = { name: 'ClamAV', engine: '1.4.3', signatures: { version: '27812', date: instantOf('2026-12-06T23:00:00+09:00') } }

describe('looking at this machine', () => {
  test('what it does not say is named, so that a person looks', async () => {
    const facts = await lookAt(machine({ platform: 'freebsd' }), NOW)
    expect(facts).toMatchObject({ os: null, lastUpdateOn: null, antivirus: null, applications: null })
    expect(facts.notSaid.map(({ what }) => what)).toEqual(['os', 'updates', 'antivirus', 'applications'])
  })

  test('the scanner that is ready is its antivirus; patterns without a date are asked for', async () => {
    expect((await lookAt(machine({ platform: 'linux', scanner: clam }), NOW)).antivirus).toEqual({ product: 'ClamAV', engine: '1.4.3', patternOn: '2026-12-06', active: null })
    expect((await lookAt(machine({ platform: 'linux', scanner: { ...clam, signatures: null } }), NOW)).notSaid).toContainEqual({ what: 'antivirus', why: 'no-pattern-date' })
  })

  test('a day to come is not believed', async () => {
    const facts = await lookAt(machine({ platform: 'linux', files: { '/var/log/dpkg.log': '2031-01-01 00:00:00 upgrade a 1 2\n' }, scanner: { ...clam, signatures: { version: '1', date: instantOf('2031-01-01T00:00:00Z') } } }), NOW)
    expect(facts).toMatchObject({ lastUpdateOn: null, antivirus: { patternOn: null } })
  })

  test.runIf(process.platform === 'linux')('the machine of this test says what it is', async () => {
    const workstation = realWorkstation(async () => null)
    const facts = await workstation.look()
    expect(WorkstationFacts.parse(facts).os?.name).toBeTruthy()
    expect(await workstation.identity()).toEqual(await realWorkstation(async () => null).identity())
  })
})

describe('who a machine is', () => {
  const silent = async () => null
  test('is a hash of what the platform says, and the same every time', async () => {
    const of = (id: string) => identityOf(silent, 'linux', async (path) => (path === '/etc/machine-id' ? `${id}\n` : null))
    expect((await of('a'.repeat(32))).id).toBe((await of('a'.repeat(32))).id)
    expect((await of('a'.repeat(32))).id).not.toBe((await of('b'.repeat(32))).id)
    expect((await of('a'.repeat(32))).id).not.toContain('aaaa')
  })

  test('is its name where the platform says nothing', async () => {
    for (const platform of ['linux', 'win32', 'darwin', 'aix'] as const) expect((await identityOf(silent, platform, async () => null)).id).toMatch(/^name-[0-9a-f]{40}$/)
  })

  test('is read from each platform, and from nothing that only looks like it', () => {
    expect(machineId('3d1219c7c4c5404aaa1f6d2a48adfda4\n')).toBe('3d1219c7c4c5404aaa1f6d2a48adfda4')
    expect(['', null, 'uninitialized\n', '0'.repeat(32), 'x'.repeat(32)].map(machineId)).toEqual([null, null, null, null, null])
    expect(machineGuid('\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    6F9619FF-8B86-D011-B42D-00CF4FC964FF\r\n\r\n')).toBe('6f9619ff-8b86-d011-b42d-00cf4fc964ff')
    expect(machineGuid('エラー: 指定されたレジストリ キーまたは値が見つかりませんでした')).toBeNull()
    expect(platformUuid('    "IOPlatformUUID" = "564D5A2B-1111-2222-3333-444455556666"\n')).toBe('564d5a2b-1111-2222-3333-444455556666')
    expect(platformUuid('')).toBeNull()
  })
})

test('whatever a tool prints, nothing breaks, and what is answered is of its form', () => {
  const torn = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.json(), fc.record({ v: fc.constant(1), programs: fc.anything(), fixes: fc.anything(), defender: fc.anything(), products: fc.anything(), caption: fc.anything() }).map((said) => { try { return JSON.stringify(said) ?? '' } catch { return '' } }))
  fc.assert(fc.property(torn, (text) => {
    WorkstationFacts.parse({ ...parseWindows(text), notSaid: [] })
    WorkstationFacts.parse({ os: parseOsRelease(text, text), lastUpdateOn: lastAptUpgrade(text) ?? lastDpkgUpgrade(text), antivirus: parseHistory(text).xprotect, applications: [...parseDebian(text), ...parseRpm(text).applications, parseDesktopEntry(text)].filter((one) => one !== null), notSaid: [] })
    parseSwVers(text)
  }), { numRuns: 300 })
})
