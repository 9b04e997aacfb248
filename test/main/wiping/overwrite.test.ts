import { execFileSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync, symlinkSync, writeSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { foundNothingWrong, type Pattern } from '../../../core/wipes/overwrite.ts'
import { openImage } from '../../../main/wiping/images-only.ts'
import { openTarget } from '../../../main/wiping/open-target.ts'
import { attach, detach, type Image, imageFile, loopDevice, noLoopDevices } from './loop-device.ts'
import { differsFromByte, differsFromTile, look, markersIn, wipe } from './run.ts'

const MiB = 2 ** 20
const images: Image[] = []
const keep = (image: Image) => { images.push(image); return image }
afterEach(() => { for (const image of images.splice(0)) image.remove() })

/** The same is asked of a file and, where they can be had, of loop devices with sectors of both sizes. */
const media: [string, (bytes: number) => Image][] = [
  ['a file', imageFile],
  ...(noLoopDevices === null ? [['a loop device', loopDevice], ['a drive with sectors of 4,096 bytes', (bytes: number) => loopDevice(bytes, { sectorBytes: 4096 })]] as [string, (bytes: number) => Image][] : []),
]

describe.each(media)('%s', (_name, make) => {
  test('holds nothing of what it held, and what was announced, in the eyes of other programs', async () => {
    const bytes = 9 * MiB + 3 * 4096
    const { path, file } = keep(make(bytes))
    expect(markersIn(file)).toBe(10)

    const outcome = await wipe(path)

    expect(outcome).toMatchObject({ end: 'finished', figures: { bytes, bytesWritten: bytes, bytesRead: bytes, coverage: 1, badRanges: [], writeErrors: 0, uncached: true, samplesUnchanged: 0 } })
    expect(foundNothingWrong(outcome)).toBe(true)
    expect(markersIn(file)).toBe(0)
    expect(differsFromTile(file, bytes)).toBe('')
    expect(statSync(file).size).toBe(bytes)
  })

  test.each([['zero', '000', 1], ['ones', '377', 1], ['complement', '252', 2]] as [Pattern, string, number][])('written over with %s holds \\%s only', async (pattern, octal, passes) => {
    const bytes = 3 * MiB + 4096
    const { path, file } = keep(make(bytes))

    const outcome = await wipe(path, { pattern, seed: null })

    expect(outcome).toMatchObject({ end: 'finished', figures: { passes, bytesWritten: bytes * passes, coverage: 1, badSectors: 0, seedSha256: null } })
    expect(differsFromByte(file, bytes, octal)).toBe('')
  })

  test('with one sector that is not the pattern fails, and the sector is named', async () => {
    const { path, file } = keep(make(4 * MiB))
    await wipe(path)
    const wrong = 2 * MiB + 7 * 4096
    execFileSync('dd', [`if=/dev/urandom`, `of=${path}`, 'bs=4096', 'count=1', `seek=${wrong / 4096}`, 'conv=notrunc', 'oflag=direct', 'status=none'])

    const outcome = await look(path)

    const sectorBytes = outcome.figures?.sectorBytes ?? 0
    expect(outcome.figures?.badRanges).toEqual([{ what: 'differs', lba: wrong / sectorBytes, sectors: 4096 / sectorBytes }])
    expect(foundNothingWrong(outcome)).toBe(false)
    expect(differsFromTile(file, 4 * MiB)).toContain(`byte ${wrong + 1},`)
  })

  test('is found to hold another run of the same pattern, when it does', async () => {
    const { path } = keep(make(2 * MiB))
    await wipe(path)
    expect(await look(path, { seed: new Uint8Array(32) })).toMatchObject({ figures: { badSectors: expect.any(Number) as number, misplaced: [] } })
    expect(foundNothingWrong(await look(path, { pattern: 'zero' }))).toBe(false)
    expect(foundNothingWrong(await look(path))).toBe(true)
  })

  test('read back in part says how much, and where, so that the same can be read again', async () => {
    const bytes = 64 * MiB
    const { path } = keep(make(bytes))

    const outcome = await wipe(path, { readBack: 'sample' })

    expect(outcome.figures).toMatchObject({ readBack: 'sample', sampleSeed: expect.stringMatching(/^[0-9a-f]{64}$/) as string, badSectors: 0 })
    expect(outcome.figures?.coverage).toBeGreaterThanOrEqual(0.1)
    expect(outcome.figures?.coverage).toBeLessThan(0.5)
    const again = await look(path, { readBack: 'sample' })
    expect(again.figures?.bytesRead).toBe(outcome.figures?.bytesRead)
  })

  test('not read back is not called clean', async () => {
    const { path, file } = keep(make(2 * MiB))
    const outcome = await wipe(path, { readBack: 'none' })
    expect(outcome).toMatchObject({ end: 'finished', figures: { bytesRead: 0, coverage: 0, samplesUnchanged: 0 } })
    expect(foundNothingWrong(outcome)).toBe(false)
    expect(differsFromTile(file, 2 * MiB)).toBe('')
  })
})

describe('a file', () => {
  test.each([1, 100, 511, 513, 4095, 4097, MiB - 1, MiB + 1, 2 * MiB + 777])('of %i bytes is written over to its last byte and not beyond', async (bytes) => {
    const { path, file } = keep(imageFile(bytes))
    const outcome = await wipe(path)
    expect(outcome).toMatchObject({ end: 'finished', figures: { bytes, bytesWritten: bytes, bytesRead: bytes, badSectors: 0 } })
    expect(differsFromTile(file, bytes)).toBe('')
    expect(statSync(file).size).toBe(bytes)
  })

  test('whose last byte is wrong fails', async () => {
    const { path } = keep(imageFile(MiB + 100))
    await wipe(path)
    const open = openSync(path, 'r+')
    writeSync(open, Buffer.from([readFileSync(path)[MiB + 99] === 0 ? 1 : 0]), 0, 1, MiB + 99)
    closeSync(open)
    expect((await look(path)).figures?.badRanges).toEqual([{ what: 'differs', lba: MiB / 512, sectors: 1 }])
  })

  test('that held the pattern already has no samples that could have changed', async () => {
    const { path } = keep(imageFile(2 * MiB, { marked: false }))
    expect((await wipe(path, { pattern: 'zero' })).figures).toMatchObject({ samplesBefore: 0, samplesUnchanged: 0 })
  })

  test('that is empty, missing, or a folder is refused', async () => {
    const { path, file } = keep(imageFile(0))
    await expect(wipe(path)).rejects.toMatchObject({ code: 'target-empty' })
    await expect(wipe(`${file}-elsewhere`)).rejects.toMatchObject({ code: 'target-missing' })
    await expect(wipe('/tmp')).rejects.toMatchObject({ code: 'target-not-a-medium' })
    await expect(wipe('/dev/null')).rejects.toMatchObject({ code: 'target-not-a-medium' })
  })

  test('is not reached through a link', async () => {
    const { path } = keep(imageFile(MiB))
    symlinkSync(path, `${path}.link`)
    await expect(wipe(`${path}.link`)).rejects.toMatchObject({ code: 'target-not-a-medium' })
    expect(markersIn(path)).toBe(1)
  })

  test('that takes the place of the one that was looked at is not opened', async () => {
    const [meant, other] = [keep(imageFile(MiB)), keep(imageFile(MiB))]
    const swapping = openTarget(meant.path, 'write', async () => { renameSync(other.path, meant.path); return true })
    await expect(swapping).rejects.toMatchObject({ code: 'target-missing' })
    expect(markersIn(meant.path)).toBe(1)
  })
})

describe.skipIf(noLoopDevices !== null)('a device', () => {
  test('that is mounted is refused, and so is one that only may be read', async () => {
    const { path, file } = keep(loopDevice(16 * MiB))
    execFileSync('mkfs.ext4', ['-q', path])
    execFileSync('bash', ['-c', `mkdir '${file}.at' && mount '${path}' '${file}.at'`])
    try {
      await expect(wipe(path)).rejects.toMatchObject({ code: 'target-busy' })
    } finally {
      execFileSync('umount', [`${file}.at`])
    }
    const readOnly = attach(file, { readOnly: true })
    try {
      await expect(wipe(readOnly)).rejects.toMatchObject({ code: expect.stringMatching(/^target-(read-only|forbidden)$/) as string })
    } finally {
      detach(readOnly)
    }
  })

  test('that is no image is refused before it is opened', async () => {
    const { file, path } = keep(loopDevice(2 * MiB))
    await expect(wipe('/dev/null', {}, { open: openImage })).rejects.toMatchObject({ code: 'not-an-image' })
    expect(await wipe(path, {}, { open: openImage })).toMatchObject({ end: 'finished' })
    const over = attach(path)
    try {
      await expect(wipe(over, {}, { open: openImage })).rejects.toMatchObject({ code: 'not-an-image' })
    } finally {
      detach(over)
    }
    expect(differsFromTile(file, 2 * MiB)).toBe('')
  })
})
