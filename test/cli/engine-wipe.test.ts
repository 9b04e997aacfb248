import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Image, loopDevice, noLoopDevices } from '../main/wiping/loop-device.ts'
import { azukari, run, startAzukari } from './run.ts'

const MiB = 2 ** 20
let folder = ''
const at = (...names: string[]) => join(folder, ...names)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-wipe-'))
  writeFileSync(at('medium.img'), '90000001,青葉野　太郎\n'.repeat(100_000))
})
afterEach(() => { rmSync(folder, { recursive: true }) })

const overwrite = (target: string, ...more: string[]) => azukari(['engine', 'overwrite', target, '--json', ...more])
const check = (target: string, ...more: string[]) => azukari(['engine', 'check', target, '--json', ...more])

describe('overwriting on the command line', () => {
  test('leaves of an image zeros, in the eyes of cmp too', async () => {
    const { size } = statSync(at('medium.img'))
    const done = await overwrite(at('medium.img'), '--pattern', 'zero')
    expect(done.code).toBe(0)
    expect(JSON.parse(done.out)).toMatchObject({ end: 'finished', figures: { bytes: size, bytesWritten: size, bytesRead: size, badSectors: 0, coverage: 1 } })
    expect(await run('cmp', ['-n', String(size), at('medium.img'), '/dev/zero'])).toMatchObject({ code: 0 })
    expect(statSync(at('medium.img')).size).toBe(size)
  })

  test('makes a seed that another check needs, and keeps it from others', async () => {
    const done = await overwrite(at('medium.img'), '--pattern', 'tile', '--verify', 'sample', '--seed-file', at('seed'))
    expect(done.code).toBe(0)
    expect(readFileSync(at('seed'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    expect(statSync(at('seed')).mode & 0o777).toBe(0o600)
    expect(done.out).not.toContain(readFileSync(at('seed'), 'utf8').trim())

    const { sampleSeed } = (JSON.parse(done.out) as { figures: { sampleSeed: string } }).figures
    expect(await check(at('medium.img'), '--pattern', 'tile', '--verify', 'sample', '--sample-seed', sampleSeed, '--seed-file', at('seed'))).toMatchObject({ code: 0 })
    writeFileSync(at('other-seed'), Buffer.alloc(32, 7))
    expect(await check(at('medium.img'), '--pattern', 'tile', '--seed-file', at('other-seed'))).toMatchObject({ code: 1 })
  })

  test('and a check that finds another byte is a refusal that names the sector', async () => {
    await overwrite(at('medium.img'), '--pattern', 'ones', '--verify', 'none')
    const bytes = readFileSync(at('medium.img'))
    bytes[5 * 512 + 100] = 0
    writeFileSync(at('medium.img'), bytes)
    const checked = await check(at('medium.img'), '--pattern', 'ones')
    expect(checked.code).toBe(1)
    expect(JSON.parse(checked.out)).toMatchObject({ end: 'finished', figures: { badRanges: [{ what: 'differs', lba: 5, sectors: 1 }] } })
  })

  test('of a drive, a folder or nothing is refused in both languages before anything is opened', async () => {
    const refused = await overwrite('/dev/null', '--pattern', 'zero')
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.out)).toMatchObject({ refused: [{ code: 'not-an-image', message: expect.stringMatching(/ループデバイス.*Only regular files/) as string }] })
    expect(await overwrite(folder, '--pattern', 'zero')).toMatchObject({ code: 1 })
    expect(JSON.parse((await overwrite(at('nothing'), '--pattern', 'zero')).out)).toMatchObject({ refused: [{ code: 'target-missing' }] })
    expect(existsSync(at('nothing'))).toBe(false)
  })

  test('without a seed that fits writes nothing', async () => {
    const before = readFileSync(at('medium.img'))
    writeFileSync(at('seed'), 'short')
    expect(JSON.parse((await overwrite(at('medium.img'), '--pattern', 'tile', '--seed-file', at('seed'))).out)).toMatchObject({ refused: [{ code: 'seed-unfit' }] })
    expect(JSON.parse((await overwrite(at('medium.img'), '--pattern', 'tile', '--seed-file', at('no', 'folder', 'seed'))).out)).toMatchObject({ refused: [{ code: 'seed-unwritable' }] })
    expect(JSON.parse((await check(at('medium.img'), '--pattern', 'tile', '--seed-file', at('none'))).out)).toMatchObject({ refused: [{ code: 'seed-missing' }] })
    expect(readFileSync(at('medium.img')).equals(before)).toBe(true)
  })

  test.each([
    [['overwrite', 'x', '--pattern', 'glitter']], [['overwrite', 'x', '--pattern', 'zero', '--verify', 'hardly']], [['overwrite', 'x', 'y', '--pattern', 'zero']],
    [['check', 'x', '--pattern', 'tile']], [['check', 'x', '--pattern', 'zero', '--verify', 'none']], [['check', 'x', '--pattern', 'zero', '--sample-seed', '12']],
  ])('%j is not understood', async (words) => {
    expect(await azukari(['engine', ...words])).toMatchObject({ code: 2 })
  })

  test('interrupted says where, and with the code of an interruption', async () => {
    // A hole: nobody gets to its end before the signal.
    truncateSync(at('medium.img'), 16 * 1024 * MiB)
    const child = startAzukari(['engine', 'overwrite', at('medium.img'), '--pattern', 'ones', '--json'])
    let out = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => { out += text })
    while (readFileSync(`/proc/${child.pid}/io`, 'utf8').match(/^write_bytes: (\d+)$/m)?.[1] === '0') await new Promise((go) => { setImmediate(go) })
    child.kill('SIGINT')
    const code = await new Promise((ended) => child.on('close', ended))
    expect({ code, outcome: JSON.parse(out) as unknown }).toMatchObject({ code: 130, outcome: { end: 'abandoned', phase: 'writing', reachedLba: expect.any(Number) as number } })
  })
})

describe.skipIf(noLoopDevices !== null)('a loop device on the command line', () => {
  let image: Image | undefined
  afterEach(() => { image?.remove() })

  test.each([512, 4096])('with sectors of %i bytes is written over and checked', async (sectorBytes) => {
    image = loopDevice(8 * MiB, { sectorBytes })
    const done = await overwrite(image.path, '--pattern', 'complement')
    expect(done).toMatchObject({ code: 0 })
    expect(JSON.parse(done.out)).toMatchObject({ figures: { sectorBytes, passes: 2, bytesWritten: 16 * MiB, uncached: true } })
    expect(await check(image.path, '--pattern', 'complement')).toMatchObject({ code: 0 })
    expect(await check(image.path, '--pattern', 'zero')).toMatchObject({ code: 1 })
  })
})
