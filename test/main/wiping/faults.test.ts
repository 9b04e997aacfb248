import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BadRange, type Checkpoint, foundNothingWrong, type WipeOutcome, type WipeProgress } from '../../../core/wipes/overwrite.ts'
import { passesOf } from '../../../crypto/wipe/pattern.ts'
import { TILE } from '../../../crypto/wipe/tile.ts'
import { type Faults, memoryTarget, type MemoryTarget } from './memory-target.ts'
import { look, seed, wipe } from './run.ts'

const MiB = 2 ** 20

async function wiped(bytes: number, sectorBytes: number, faults: Faults, order: Parameters<typeof wipe>[1] = {}, how: Parameters<typeof wipe>[2] = {}): Promise<{ outcome: WipeOutcome; target: MemoryTarget }> {
  const target = memoryTarget(bytes, sectorBytes, faults)
  return { outcome: await wipe('memory', order, { open: async () => target, ...how }), target }
}

/** The sectors that hold what the tile says, by a plain comparison of everything. */
function heldBy({ content, sectorBytes, bytes }: MemoryTarget): Set<number> {
  const [pass] = passesOf('tile', seed)
  const chunk = new Uint8Array(TILE)
  pass?.prime(chunk)
  const held = new Set<number>()
  for (let at = 0; at < bytes; at += sectorBytes) {
    if (at % TILE === 0) pass?.turn(chunk, at)
    if (content.subarray(at, at + sectorBytes).equals(chunk.subarray(at % TILE, (at % TILE) + Math.min(sectorBytes, bytes - at)))) held.add(at / sectorBytes)
  }
  return held
}

const sectorsOf = (ranges: readonly BadRange[] = []) => ranges.flatMap(({ lba, sectors }) => Array.from({ length: sectors }, (_, n) => lba + n))

describe('a medium with bad sectors', () => {
  const media = fc.record({ bytes: fc.integer({ min: 1, max: 3 * MiB }), sectorBytes: fc.constantFrom(512, 4096), atMost: fc.constantFrom(undefined, 4096, 65_536 + 512, 300_000) })
  const some = fc.array(fc.oneof(fc.integer({ min: 0, max: 6200 }), fc.integer({ min: 2040, max: 2060 })), { maxLength: 40 })

  test('keeps what it held in exactly those, and exactly those are listed', async () => {
    await fc.assert(fc.asyncProperty(media, some, some, some, async ({ bytes, sectorBytes, atMost }, unwritable, unreadable, passing) => {
      const sectors = Math.ceil(bytes / sectorBytes)
      const there = (lbas: number[]) => [...new Set(lbas.filter((lba) => lba < sectors))].toSorted((a, b) => a - b)
      const [badWrites, badReads] = [there(unwritable), there(unreadable)]

      const { outcome, target } = await wiped(bytes, sectorBytes, { unwritable: badWrites, unreadable: badReads, passing: there(passing), ...(atMost === undefined ? {} : { atMost }) })

      expect(outcome.end).toBe('finished')
      const lost = new Set(badWrites)
      expect([...heldBy(target)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: sectors }, (_, n) => n).filter((lba) => !lost.has(lba)))
      const figures = outcome.figures
      const all = there([...badWrites, ...badReads])
      expect(sectorsOf(figures?.badRanges)).toEqual(all)
      expect(sectorsOf(figures?.badRanges.filter(({ what }) => what === 'unwritable'))).toEqual(badWrites)
      expect(figures).toMatchObject({ badSectors: all.length, badRangesLeftOut: 0, writeErrors: badWrites.length })
      expect(foundNothingWrong(outcome)).toBe(all.length === 0)
    }), { numRuns: 50 })
  })

  test('takes few requests: a sector is found by halving', async () => {
    const { target } = await wiped(4 * MiB, 512, { unwritable: [3000] }, { readBack: 'none' })
    expect(target.requests).toBeLessThan(4 + 2 * 12 + 128 + 5)
  })

  test('says of sectors in a row that they are one range', async () => {
    const { outcome } = await wiped(3 * MiB, 512, { unwritable: Array.from({ length: 100 }, (_, n) => 2000 + n), unreadable: [2100, 2101] })
    expect(outcome.figures?.badRanges).toEqual([{ what: 'unwritable', lba: 2000, sectors: 100 }, { what: 'unreadable', lba: 2100, sectors: 2 }])
  })

  test('of which 32 MiB in a row are dead is given up as failing, and what lies behind is not claimed', async () => {
    const dead = Array.from({ length: 40 * 256 }, (_, n) => 512 + n)
    const { outcome } = await wiped(50 * MiB, 4096, { unwritable: dead })
    expect(outcome).toMatchObject({ end: 'failing', phase: 'writing', figures: { bytesRead: 0, coverage: 0 }, checkpoint: null })
    expect(outcome.reachedLba).toBeGreaterThanOrEqual(512 + 29 * 256)
    expect(outcome.reachedLba).toBeLessThanOrEqual(512 + 33 * 256)
    expect(foundNothingWrong(outcome)).toBe(false)
  })
})

describe('a medium that lies', () => {
  test('and drops writes does not pass, and what it dropped is listed', async () => {
    const { outcome } = await wiped(8 * MiB, 512, { dropped: Array.from({ length: 1024 }, (_, n) => 5000 + n) })
    expect(outcome).toMatchObject({ end: 'finished', figures: { badRanges: [{ what: 'differs', lba: 5000, sectors: 1024 }], misplaced: [], bytesInTruth: null } })
    expect(foundNothingWrong(outcome)).toBe(false)
  })

  test.each([[512, 8 * MiB], [4096, 8 * MiB], [512, 5 * MiB + 512]])('and announces 32 MiB (sectors of %i) where it has %i bytes does not pass, and its size is found', async (sectorBytes, bytesInTruth) => {
    const { outcome } = await wiped(32 * MiB, sectorBytes, { bytesInTruth })
    expect(outcome).toMatchObject({ end: 'finished', figures: { badSectors: (32 * MiB - bytesInTruth) / sectorBytes, bytesInTruth } })
    expect(outcome.figures?.misplaced[0]).toMatchObject({ lba: 0, holds: (Math.ceil(32 * MiB / bytesInTruth) - 1) * bytesInTruth / sectorBytes })
    expect(foundNothingWrong(outcome)).toBe(false)
  })

  test('and ends before it should is written up to there, and all the rest is listed', async () => {
    const { outcome, target } = await wiped(4 * MiB, 512, { endsAt: 3 * MiB + 512 })
    expect(outcome).toMatchObject({ end: 'finished', figures: { badRanges: [{ what: 'unwritable', lba: 6145, sectors: 2047 }], bytesWritten: 3 * MiB + 512, bytesRead: 3 * MiB + 512 } })
    expect(heldBy(target).size).toBe(6145)
    expect(foundNothingWrong(outcome)).toBe(false)
  })

  test('about its size is found out by a sample, too', async () => {
    const { outcome } = await wiped(64 * MiB, 512, { bytesInTruth: 16 * MiB }, { readBack: 'sample' })
    expect(outcome.figures).toMatchObject({ bytesInTruth: 16 * MiB })
    expect(foundNothingWrong(outcome)).toBe(false)
  })

  test('and puts a sector in another one\'s place is told whose it holds, not that it is small', async () => {
    const { target } = await wiped(2 * MiB, 512, {})
    target.content.copy(target.content, 100 * 512, 3000 * 512, 3004 * 512)
    const outcome = await look('memory', {}, { open: async () => target })
    expect(outcome.figures).toMatchObject({ badRanges: [{ what: 'differs', lba: 100, sectors: 4 }], misplaced: [{ lba: 100, sectors: 4, holds: 3000 }], bytesInTruth: null })
  })

  test('and keeps everything as it was is seen in the samples taken before, even where nothing is read back', async () => {
    const { outcome } = await wiped(2 * MiB, 512, { dropped: Array.from({ length: 4096 }, (_, n) => n) }, { readBack: 'none' })
    expect(outcome.figures?.samplesUnchanged).toBe(outcome.figures?.samplesBefore)
    expect(outcome.figures?.samplesBefore).toBeGreaterThan(30)
  })
})

describe('a medium that is pulled out', () => {
  test.each([['while it is written', 30], ['at the first request', 0], ['while it is read back', 70 + 40 + 30]])('%s is seen at once', async (_when, goneAfter) => {
    const { outcome, target } = await wiped(40 * MiB, 512, { goneAfter })
    expect(outcome).toMatchObject({ end: 'device-gone' })
    expect(target.requests).toBeLessThan(goneAfter + 64 + 300)
    expect(foundNothingWrong(outcome)).toBe(false)
  })
})

describe('a flush that fails', () => {
  test('is not asked again: what was written since the last checkpoint is written again', async () => {
    const { outcome, target } = await wiped(3 * MiB, 512, { failedFlushes: [1] })
    expect(outcome).toMatchObject({ end: 'finished', figures: { badSectors: 0, writeErrors: 1 } })
    expect(heldBy(target).size).toBe(3 * 2048)
  })

  test('and fails again makes of it sectors that cannot be vouched for', async () => {
    const { outcome } = await wiped(3 * MiB, 512, { failedFlushes: [1, 2] })
    expect(outcome.figures).toMatchObject({ badRanges: [{ what: 'unwritable', lba: 0, sectors: 3 * 2048 }], bytesWritten: 0 })
    expect(foundNothingWrong(outcome)).toBe(false)
  })

  test('where writing goes through the cache is not made good by writing again', async () => {
    const { outcome } = await wiped(3 * MiB, 512, { failedFlushes: [1], uncached: false })
    expect(outcome.figures).toMatchObject({ badRanges: [{ what: 'unwritable', lba: 0, sectors: 3 * 2048 }] })
  })

  test('leaves no checkpoint behind it when the run is called off before it is made good', async () => {
    const calledOff = new AbortController()
    let flushes = 0
    const target = memoryTarget(3 * MiB, 512, { failedFlushes: [1] })
    const outcome = await wipe('memory', {}, { signal: calledOff.signal, open: async () => ({ ...target, flush: async () => { if (++flushes === 1) calledOff.abort(); await target.flush() } }) })
    expect(outcome).toMatchObject({ end: 'abandoned', reachedLba: 0, checkpoint: { offset: 0 } })
  })
})

describe('a run that is called off', () => {
  test('says to which sector it came, and everything below is written', async () => {
    const calledOff = new AbortController()
    let requests = 0
    const { outcome, target } = await wiped(64 * MiB, 512, { onRequest: () => { if (++requests === 100) calledOff.abort() } }, {}, { signal: calledOff.signal })

    expect(outcome).toMatchObject({ end: 'abandoned', phase: 'writing', pass: 1 })
    const reached = outcome.reachedLba ?? 0
    expect(reached).toBeGreaterThan(20 * 2048)
    expect(outcome.checkpoint).toMatchObject({ pass: 1, offset: reached * 512 })
    const held = heldBy(target)
    expect(Array.from({ length: reached }, (_, n) => n).every((lba) => held.has(lba))).toBe(true)
    expect(foundNothingWrong(outcome)).toBe(false)
  })

  test('while bad sectors are looked for stops there and not after them', async () => {
    const calledOff = new AbortController()
    let requests = 0
    const { outcome, target } = await wiped(8 * MiB, 512, { unwritable: Array.from({ length: 4096 }, (_, n) => 2048 + n), onRequest: () => { if (++requests === 300) calledOff.abort() } }, {}, { signal: calledOff.signal })
    expect(outcome.end).toBe('abandoned')
    expect(target.requests).toBeLessThan(320)
  })

  test('is gone on with from where it was, and read back in full', async () => {
    const calledOff = new AbortController()
    const target = memoryTarget(16 * MiB, 512, { unwritable: [77, 9000], onRequest: () => { if (++requests === 140) calledOff.abort() } })
    let requests = 0
    const first = await wipe('memory', { readBack: 'sample' }, { signal: calledOff.signal, open: async () => target })
    expect(first.end).toBe('abandoned')

    const second = await wipe('memory', { readBack: 'sample', from: first.checkpoint }, { open: async () => target })

    expect(second).toMatchObject({ end: 'finished', checkpoint: null, figures: { resumes: 1, readBack: 'full', coverage: 1, badRanges: [{ lba: 77 }, { lba: 9000 }], bytesWritten: 16 * MiB - 1024, samplesUnchanged: null } })
    expect(heldBy(target).size).toBe(32_768 - 2)
  })

  test('and whose medium was changed meanwhile is begun again', async () => {
    const target = memoryTarget(4 * MiB, 512)
    const from: Checkpoint = { pass: 1, offset: 3 * MiB, badRanges: [], bytesWritten: 3 * MiB, writeErrors: 0, resumes: 2 }
    const outcome = await wipe('memory', { from }, { open: async () => target })
    expect(outcome).toMatchObject({ end: 'finished', figures: { resumes: 3, badSectors: 0 } })
    expect(heldBy(target).size).toBe(4 * 2048)
  })

  test('in its second pass goes on in the second', async () => {
    const target = memoryTarget(4 * MiB, 512)
    target.content.fill(0xaa, 0, 2 * MiB).fill(0x55, 2 * MiB)
    const from: Checkpoint = { pass: 2, offset: 2 * MiB, badRanges: [], bytesWritten: 6 * MiB, writeErrors: 0, resumes: 0 }
    const outcome = await wipe('memory', { from, pattern: 'complement', seed: null }, { open: async () => target })
    expect(outcome).toMatchObject({ end: 'finished', figures: { badSectors: 0, bytesWritten: 8 * MiB, passes: 2 } })
    expect(target.content.every((byte) => byte === 0xaa)).toBe(true)
  })
})

describe('another drive in its place', () => {
  const identity = { path: 'memory', serial: 'AZ-0001', bytes: 2 * MiB, insertion: '7', logicalSector: 512, hindrances: [] }

  test.each([
    ['serial', 'AZ-0002', 'other-serial'], ['serial', null, 'other-serial'], ['bytes', 4 * MiB, 'other-size'], ['insertion', '8', 'other-insertion'], ['logicalSector', 4096, 'other-sector'],
  ])('known by its %s (%s) is not touched', async (key, value, reason) => {
    const { outcome, target } = await wiped(2 * MiB, 512, {}, { identity }, { reread: async () => ({ ...identity, [key]: value }) })
    expect(outcome).toMatchObject({ end: 'not-the-same', reason, figures: null, checkpoint: null })
    expect(target.content.every((byte) => byte === 65)).toBe(true)
  })

  test('is not touched when something has come to stand against it meanwhile', async () => {
    const { outcome, target } = await wiped(2 * MiB, 512, {}, { identity }, { reread: async () => ({ ...identity, hindrances: ['mounted'] }) })
    expect(outcome).toMatchObject({ end: 'not-the-same', reason: 'mounted' })
    expect(target.content.every((byte) => byte === 65)).toBe(true)
  })

  test.each([
    ['has no serial number, which is no other\'s either', { ...identity, serial: null }, 'no-serial'],
    ['was hindered when it was chosen, and still is', { ...identity, hindrances: ['vault' as const] }, 'vault'],
  ])('that %s is not touched', async (_what, drive, reason) => {
    const { outcome, target } = await wiped(2 * MiB, 512, {}, { identity: drive }, { reread: async () => drive })
    expect(outcome).toMatchObject({ end: 'not-the-same', reason })
    expect(target.content.every((byte) => byte === 65)).toBe(true)
  })

  test('is not touched when what is open is another insertion than what the list shows at its path', async () => {
    const target = { ...memoryTarget(2 * MiB, 512), insertion: '9' }
    const outcome = await wipe('memory', { identity }, { open: async () => target, reread: async () => identity })
    expect(outcome).toMatchObject({ end: 'not-the-same', reason: 'other-insertion' })
    expect(target.content.every((byte) => byte === 65)).toBe(true)
  })

  test('is not touched when nobody can say what it is, or when its size is another', async () => {
    for (const { order, reread } of [{ order: identity, reread: async () => null }, { order: { ...identity, bytes: 3 * MiB }, reread: async () => ({ ...identity, bytes: 3 * MiB }) }]) {
      const { outcome, target } = await wiped(2 * MiB, 512, {}, { identity: order }, { reread })
      expect(outcome.end).toBe('not-the-same')
      expect(target.content.every((byte) => byte === 65)).toBe(true)
    }
  })

  test('that is the same is written over, and asked for after it was opened', async () => {
    const order: string[] = []
    const target = memoryTarget(2 * MiB, 512)
    const outcome = await wipe('memory', { identity }, {
      open: async () => { order.push('open'); return { ...target, write: (piece, offset) => { order.push('write'); return target.write(piece, offset) } } },
      reread: async () => { order.push('reread'); return identity },
    })
    expect(outcome.end).toBe('finished')
    expect(order.slice(0, 3)).toEqual(['open', 'reread', 'write'])
  })
})

describe('what is told on the way', () => {
  test('bytes go up to all there are, and rate and time left follow the clock', async () => {
    const told: WipeProgress[] = []
    let milliseconds = 0
    // 10 MiB a second: each request of a MiB takes a tenth.
    await wiped(64 * MiB, 512, { onRequest: () => { milliseconds += 100 } }, {}, { now: () => milliseconds, onProgress: (progress) => told.push(progress) })

    const writing = told.filter(({ phase }) => phase === 'writing')
    expect(writing.at(-1)).toMatchObject({ bytesDone: 64 * MiB, bytesTotal: 64 * MiB, passes: 1 })
    expect(writing.every(({ bytesDone }, n) => bytesDone >= (writing[n - 1]?.bytesDone ?? 0))).toBe(true)
    const halfway = writing.find(({ bytesDone }) => bytesDone >= 32 * MiB)
    expect(halfway?.rate).toBeGreaterThan(9 * MiB)
    expect(halfway?.rate).toBeLessThan(11.5 * MiB)
    expect(Math.abs((halfway?.secondsLeft ?? 0) - 9.6)).toBeLessThan(1.5)
    expect(told.at(-1)).toMatchObject({ phase: 'reading', bytesDone: 64 * MiB })
  })

  test('checkpoints come after every ten seconds, and only of what was flushed', async () => {
    const checkpoints: Checkpoint[] = []
    let [milliseconds, flushed] = [0, 0]
    const target = memoryTarget(64 * MiB, 512, { onRequest: () => { milliseconds += 1000 } })
    await wipe('memory', { readBack: 'none' }, { now: () => milliseconds, onCheckpoint: (checkpoint) => { expect(flushed).toBe(checkpoints.push(checkpoint)) }, open: async () => ({ ...target, flush: async () => { flushed++ } }) })
    expect(checkpoints.length).toBeGreaterThan(4)
    expect(checkpoints.at(-1)).toMatchObject({ offset: 64 * MiB, pass: 1 })
  })

  test('a mistake of our own ends the run as failed, and is not taken for bad sectors', async () => {
    const target = memoryTarget(2 * MiB, 512)
    const outcome = await wipe('memory', {}, { open: async () => ({ ...target, write: () => Promise.reject(new TypeError('a bug')) }) })
    expect(outcome).toMatchObject({ end: 'failed', reason: 'TypeError: a bug', figures: { badSectors: 0, bytesWritten: 0 } })
  })
})
