import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { foundNothingWrong } from '../../../core/wipes/overwrite.ts'
import type { BeginEngine } from '../../../main/wiping/begin-engine.ts'
import { elevatedEngine } from '../../../main/wiping/elevated-engine.ts'
import { realWiping } from '../../../main/wiping/wiping.ts'
import { listDrives } from '../../../main/drives/drives.ts'
import { type Image, loopDevice, MARKER, noLoopDevices } from './loop-device.ts'
import { differsFromTile, seed } from './run.ts'

const MiB = 2 ** 20
let folder = ''
let image: Image | undefined
const calls = (): string => (existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8') : '')
/** A pkexec of paper: it notes what it was asked to start, with which environment, and starts it or does not. */
function pkexec(then: string): string {
  const path = join(folder, 'pkexec')
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$*" >> ${join(folder, 'calls')}\n${then}\n`)
  chmodSync(path, 0o755)
  return path
}
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'azukari-pkexec-')) })
afterEach(() => { image?.remove(); image = undefined; rmSync(folder, { recursive: true, force: true }) })

/** An engine of somebody without the right to open the drive. */
const forbidden: BeginEngine = (heard) => ({ pid: undefined, say: () => { heard(JSON.stringify({ said: 'refused', code: 'target-forbidden', facts: {} })) }, ended: new Promise((ended) => { setImmediate(() => ended({ how: 'exit 0' })) }) })
const how = { signal: new AbortController().signal, onProgress: () => {}, onCheckpoint: async () => {} }

async function wiped(elevated: BeginEngine | null) {
  image = loopDevice(8 * MiB)
  const drive = (await listDrives({ keepOut: [] })).find(({ path }) => path === image?.path)
  if (!drive) throw new Error('a loop device is a drive')
  return realWiping({ keepOut: [], sealed: '', begin: forbidden, elevated }).overwrite({ drive, pattern: 'tile', readBack: 'full', seed: new Uint8Array(seed), resume: null }, how)
}

describe.skipIf(noLoopDevices !== null)('an engine with an administrator’s rights', () => {
  test('is begun where the first may not open the drive, and does the same job over the same pipe', async () => {
    const outcome = await wiped(elevatedEngine({ pkexec: pkexec('exec env -i PATH=/usr/bin:/bin "$@"'), platform: 'linux', uid: 1000 }))
    expect(foundNothingWrong(outcome)).toBe(true)
    expect(differsFromTile(image?.file ?? '', 8 * MiB)).toBe('')
    expect(calls().startsWith(`${process.execPath} `)).toBe(true)
    // Neither the seed nor the drive stands where others could read it.
    expect(calls()).not.toContain(seed.toString('hex'))
    expect(calls()).not.toContain(image?.path)
  })

  test.each([['dismissed', 126], ['not allowed, or nobody to be asked', 127]])('is not, when it is %s, and nothing is written', async (_why, code) => {
    expect(await wiped(elevatedEngine({ pkexec: pkexec(`exit ${code}`), platform: 'linux', uid: 1000 }))).toMatchObject({ end: 'failed', reason: 'target-forbidden', figures: null })
    expect(readFileSync(image?.file ?? '').includes(MARKER)).toBe(true)
  })

  test('keeps its own guards: another drive than the one that was meant is left alone', async () => {
    image = loopDevice(8 * MiB)
    const drive = (await listDrives({ keepOut: [] })).find(({ path }) => path === image?.path)
    const elevated = elevatedEngine({ pkexec: pkexec('exec env -i PATH=/usr/bin:/bin "$@"'), platform: 'linux', uid: 1000 })
    const outcome = await realWiping({ keepOut: [], sealed: '', begin: forbidden, elevated }).overwrite({ drive: { ...drive!, serial: 'SN-2' }, pattern: 'tile', readBack: 'full', seed: new Uint8Array(seed), resume: null }, how)
    expect(outcome).toMatchObject({ end: 'not-the-same', figures: null })
    expect(readFileSync(image.file).includes(MARKER)).toBe(true)
  })
})

test('nobody is asked who has the rights, who has no pkexec, or who is on another platform', () => {
  expect(elevatedEngine({ pkexec: pkexec('exit 0'), platform: 'linux', uid: 0 })).toBeNull()
  expect(elevatedEngine({ pkexec: join(folder, 'none'), platform: 'linux', uid: 1000 })).toBeNull()
  expect(elevatedEngine({ pkexec: pkexec('exit 0'), platform: 'win32', uid: 1000 })).toBeNull()
})
