import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { abilitiesOf, hiddenAreas } from '../../../../main/wiping/commands/abilities.ts'
import { asker } from '../../../../main/wiping/commands/ask.ts'
import { readHiddenAreas, readIdentity, readSanitizeStatus } from '../../../../main/wiping/commands/read-hdparm.ts'
import { readController, readNamespaces, readSanitizeLog } from '../../../../main/wiping/commands/read-nvme.ts'
import { readOpcode, readProgress } from '../../../../main/wiping/commands/read-sg.ts'
import { controller, disk, identified, programs, recorded, sanitizeLog, server, ssd, stickOfFlash } from './drives.ts'

const able = async (...[drive, ask]: Parameters<typeof abilitiesOf>) => (await abilitiesOf(drive, ask, 'linux')).abilities.filter(({ whyNot }) => whyNot === null).map(({ method, category, seconds }) => [method, category, seconds])

describe('what a drive says of itself', () => {
  test('hdparm -I', () => {
    expect(readIdentity(recorded('hdparm-ssd.txt'))).toEqual({
      model: 'Example SSD 500GB', serial: 'S3Z9NB0K000001', rotates: false,
      security: { supported: true, enabled: false, locked: false, frozen: false, enhanced: true, minutes: 4, minutesEnhanced: 8 }, sanitize: { block: true, crypto: true, overwrite: false } })
    expect(readIdentity(recorded('hdparm-frozen-disk.txt'))).toMatchObject({ rotates: true, security: { frozen: true, minutes: 128, minutesEnhanced: 130 }, sanitize: { block: false } })
    for (const nothing of ['', '/dev/sdb:\n', '/dev/sdb: Permission denied', ' HDIO_DRIVE_CMD(identify) failed: Invalid argument']) expect(readIdentity(nothing)).toBeNull()
  })

  test.each([
    ['    State:    SD0 Sanitize Idle\n    Last Sanitize Operation Completed Without Error\n', { state: 'idle', succeeded: true, fraction: null }],
    ['    State:    SD0 Sanitize Idle\n', { state: 'idle', succeeded: false, fraction: null }],
    ['    State:    SD2 Sanitize operation In Process\n    Progress: 0x4000 (25%)\n', { state: 'running', succeeded: false, fraction: 0.25 }],
    ['    State:    SD3 Sanitize Operation Failed\n    Last Sanitize Command completed unsuccessfully\n', { state: 'failed', succeeded: false, fraction: null }],
    ['    State:    SD1 Sanitize Frozen\n    Last Sanitize Operation Completed Without Error\n', { state: 'frozen', succeeded: false, fraction: null }],
    ['SANITIZE failed', null],
  ])('hdparm --sanitize-status: %j', (text, status) => {
    expect(readSanitizeStatus(text)).toEqual(status)
  })

  test('hdparm -N and --dco-identify', () => {
    const dco = 'DCO Checksum verified.\nDCO Revision: 0x0002\n\tReal max sectors: 976773168\n'
    expect(readHiddenAreas(' max sectors   = 976773168/976773168, HPA is disabled', dco)).toEqual({ hpa: 'none', dco: 'none', visibleSectors: 976773168, nativeSectors: 976773168 })
    expect(readHiddenAreas(' max sectors   = 586070255/586072368, HPA is enabled', dco)).toEqual({ hpa: 'present', dco: 'present', visibleSectors: 586070255, nativeSectors: 976773168 })
    expect(readHiddenAreas(' max sectors   = 976773168/1(1?), HPA setting seems invalid', '')).toMatchObject({ hpa: 'unknown', dco: 'unknown' })
    expect(readHiddenAreas(' max sectors   = 976773168/976773168, HPA is disabled', dco.replace('verified', 'FAILED!'))).toMatchObject({ hpa: 'none', dco: 'unknown' })
  })

  test('nvme, whatever its version calls the status', () => {
    expect(readController(controller())).toMatchObject({ serial: 'S5GXNX0R000001', sanitize: { crypto: true, block: true, overwrite: false }, format: true, formatCrypto: true })
    expect(readSanitizeLog(sanitizeLog(2, 0x8000))).toMatchObject({ status: 'running', fraction: 0.5, seconds: { overwrite: null, block: 12, crypto: 2 } })
    expect(readSanitizeLog('{"nvme0":{"sprog":65535,"sstat":{"global_erased":1,"Most Recent Sanitize Command Completed Successfully.":"(1) Most Recent Sanitize Command Completed Successfully."}}}')).toMatchObject({ status: 'completed' })
    expect(readNamespaces('{"nsid_list":[{"nsid":1},{"nsid":2}]}')).toBe(2)
    for (const nothing of ['', 'null', '{}', '[]', '{"nvme0":{}}', '{"nvme0":{"sprog":1,"sstat":{"status":"(9) ?"}}}']) expect(readSanitizeLog(nothing)).toBeNull()
    for (const nothing of ['', '{}', 'identify controller: Invalid argument']) expect(readController(nothing)).toBeNull()
  })

  test('sg3-utils', () => {
    expect(readOpcode('  Opcode=0x48 Service_action=0x0002\n  Command is supported [conforming to SCSI standard]\n')).toBe(true)
    expect(readOpcode('  Opcode=0x48 Service_action=0x0003\n  Command is NOT supported\n')).toBe(false)
    expect(readOpcode('Report supported operation codes: Invalid argument')).toBeNull()
    expect(readProgress('Progress indication: 42.50% done\n')).toBe(0.425)
    expect(readProgress('')).toBeNull()
  })
})

describe('what a drive can be told', () => {
  test('a solid state disk purges by sanitizing; its security erase only clears', async () => {
    expect(await able(ssd, programs({ 'hdparm -I': identified.free }).ask)).toEqual([
      ['ata-security-erase', 'Clear', 240], ['ata-security-erase-enhanced', 'Clear', 480], ['ata-sanitize-block', 'Purge', null], ['ata-sanitize-crypto', 'Purge', null]])
  })

  test('a hard disk purges by its enhanced erase, and a frozen one says so', async () => {
    const thawed = recorded('hdparm-frozen-disk.txt').replace('\t\tfrozen', '\tnot\tfrozen')
    expect(await able(disk, programs({ 'hdparm -I': thawed }).ask)).toEqual([['ata-security-erase', 'Clear', 7680], ['ata-security-erase-enhanced', 'Purge', 7800]])
    const { abilities } = await abilitiesOf(disk, programs({ 'hdparm -I': recorded('hdparm-frozen-disk.txt') }).ask, 'linux')
    expect(abilities.map(({ whyNot }) => whyNot)).toEqual(['frozen', 'frozen', 'not-supported', 'not-supported', 'not-supported'])
  })

  test('NVMe purges by sanitizing, clears by formatting, and neither where others share the drive', async () => {
    const alone = programs({ 'nvme id-ctrl': controller(), 'nvme sanitize-log': sanitizeLog(0, 65535) })
    expect(await able(stickOfFlash, alone.ask)).toEqual([['nvme-sanitize-block', 'Purge', 12], ['nvme-sanitize-crypto', 'Purge', 2], ['nvme-format-erase', 'Clear', null], ['nvme-format-crypto', 'Clear', null]])
    expect(alone.asked.every((line) => line.includes('/dev/nvme0 '))).toBe(true)

    const shared = await abilitiesOf(stickOfFlash, programs({ 'nvme id-ctrl': controller({ nn: 32 }), 'nvme list-ns': '{"nsid_list":[{"nsid":1},{"nsid":2}]}' }).ask, 'linux')
    expect(shared.abilities.map(({ whyNot }) => whyNot)).toEqual(['other-namespaces', 'other-namespaces', 'not-supported', 'other-namespaces', 'other-namespaces'])
    expect(await able(stickOfFlash, programs({ 'nvme id-ctrl': controller({ nn: 32 }), 'nvme list-ns': '{"nsid_list":[{"nsid":1}]}' }).ask)).toHaveLength(4)
  })

  test('a SCSI drive is asked for each kind of sanitize', async () => {
    const { ask } = programs({ 'sg_opcodes --opcode=0x48,1': 'Command is supported [conforming to SCSI standard]', 'sg_opcodes --opcode=0x48,2': 'Command is NOT supported', 'sg_opcodes --opcode=0x48,3': { code: 5, err: 'Invalid argument' } })
    expect((await abilitiesOf(server, ask, 'linux')).abilities.map(({ method, whyNot }) => [method, whyNot])).toEqual([['scsi-sanitize-overwrite', null], ['scsi-sanitize-block', 'not-supported'], ['scsi-sanitize-crypto', 'no-answer']])
  })

  test('nothing is claimed where a program is missing, a bridge is silent, or the platform is another', async () => {
    expect((await abilitiesOf(ssd, programs({}).ask, 'linux')).abilities.map(({ whyNot }) => whyNot)).toEqual(Array.from({ length: 5 }, () => 'no-program'))
    expect(await abilitiesOf({ ...ssd, bus: 'usb' }, programs({ 'hdparm -I': '/dev/sdb:\n' }).ask, 'linux')).toEqual({ abilities: [], reason: 'not-this-drive' })
    for (const platform of ['win32', 'darwin'] as const) expect(await abilitiesOf(ssd, programs({ 'hdparm -I': identified.free }).ask, platform)).toEqual({ abilities: [], reason: 'not-this-platform' })
    expect(await hiddenAreas(stickOfFlash, programs({}).ask, 'linux')).toMatchObject({ hpa: 'unknown', dco: 'unknown' })
  })
})

describe.runIf(process.platform !== 'win32')('programs are asked', () => {
  function withProgram<T>(text: string, use: (folder: string) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), 'azukari-programs-'))
    writeFileSync(join(folder, 'hdparm'), `#!/bin/sh\n${text}\n`)
    chmodSync(join(folder, 'hdparm'), 0o755)
    return use(folder).finally(() => rmSync(folder, { recursive: true, force: true }))
  }

  test('where we look and nowhere else, without a shell between', async () => {
    await withProgram('echo "$1|$2|$LC_ALL|$HOME"; echo oh >&2; exit 3', async (folder) => {
      expect(await asker([folder])('hdparm', ['-I', '/dev/sd b; rm -rf $HOME'])).toEqual({ outcome: 'answered', code: 3, out: '-I|/dev/sd b; rm -rf $HOME|C|\n', err: 'oh\n' })
      expect(await asker([folder])('ls', [])).toMatchObject({ outcome: 'no-program' })
    })
  })

  test('and not waited for without end, nor listened to without end', async () => {
    await withProgram('while :; do :; done', async (folder) => {
      expect(await asker([folder])('hdparm', [], { seconds: 0.2 })).toMatchObject({ outcome: 'timed-out', code: null })
      const cancel = new AbortController()
      const asked = asker([folder])('hdparm', [], { signal: cancel.signal })
      cancel.abort()
      expect(await asked).toMatchObject({ outcome: 'cancelled' })
    })
    await withProgram('while :; do echo 0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789; done', async (folder) => {
      expect(await asker([folder])('hdparm', [])).toMatchObject({ outcome: 'too-much' })
    })
  })
})
