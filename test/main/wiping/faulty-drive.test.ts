import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { foundNothingWrong } from '../../../core/wipes/overwrite.ts'
import { passesOf } from '../../../crypto/wipe/pattern.ts'
import { TILE } from '../../../crypto/wipe/tile.ts'
import { type FaultyDrive, faultyDrive, noFaultyDrives } from './faulty-drive.ts'
import { look, seed, wipe } from './run.ts'

const MiB = 2 ** 20
let drive: FaultyDrive | undefined
afterEach(() => { drive?.remove(); drive = undefined })

/** The sectors that do not hold the tile, read from under the faults. */
function sectorsLeft(file: string): number[] {
  const content = readFileSync(file)
  const [pass] = passesOf('tile', seed)
  const chunk = new Uint8Array(TILE)
  pass?.prime(chunk)
  return Array.from({ length: content.length / 512 }, (_, n) => n).filter((lba) => {
    const at = lba * 512
    if (at % TILE === 0) pass?.turn(chunk, at)
    return !content.subarray(at, at + 512).equals(chunk.subarray(at % TILE, (at % TILE) + 512))
  })
}

// Said in the list of tests where it cannot be tried.
describe.skipIf(noFaultyDrives !== null)(`a drive with bad sectors, as the kernel reports them${noFaultyDrives === null ? '' : ` (not tried: ${noFaultyDrives})`}`, () => {
  test('keeps its old content in the three that cannot be written, and nowhere else', async () => {
    drive = await faultyDrive(32 * MiB, { unwritable: [8192, 8193, 40_960] })

    const outcome = await wipe(drive.path)

    expect(outcome).toMatchObject({ end: 'finished', figures: { writeErrors: 3, badSectors: 3, bytesWritten: 32 * MiB - 3 * 512, coverage: 1 } })
    expect(outcome.figures?.badRanges).toEqual([{ what: 'unwritable', lba: 8192, sectors: 2 }, { what: 'unwritable', lba: 40_960, sectors: 1 }])
    expect(sectorsLeft(drive.file)).toEqual([8192, 8193, 40_960])
    expect(foundNothingWrong(outcome)).toBe(false)
  })

  test('lists those that cannot be read back, although they were written', async () => {
    drive = await faultyDrive(8 * MiB, { unreadable: [0, 5000, 16_383] })

    const outcome = await wipe(drive.path)

    expect(outcome.figures?.badRanges).toEqual([0, 5000, 16_383].map((lba) => ({ what: 'unreadable', lba, sectors: 1 })))
    expect(outcome.figures).toMatchObject({ writeErrors: 0, bytesRead: 8 * MiB - 3 * 512 })
    expect(outcome.figures?.coverage).toBeLessThan(1)
    expect(sectorsLeft(drive.file)).toEqual([])
  })

  test('that is pulled out while it is written is seen at once, and not as bad sectors', async () => {
    drive = await faultyDrive(64 * MiB)
    let pulled: Promise<void> | undefined

    const outcome = await wipe(drive.path, {}, { onProgress: ({ phase, bytesDone }) => { if (phase === 'writing' && bytesDone > 8 * MiB) pulled ??= drive?.pullOut() }, now: tenthsOfASecond() })

    await pulled
    expect(outcome).toMatchObject({ end: 'device-gone', reason: 'EIO' })
    expect(foundNothingWrong(outcome)).toBe(false)
    expect(outcome.figures?.badSectors).toBeLessThan(2048)
  })

  test('that is pulled out while it is read back is seen at once', async () => {
    drive = await faultyDrive(32 * MiB)
    let pulled: Promise<void> | undefined
    await wipe(drive.path, { readBack: 'none' })

    const outcome = await look(drive.path, {}, { onProgress: ({ bytesDone }) => { if (bytesDone > 4 * MiB) pulled ??= drive?.pullOut() }, now: tenthsOfASecond() })

    await pulled
    expect(outcome).toMatchObject({ end: 'device-gone', phase: 'reading' })
  })
})

/** A clock on which every look is a tenth of a second, so that nearly every chunk is told. */
function tenthsOfASecond(): () => number {
  let milliseconds = 0
  return () => { milliseconds += 100; return milliseconds }
}
