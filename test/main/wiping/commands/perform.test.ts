import { describe, expect, test } from 'vitest'
import type { Drive } from '../../../../core/media/drive.ts'
import { DriveCommandResult, type DriveMethod } from '../../../../core/wipes/drive-commands.ts'
import { ERASE_PASSWORD } from '../../../../main/wiping/commands/courses.ts'
import { type HowToPerform, perform } from '../../../../main/wiping/commands/perform.ts'
import { controller, identified, programs, sanitizeLog, server, ssd, stickOfFlash } from './drives.ts'

const running = '    State:    SD2 Sanitize operation In Process\n    Progress: 0x8000 (50%)\n'
const succeeded = '    State:    SD0 Sanitize Idle\n    Last Sanitize Operation Completed Without Error\n'
const failed = '    State:    SD3 Sanitize Operation Failed\n    Last Sanitize Command completed unsuccessfully\n'

/** Plays a command against programs that only answer; says what was sent beside the asking. */
async function played(method: DriveMethod, drive: Drive, table: Parameters<typeof programs>[0], more: Partial<HowToPerform> = {}) {
  const { ask, asked } = programs(table)
  const fractions: (number | null)[] = []
  const result = await perform(method, drive, { signal: new AbortController().signal, onProgress: ({ fraction }) => fractions.push(fraction), ask, reread: async () => drive, pause: async () => {}, platform: 'linux', ...more })
  expect(DriveCommandResult.parse(result)).toEqual(result)
  return { ...result, fractions, asked, sent: asked.filter((line) => /--security|--sanitize-(?!status)|nvme (sanitize |format)|sg_sanitize|blkdiscard/.test(line)) }
}

describe('a command is done when the drive says so', () => {
  test('sanitizing a SATA drive', async () => {
    const done = await played('ata-sanitize-block', ssd, { 'hdparm -I': identified.free, 'hdparm --yes-i-know-what-i-am-doing': 'Issuing SANITIZE_BLOCK_ERASE command\n', 'hdparm --sanitize-status': [running, running, succeeded] })

    expect(done).toMatchObject({ outcome: 'done', category: 'Purge', fractions: [0.5, 0.5], passwordLeft: null, samples: null, sent: ['hdparm --yes-i-know-what-i-am-doing --sanitize-block-erase /dev/sdb'] })
    expect(done.said.at(-1)?.out).toBe(succeeded)
  })

  test('sanitizing an NVMe drive', async () => {
    const done = await played('nvme-sanitize-crypto', stickOfFlash, { 'nvme id-ctrl': controller(), 'nvme sanitize ': '', 'nvme sanitize-log': [sanitizeLog(0, 65535), sanitizeLog(2, 0x4000), sanitizeLog(1, 65535)] })
    expect(done).toMatchObject({ outcome: 'done', category: 'Purge', fractions: [0.25], sent: ['nvme sanitize /dev/nvme0 --sanact=4'] })
  })

  test('formatting an NVMe drive', async () => {
    const done = await played('nvme-format-erase', stickOfFlash, { 'nvme id-ctrl': controller(), 'nvme format': 'Success formatting namespace:1\n' })
    expect(done).toMatchObject({ outcome: 'done', category: 'Clear' })
    expect(done.sent).toEqual([expect.stringMatching(/^nvme format \/dev\/nvme0n1 --ses=1 --force /)])
  })

  test('sanitizing a SCSI drive', async () => {
    const done = await played('scsi-sanitize-overwrite', server, { 'sg_opcodes': 'Command is supported [conforming to SCSI standard]', 'sg_sanitize': '', 'sg_requests': ['Progress indication: 10.00% done', ''], 'sg_turs': '' })
    expect(done).toMatchObject({ outcome: 'done', category: 'Purge', fractions: [0.1], sent: ['sg_sanitize --overwrite --zero --quick --early /dev/sdd'] })
  })

  test('erasing a SATA drive sets a password that the erase takes away', async () => {
    const done = await played('ata-security-erase-enhanced', ssd, { 'hdparm -I': [identified.free, identified.locked, identified.free], 'hdparm --user-master': 'Issuing SECURITY command\n' })
    expect(done).toMatchObject({ outcome: 'done', category: 'Clear', passwordLeft: null })
    expect(done.sent).toEqual([`hdparm --user-master u --security-set-pass ${ERASE_PASSWORD} /dev/sdb`, `hdparm --user-master u --security-erase-enhanced ${ERASE_PASSWORD} /dev/sdb`])
  })
})

describe('and never otherwise', () => {
  test.each<[string, DriveMethod, Drive, Parameters<typeof programs>[0], string]>([
    ['the drive says that it failed', 'ata-sanitize-block', ssd, { 'hdparm -I': identified.free, 'hdparm --yes': '', 'hdparm --sanitize-status': [running, failed] }, 'failed'],
    ['it is idle and says nothing of completing', 'ata-sanitize-block', ssd, { 'hdparm -I': identified.free, 'hdparm --yes': '', 'hdparm --sanitize-status': '    State:    SD0 Sanitize Idle\n' }, 'failed'],
    ['an old completion is all it has, and the command was not taken', 'ata-sanitize-block', ssd, { 'hdparm -I': identified.free, 'hdparm --yes': { out: 'SG_IO: bad/missing sense data, sb[]:  70 00 05' }, 'hdparm --sanitize-status': succeeded }, 'failed'],
    ['it is frozen against sanitizing', 'ata-sanitize-block', ssd, { 'hdparm -I': identified.free, 'hdparm --yes': { code: 5, err: 'SANITIZE failed\nDevice in FROZEN state' } }, 'frozen'],
    ['it falls silent', 'ata-sanitize-block', ssd, { 'hdparm -I': identified.free, 'hdparm --yes': '', 'hdparm --sanitize-status': '' }, 'unknown'],
    ['NVMe says that it failed', 'nvme-sanitize-block', stickOfFlash, { 'nvme id-ctrl': controller(), 'nvme sanitize ': '', 'nvme sanitize-log': [sanitizeLog(0, 65535), sanitizeLog(3, 100)] }, 'failed'],
    ['NVMe says that it never sanitized', 'nvme-sanitize-block', stickOfFlash, { 'nvme id-ctrl': controller(), 'nvme sanitize ': '', 'nvme sanitize-log': sanitizeLog(0, 65535) }, 'failed'],
    ['NVMe refuses', 'nvme-sanitize-block', stickOfFlash, { 'nvme id-ctrl': controller(), 'nvme sanitize ': { code: 1, err: 'NVMe status: INVALID_OPCODE' }, 'nvme sanitize-log': sanitizeLog(1, 65535) }, 'failed'],
    ['a format ends without its word', 'nvme-format-erase', stickOfFlash, { 'nvme id-ctrl': controller(), 'nvme format': '' }, 'failed'],
    ['a format outlasts our patience', 'nvme-format-erase', stickOfFlash, { 'nvme id-ctrl': controller(), 'nvme format': { outcome: 'timed-out', code: null } }, 'unknown'],
    ['a SCSI drive is not ready afterwards', 'scsi-sanitize-block', server, { 'sg_opcodes': 'supported [conforming to SCSI standard]', 'sg_sanitize': '', 'sg_requests': '', 'sg_turs': { code: 3, err: 'Sanitize command failed' } }, 'failed'],
  ])('%s', async (_, method, drive, table, outcome) => {
    expect(await played(method, drive, table)).toMatchObject({ outcome, category: null })
  })

  test('a drive that refuses its erase gets its password taken off again', async () => {
    const refused = await played('ata-security-erase', ssd, { 'hdparm -I': [identified.free, identified.locked, identified.locked, identified.free], 'hdparm --user-master u --security-set-pass': '', 'hdparm --user-master u --security-erase': { code: 5, err: 'Input/output error' }, 'hdparm --user-master u --security-disable': '' })
    expect(refused).toMatchObject({ outcome: 'failed', passwordLeft: null })
    expect(refused.sent.at(-1)).toContain('--security-disable')
  })

  test('and where it cannot be taken off, the answer names it', async () => {
    expect(await played('ata-security-erase', ssd, { 'hdparm -I': [identified.free, identified.locked], 'hdparm --user-master': { code: 5 } })).toMatchObject({ outcome: 'failed', passwordLeft: ERASE_PASSWORD })
    expect(await played('ata-security-erase', ssd, { 'hdparm -I': [identified.free, identified.locked, identified.locked], 'hdparm --user-master u --security-set-pass': '', 'hdparm --user-master u --security-erase': { outcome: 'timed-out', code: null } })).toMatchObject({ outcome: 'unknown', passwordLeft: ERASE_PASSWORD })
  })

  test('a password that did not take erases nothing', async () => {
    const { outcome, sent } = await played('ata-security-erase', ssd, { 'hdparm -I': identified.free, 'hdparm --user-master': '' })
    expect([outcome, sent]).toEqual(['failed', [`hdparm --user-master u --security-set-pass ${ERASE_PASSWORD} /dev/sdb`]])
  })
})

describe('nothing is sent', () => {
  const willing = { 'hdparm -I': identified.free, 'hdparm --yes': '', 'hdparm --sanitize-status': succeeded }

  test.each<[string, Partial<Drive>, string]>([
    ['the system’s disk', { role: 'system' }, 'not-this-drive'], ['a disk of unknown role', { role: 'unknown' }, 'not-this-drive'],
    ['a drive without a serial', { serial: null }, 'not-this-drive'], ['a partition', { path: '/dev/sdb1' }, 'not-this-drive'], ['a path that is more than a path', { path: '/dev/sdb --yes' }, 'not-this-drive'], ['a file', { path: '/tmp/disk.img' }, 'not-this-drive'], ['a drive without size', { bytes: 0 }, 'not-this-drive'],
    ['a drive that holds the vault', { hindrances: ['vault'] }, 'hindered'], ['a read-only drive', { readOnly: true }, 'hindered'],
    ['a drive with a mounted volume', { volumes: [{ path: '/dev/sdb1', mountPoints: ['/mnt'], fileSystem: null, label: null, bytes: null, freeBytes: null }] }, 'hindered'],
  ])('to %s', async (_, more, whyNot) => {
    expect(await played('ata-sanitize-block', { ...ssd, ...more }, willing)).toMatchObject({ outcome: 'refused', whyNot, asked: [] })
  })

  test.each<[string, Drive | null, string]>([
    ['gone', null, 'changed'], ['another in its place', { ...ssd, insertion: '8' }, 'changed'], ['another serial', { ...ssd, serial: 'X' }, 'changed'], ['another size', { ...ssd, bytes: 1 }, 'changed'], ['mounted since', { ...ssd, hindrances: ['mounted'] }, 'hindered'],
  ])('to a drive that is %s', async (_, now, whyNot) => {
    expect(await played('ata-sanitize-block', ssd, willing, { reread: async () => now })).toMatchObject({ outcome: 'refused', whyNot, sent: [] })
    // Also when it happens while samples are read.
    let looks = 0
    expect(await played('ata-sanitize-block', ssd, willing, { reread: async () => (looks++ === 0 ? ssd : now) })).toMatchObject({ outcome: 'refused', whyNot, sent: [] })
  })

  test('when it cannot, is frozen, or is on another platform', async () => {
    expect(await played('ata-sanitize-overwrite', ssd, willing)).toMatchObject({ outcome: 'unsupported', whyNot: 'not-supported', sent: [] })
    expect(await played('ata-security-erase', ssd, { 'hdparm -I': identified.frozen })).toMatchObject({ outcome: 'frozen', whyNot: 'frozen', sent: [] })
    expect(await played('ata-sanitize-block', ssd, willing, { platform: 'win32' })).toMatchObject({ outcome: 'unsupported', whyNot: 'not-this-platform', sent: [] })
    expect(await played('nvme-sanitize-block', ssd, willing)).toMatchObject({ outcome: 'unsupported', sent: [] })
  })

  test('after a cancel; after it was sent, a cancel only ends the watching', async () => {
    expect(await played('ata-sanitize-block', ssd, willing, { signal: AbortSignal.abort() })).toMatchObject({ outcome: 'abandoned', sent: [] })
    const cancel = new AbortController()
    expect(await played('ata-sanitize-block', ssd, { ...willing, 'hdparm --sanitize-status': running }, { signal: cancel.signal, onProgress: () => cancel.abort() })).toMatchObject({ outcome: 'unknown', category: null })
  })
})

test('places read before are read again after, and stand beside what the drive says', async () => {
  const order: string[] = []
  const sample = async () => {
    order.push('before')
    return async () => {
      order.push('after')
      return { places: 64, unchanged: 64 }
    }
  }
  const table = { 'hdparm -I': identified.free, 'hdparm --yes': '', 'hdparm --sanitize-status': succeeded }

  expect(await played('ata-sanitize-block', ssd, table, { sample })).toMatchObject({ outcome: 'done', samples: { places: 64, unchanged: 64 } })
  expect(order).toEqual(['before', 'after'])
})
