import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WipeLog } from '../../../../core/wipes/drive-commands.ts'
import { readWipeLog } from '../../../../main/wiping/commands/read-wipe-log.ts'

const recorded = (name: string) => readFileSync(join(import.meta.dirname, 'recorded', name))
const read = (bytes: Uint8Array | string) => readWipeLog(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
const row = (status: string, named = 'WDC WD10EZEX/WD-WCC3F0000001', flag = ' ') => [
  '[2026/11/20 09:00:00]  notice:   banner   = nwipe 0.42', '[2026/11/20 09:00:00]  notice:   method   = Fill With Zeros', '[2026/11/20 09:00:01]  notice: Invoking method \'Fill With Zeros\' on /dev/sdb',
  '********************************* Drive Status *********************************', '!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number', '-'.repeat(80),
  `${flag}     sdb |${status}|  120MB/s | 01:22:01 | ${named}`, '-'.repeat(80), '[2026/11/20 10:22:03] Total Throughput 120 MB/s, Fill With Zeros, 1R+B+VL', '*'.repeat(80), ''].join('\n')

test('nwipe, one drive: a serial that nobody could read is not obtainable, not invented', () => {
  const logs = read(recorded('nwipe-one-drive.txt'))
  expect(logs).toEqual([{ tool: 'nwipe', version: '0.33', serial: null, model: 'Loopback device', device: 'loop0', method: 'Fill With Zeros', started: '2026/11/23 03:19:38', ended: '2026/11/23 03:19:38', result: 'erased', errors: [] }])
  expect(WipeLog.array().parse(logs)).toEqual(logs)
})

test('nwipe, two drives, one of them read-only', () => {
  const logs = read(recorded('nwipe-two-drives.txt'))
  expect(logs?.map(({ device, result, errors }) => [device, result, errors])).toEqual([['loop0', 'erased', []], ['loop1', 'failed', ['pass 1', 'Unable to write to \'/dev/loop1\'.', 'Nwipe exited with errors on device = /dev/loop1, see log for specific error']]])
})

test.each([[' Erased ', ' ', 'erased'], [' Erased ', '!', 'erased-with-exceptions'], ['-FAILED-', '!', 'failed'], ['UABORTED', '!', 'aborted'], ['INSANITY', '!', 'failed']])('nwipe says %j', (status, flag, result) => {
  expect(read(row(status, undefined, flag))).toMatchObject([{ result, serial: 'WD-WCC3F0000001', model: 'WDC WD10EZEX', method: 'Fill With Zeros', version: '0.42', started: '2026/11/20 09:00:01' }])
})

test('Blancco', () => {
  expect(read(recorded('blancco.xml'))).toEqual([
    { tool: 'Blancco', version: '6.9.1', serial: 'S3Z9NB0K000001', model: 'Example SSD 500GB', device: null, method: 'NIST 800-88 Purge - ATA & NVMe', started: '2026-11-20T09:30:02+0900', ended: '2026-11-20T09:38:11+0900', result: 'erased', errors: [] },
    { tool: 'Blancco', version: '6.9.1', serial: 'WD-WCC3F0000001', model: 'Example Disk 1TB', device: null, method: 'NIST 800-88 Clear', started: null, ended: '2026-11-20T10:11:00+0900', result: 'failed', errors: ['failed_sectors 3', 'total_errors 3'] }])
})

test('an erasure with errors is never called erased, whatever its state says', () => {
  const text = recorded('blancco.xml').toString().replace('"uint">0<', '"uint">2<')
  expect(read(text)?.[0]).toMatchObject({ result: 'erased-with-exceptions', errors: ['failed_sectors 2'] })
})

test('anything else is nothing', () => {
  const [nwipe, blancco] = [row(' Erased '), recorded('blancco.xml').toString()]
  const others = [
    '', 'erased', nwipe.replace('banner', 'title'), row(' Melted '), nwipe.slice(0, nwipe.indexOf('\n[2026/11/20 10:22')),
    '<root/>', blancco.slice(0, -8), blancco.replace('Successful', 'Splendid'), blancco.replace('</root>', '</root><root/>'), blancco.replace('<root>', '<!DOCTYPE root [<!ENTITY a "b">]><root>'),
    blancco.replace('<entries name="target">', '<entries name="aim">'), '<a>'.repeat(200_000), '\0\0\0\0',
  ]
  for (const other of others) expect(read(other)).toBeNull()
  expect(read(Buffer.alloc((8 << 20) + 1, ' '))).toBeNull()
})

test('no cut through a log turns it into a better one', () => {
  for (const name of ['nwipe-two-drives.txt', 'blancco.xml']) {
    const whole = recorded(name)
    const results = read(whole)?.map(({ result }) => result)
    for (let end = 0; end < whole.length; end += 61) expect([null, results]).toContainEqual(read(whole.subarray(0, end))?.map(({ result }) => result) ?? null)
  }
})
