import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdDrive } from '../../../../main/wiping/commands/hold-drive.ts'
import { perform } from '../../../../main/wiping/commands/perform.ts'
import { sysfsOf } from '../../../../main/wiping/open-target.ts'
import { loopDevice, noLoopDevices } from '../loop-device.ts'
import { identified, programs, ssd } from './drives.ts'

/** A name that leads to something with a number, and the kernel's page about it, both of paper. */
let folder = ''
let page = ''
const drive = () => ({ path: join(folder, 'sdb'), serial: 'S3Z9NB0K000001', bytes: 1024 * 512, insertion: '7', logicalSector: 512 })
const kernel = { folderOf: () => page }
const tells = (size: number, diskseq: string): void => { writeFileSync(join(page, 'size'), `${size}\n`); writeFileSync(join(page, 'diskseq'), `${diskseq}\n`) }
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azukari-held-'))
  page = join(folder, 'page')
  mkdirSync(page)
  writeFileSync(join(folder, 'sdb'), 'the drive')
  tells(1024, '7')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a drive that is held', () => {
  test('is the one that was meant for as long as its name leads to what is open', async () => {
    const held = await holdDrive(drive(), kernel)
    expect(await held?.isStill()).toBe(true)
    renameSync(join(folder, 'sdb'), join(folder, 'sdc'))
    writeFileSync(join(folder, 'sdb'), 'another drive')
    expect(await held?.isStill()).toBe(false)
    await held?.close()
  })

  test('is not held at all when what was opened is of another size or another insertion', async () => {
    tells(2048, '7')
    expect(await holdDrive(drive(), kernel)).toBeNull()
    tells(1024, '8')
    expect(await holdDrive(drive(), kernel)).toBeNull()
    expect(await holdDrive({ ...drive(), path: join(folder, 'nobody') }, kernel)).toBeNull()
  })

  test.skipIf(noLoopDevices !== null)('is known by the kernel’s own page of a real device', async () => {
    const image = loopDevice(1 << 20)
    try {
      const insertion = readFileSync(`${sysfsOf(statSync(image.path).rdev)}/diskseq`, 'utf8').trim()
      const held = await holdDrive({ ...drive(), path: image.path, bytes: 1 << 20, insertion })
      expect(await held?.isStill()).toBe(true)
      await held?.close()
      expect(await holdDrive({ ...drive(), path: image.path, bytes: 1 << 20, insertion: `${insertion}0` })).toBeNull()
    } finally {
      image.remove()
    }
  })
})

test('a drive whose name came to mean another after the last look is given no command', async () => {
  const { ask, asked } = programs({ 'hdparm -I': identified.free })
  const closed: string[] = []
  const hold = async () => ({ isStill: async () => false, close: async () => { closed.push('closed') } })
  const result = await perform('ata-sanitize-block', ssd, { signal: new AbortController().signal, onProgress: () => {}, ask, reread: async () => ssd, hold, pause: async () => {}, platform: 'linux' })
  expect(result).toMatchObject({ outcome: 'refused', whyNot: 'changed', said: [] })
  expect(asked.every((line) => line.startsWith('hdparm -I'))).toBe(true)
  expect(closed).toEqual(['closed'])
})
