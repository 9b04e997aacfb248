import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readdirSync, readlinkSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Checkpoint, WipeOutcome, WipeProgress } from '../../../core/wipes/overwrite.ts'
import { foundNothingWrong } from '../../../core/wipes/overwrite.ts'
import { listDrives } from '../../../main/drives/drives.ts'
import { runApart } from '../../../main/wiping/apart.ts'
import { type BeginEngine, spawnEngineFrom } from '../../../main/wiping/begin-engine.ts'
import { engage } from '../../../main/wiping/engine.ts'
import type { EngineJob } from '../../../main/wiping/engine-talk.ts'
import { realWiping } from '../../../main/wiping/wiping.ts'
import { type Image, imageFile, loopDevice, MARKER, noLoopDevices } from './loop-device.ts'
import { differsFromTile, markersIn, sampleSeed, seed } from './run.ts'

const MiB = 2 ** 20
const images: Image[] = []
const keep = (image: Image) => { images.push(image); return image }
afterEach(() => { for (const image of images.splice(0)) image.remove() })

/** The engine and what begins it as a release has them: one file each, side by side. */
let built = ''
let begin: BeginEngine
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'wipe-engine-'))
  for (const [name, file] of [['wipe-engine', 'main/wiping/engine-process.ts'], ['apart', 'main/wiping/apart.ts']] as const) {
    await build({ configFile: false, publicDir: false, logLevel: 'error', ssr: { noExternal: true }, build: { ssr: true, target: 'node20', outDir: built, emptyOutDir: false, minify: false, rolldownOptions: { input: { [name]: resolve(file) }, output: { format: 'cjs', entryFileNames: '[name].cjs' } } } })
  }
  begin = spawnEngineFrom([join(built, 'wipe-engine.cjs')])
})
afterAll(() => { rmSync(built, { recursive: true }) })

const jobFor = (path: string, more: Partial<EngineJob> = {}): EngineJob => ({
  do: 'overwrite', path, identity: null, pattern: 'tile', seed: seed.toString('hex'), readBack: 'full', sampleSeed: sampleSeed.toString('hex'), from: null, also: [], keepOut: [], ...more,
})

function how(more: Partial<Parameters<typeof runApart>[1]> = {}) {
  const told = { progress: [] as WipeProgress[], checkpoints: [] as Checkpoint[] }
  return { told, signal: new AbortController().signal, onProgress: (one: WipeProgress) => { told.progress.push(one) }, onCheckpoint: async (one: Checkpoint) => { told.checkpoints.push(one) }, ...more }
}

describe('an engine in a process of its own', () => {
  test('overwrites, tells how far it is, and answers as one beside us would', async () => {
    const { path, file } = keep(imageFile(24 * MiB))
    const watching = how()

    const outcome = await runApart(jobFor(path), watching, begin)

    expect(foundNothingWrong(outcome)).toBe(true)
    expect(differsFromTile(file, 24 * MiB)).toBe('')
    expect(watching.told.progress.at(-1)).toMatchObject({ phase: 'reading', bytesDone: 24 * MiB, bytesTotal: 24 * MiB })
    // A disk that takes longer than ten seconds has told of others before.
    expect(watching.told.checkpoints.at(-1)).toEqual({ pass: 1, offset: 24 * MiB, badRanges: [], bytesWritten: 24 * MiB, writeErrors: 0, resumes: 0 })
    expect(foundNothingWrong(await runApart(jobFor(path, { do: 'check', readBack: 'sample' }), how(), begin))).toBe(true)
  })

  test('begins from the tree as well', async () => {
    const { path } = keep(imageFile(2 * MiB))
    expect(foundNothingWrong(await runApart(jobFor(path), how()))).toBe(true)
  })

  test('says in a word why it cannot begin', async () => {
    expect(await runApart(jobFor('/nowhere/at-all'), how(), begin)).toMatchObject({ end: 'failed', reason: 'target-missing', phase: 'examining', figures: null })
  })

  test('that is called off says how far it came, and can be gone on with', async () => {
    const { path, file } = keep(imageFile(128 * MiB))
    const callingOff = new AbortController()
    const held = heldEngine()
    const first = await runApart(jobFor(path), how({
      signal: callingOff.signal,
      onProgress: ({ phase }) => {
        if (phase !== 'writing') return
        callingOff.abort()
        held.letGo()
      },
    }), held.begin)
    expect(first).toMatchObject({ end: 'abandoned', phase: 'writing' })
    expect(first.checkpoint?.offset).toBe((first.reachedLba ?? -1) * 512)
    expect(markersIn(file)).toBeGreaterThan(0)

    const second = await runApart(jobFor(path, { from: first.checkpoint }), how(), begin)

    expect(second).toMatchObject({ end: 'finished', figures: { resumes: 1, badSectors: 0, coverage: 1 } })
    expect(differsFromTile(file, 128 * MiB)).toBe('')
  })

  test('whose checkpoint cannot be written down goes no further', async () => {
    const { path } = keep(imageFile(1100 * MiB, { marked: false }))
    const outcome = await runApart(jobFor(path, { pattern: 'zero', seed: null, readBack: 'full' }), how({ onCheckpoint: async () => { throw new Error('the ledger is full') } }), begin)
    expect(outcome).toMatchObject({ end: 'failed', reason: 'checkpoint not kept: the ledger is full' })
  })

  test('is not waited for by checkpoints: of those told while one is being written down, the last is written next', async () => {
    const kept: number[] = []
    let go = (): void => {}
    const slow = new Promise<void>((resolve) => { go = resolve })
    const told = (offset: number) => JSON.stringify({ said: 'checkpoint', checkpoint: { pass: 1, offset, badRanges: [], bytesWritten: offset, writeErrors: 0, resumes: 0 } })
    const fast: BeginEngine = (heard) => {
      for (const offset of [1, 2, 3, 4]) heard(told(offset))
      return { pid: undefined, say: () => {}, ended: Promise.resolve({ how: 'exit 1' }) }
    }
    const run = runApart(jobFor('/nowhere'), how({ onCheckpoint: async ({ offset }) => { kept.push(offset); await slow } }), fast)
    go()
    expect(await run).toMatchObject({ end: 'failed', checkpoint: { offset: 4 } })
    expect(kept).toEqual([1, 4])
  })

  test('that dies is a run that failed, at whatever moment, and what it told is enough to go on', async () => {
    const { path, file } = keep(imageFile(96 * MiB))
    let from: Checkpoint | null = null
    for (let death = 0; death < 4; death++) {
      const outcome: WipeOutcome = await runApart(jobFor(path, { from }), how(), dyingAfter(randomInt(1, 60)))
      expect(['failed', 'finished']).toContain(outcome.end)
      if (outcome.end === 'failed') expect(outcome).toMatchObject({ figures: null, reason: expect.stringContaining('SIGKILL') as string })
      from = outcome.checkpoint
    }

    const last = await runApart(jobFor(path, { from }), how(), begin)

    expect(foundNothingWrong(last)).toBe(true)
    expect(differsFromTile(file, 96 * MiB)).toBe('')
  })

  test('calls its run off when the one who began it has gone', async () => {
    const { path, file } = keep(imageFile(1024 * MiB))
    const parent = spawn(process.execPath, ['-e', `
      require(${JSON.stringify(join(built, 'apart.cjs'))}).runApart(${JSON.stringify(jobFor(path))}, {
        signal: new AbortController().signal, onCheckpoint: async () => {}, onProgress: ({ phase }) => { if (phase === 'writing') process.kill(process.pid, 'SIGKILL') },
      })
    `], { stdio: 'ignore' })
    await new Promise((ended) => parent.on('exit', ended))
    while (isOpenSomewhere(path)) await wait(20)
    const last = Buffer.alloc(MARKER.length)
    const open = openSync(file, 'r')
    readSync(open, last, 0, last.length, 1023 * MiB)
    closeSync(open)
    expect(last).toEqual(MARKER)
  })

  test('is not held up by one who does not listen: what can be spared is not said', async () => {
    const { path, file } = keep(imageFile(64 * MiB))
    const said: string[] = []
    let heard: (line: string) => void = () => {}
    const run = engage({ lines: (listener) => { heard = listener; return new Promise(() => {}) }, say: (word) => { said.push(word.said); return false } })
    heard(JSON.stringify(jobFor(path)))
    await run
    expect(said.at(-1)).toBe('ended')
    expect(said.filter((word) => word === 'progress').length).toBeLessThan(8)
    expect(differsFromTile(file, 64 * MiB)).toBe('')
  })
})

describe.skipIf(noLoopDevices !== null)('the world\'s door to it', () => {
  test('wipes the drive that was meant, and no other that took its place', async () => {
    const { path, file } = keep(loopDevice(8 * MiB))
    const drive = (await listDrives({ keepOut: [] })).find((one) => one.path === path)
    if (!drive) throw new Error('a loop device is a drive')
    const wiping = realWiping({ keepOut: [], sealed: '', begin })
    const order = { pattern: 'tile' as const, readBack: 'full' as const, seed: new Uint8Array(seed), resume: null }

    for (const other of [{ ...drive, insertion: `${drive.insertion}0` }, { ...drive, serial: 'SN-2' }, { ...drive, bytes: drive.bytes * 2 }]) {
      expect(await wiping.overwrite({ drive: other, ...order }, how())).toMatchObject({ end: 'not-the-same', figures: null })
    }
    expect(markersIn(file)).toBe(8)

    const outcome = await wiping.overwrite({ drive, ...order }, how())
    expect(foundNothingWrong(outcome)).toBe(true)
    expect(differsFromTile(file, 8 * MiB)).toBe('')
    expect(foundNothingWrong(await wiping.check({ drive, pattern: 'tile', readBack: 'full', seed: new Uint8Array(seed) }, how()))).toBe(true)
  })

  test('draws a new seed each time', () => {
    const wiping = realWiping({ keepOut: [], sealed: '' })
    expect(wiping.freshSeed()).toHaveLength(32)
    expect(wiping.freshSeed()).not.toEqual(wiping.freshSeed())
  })
})

/** The engine, which goes no further than its eighth write before it is let go: a word that is on its way to it never comes after the end. */
function heldEngine(): { begin: BeginEngine; letGo(): void } {
  const [program, gone] = [join(built, 'held.cjs'), join(mkdtempSync(join(built, 'held-')), 'let-go')]
  writeFileSync(program, `
    const { promises, existsSync } = require('node:fs')
    const { open } = promises
    let writes = 0
    promises.open = async (...how) => {
      const handle = await open(...how)
      const write = handle.write.bind(handle)
      handle.write = async (...what) => {
        if (++writes > 8) while (!existsSync(${JSON.stringify(gone)})) await new Promise((next) => { setTimeout(next, 10) })
        return write(...what)
      }
      return handle
    }
  `)
  return { begin: spawnEngineFrom(['--require', program, join(built, 'wipe-engine.cjs')]), letGo: () => { writeFileSync(gone, '') } }
}

/** The engine, killed in earnest so many milliseconds after its first word. */
function dyingAfter(milliseconds: number): BeginEngine {
  return (heard) => {
    let dying = false
    const engine = begin((line) => {
      heard(line)
      if (!dying) setTimeout(() => { try { process.kill(engine.pid ?? Infinity, 'SIGKILL') } catch { /* It had ended by itself. */ } }, milliseconds)
      dying = true
    })
    return engine
  }
}

/** Whether any process has this file open. */
function isOpenSomewhere(path: string): boolean {
  return readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).some((pid) => {
    try {
      return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === path)
    } catch {
      return false
    }
  })
}
