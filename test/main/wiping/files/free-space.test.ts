import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { FreeSpaceWipe } from '../../../../core/wipes/files.ts'
import { wipeFreeSpace } from '../../../../main/wiping/files/free-space.ts'
import { removeLeftFills } from '../../../../main/wiping/files/left-fills.ts'
import { openElsewhere } from '../../../../main/wiping/files/open-elsewhere.ts'
import { type Image, imageOf } from './image.ts'

const marker = 'KIROKU-midori-city-0002-marker!!'
const quietly = () => ({ signal: new AbortController().signal, onProgress: () => {} })
const never = async () => false

let image: Image | null = null
afterEach(() => {
  image?.discard()
  image = null
})

/** Deletes 60 files of markers, and counts what the disk still holds of them. */
async function deletedOn(disk: Image): Promise<number> {
  mkdirSync(join(disk.folder, 'deleted'))
  for (let n = 0; n < 60; n++) writeFileSync(join(disk.folder, 'deleted', `${n}.csv`), marker.repeat(5000 + n * 20), { flush: true })
  writeFileSync(join(disk.folder, 'kept.csv'), 'the city keeps this', { flush: true })
  rmSync(join(disk.folder, 'deleted'), { recursive: true })
  disk.unmount()
  const left = await disk.count(marker)
  disk.mount()
  return left
}

test.for(['ext4', 'xfs'] as const)('%s: what was deleted is gone once its free space is filled, and everything else is as it was', async (made, { skip }) => {
  image = imageOf(made) ?? skip()
  const before = await deletedOn(image)
  expect(before).toBeGreaterThan(1000)

  const wipe = FreeSpaceWipe.parse(await wipeFreeSpace({ folder: image.folder, readBack: true }, quietly()))

  expect(wipe).toMatchObject({ outcome: 'filled', trouble: null, readBack: 'uncached', bytesDiffering: 0, leftBehind: [], fileSystem: made })
  expect(wipe.bytesWritten).toBeGreaterThan(wipe.freeBefore * 0.9)
  expect(wipe.limits).toContain('slack-of-living-files')
  expect(readdirSync(image.folder).filter((name) => name.startsWith('.azukari'))).toEqual([])
  image.unmount()
  const after = await image.count(marker)
  // Blocks that a file system keeps for itself are not reached. ext4 tells how many; xfs takes them out of what it calls free.
  expect(after).toBeLessThan(before * (0.25))
  if (made === 'ext4') expect(after * marker.length).toBeLessThanOrEqual(wipe.notReached)
  expect(wipe.limits).toContain('reserved-blocks')
})

test('the volume takes new files again as soon as it is done', async ({ skip }) => {
  image = imageOf('ext4') ?? skip()
  const before = statfsSync(image.folder)

  const wipe = await wipeFreeSpace({ folder: image.folder, readBack: false }, quietly())

  expect(wipe).toMatchObject({ outcome: 'filled', readBack: 'none', bytesRead: 0 })
  expect(statfsSync(image.folder).bfree).toBeGreaterThan(before.bfree - 64)
})

test('a cancel frees everything, and says how far it came', async ({ skip }) => {
  image = imageOf('ext4') ?? skip()
  const cancel = new AbortController()

  const wipe = await wipeFreeSpace({ folder: image.folder, readBack: true }, { signal: cancel.signal, onProgress: ({ bytesDone }) => { if (bytesDone >= 5 << 20) cancel.abort() } })

  expect(wipe).toMatchObject({ outcome: 'abandoned', bytesWritten: 5 << 20, leftBehind: [] })
  expect(readdirSync(image.folder).filter((name) => name.startsWith('.azukari'))).toEqual([])
})

test.runIf(process.platform === 'linux')('a kill gives the room back at once, and the next start removes what has a name', async ({ skip }) => {
  image = imageOf('ext4') ?? skip()
  const before = statfsSync(image.folder)
  const script = `
    import { wipeFreeSpace } from ${JSON.stringify(join(import.meta.dirname, '../../../../main/wiping/files/free-space.ts'))}
    await wipeFreeSpace({ folder: process.argv.at(-1), readBack: false }, { signal: new AbortController().signal, onProgress: ({ bytesDone }) => { if (bytesDone === ${8 << 20}) { console.log('filling'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) } } })`
  const program = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, image.folder], { cwd: join(import.meta.dirname, '../../../..'), stdio: ['ignore', 'pipe', 'inherit'] })
  await once(program.stdout, 'data')

  expect(await removeLeftFills([image.folder], openElsewhere())).toEqual([])
  program.kill('SIGKILL')
  await once(program, 'close')

  expect(statfsSync(image.folder).bfree).toBeGreaterThan(before.bfree - 64)
  const [left] = readdirSync(image.folder).filter((name) => name.startsWith('.azukari'))
  expect(await removeLeftFills([image.folder], openElsewhere())).toEqual([join(image.folder, left ?? '')])
  expect(readdirSync(image.folder)).toEqual(['lost+found'])
})

test('only what a fill calls its own is removed at the next start', async ({ skip }) => {
  image = imageOf('ext4') ?? skip()
  const fill = join(image.folder, '.azukari-free-space-0123456789ab')
  for (const folder of [fill, join(image.folder, '.azukari-free-space-mine'), join(image.folder, 'elsewhere')]) mkdirSync(folder)
  for (const name of ['held', 'fill-1', 'small-0', 'letter.txt']) writeFileSync(join(fill, name), 'x')
  writeFileSync(join(image.folder, 'elsewhere', 'held'), 'x')
  symlinkSync(join(image.folder, 'elsewhere'), join(image.folder, '.azukari-free-space-ba9876543210'))

  expect(await removeLeftFills([image.folder, join(image.folder, 'nowhere')], never)).toEqual([])

  expect(readdirSync(fill)).toEqual(['letter.txt'])
  expect(existsSync(join(image.folder, 'elsewhere', 'held'))).toBe(true)
  expect(existsSync(join(image.folder, '.azukari-free-space-mine'))).toBe(true)
})

test.runIf(process.platform === 'linux' && existsSync('/dev/shm'))('memory is not filled', async () => {
  expect(await wipeFreeSpace({ folder: '/dev/shm', readBack: false }, quietly())).toMatchObject({ outcome: 'failed', trouble: 'unsuitable', bytesWritten: 0 })
})

test('a volume that cannot be written to is not filled, and says why', async ({ skip }) => {
  image = imageOf('ext4') ?? skip()
  spawnSync('mount', ['-o', 'remount,ro', image.folder])

  expect(await wipeFreeSpace({ folder: image.folder, readBack: false }, quietly())).toMatchObject({ outcome: 'failed', trouble: 'read-only-volume', system: 'EROFS', bytesWritten: 0, leftBehind: [] })
})
