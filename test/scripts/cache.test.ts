import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cacheFolder, withLock } from '../../scripts/set-up/cache.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azukari-cache-'))
  vi.stubEnv('AZUKARI_CACHE', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('two set-ups do a piece of work one after the other', async () => {
  const steps: string[] = []
  let leaveFirst = () => {}
  const first = withLock('native', async () => {
    steps.push('first begins')
    await new Promise<void>((leave) => { leaveFirst = leave })
    steps.push('first ends')
  })
  const second = withLock('native', async () => { steps.push('second') })
  leaveFirst()
  await Promise.all([first, second])
  expect(steps).toEqual(['first begins', 'first ends', 'second'])
  expect(readdirSync(folder)).toEqual([])
})

test('work that fails leaves the door open', async () => {
  await expect(withLock('native', () => Promise.reject(new Error('no compiler')))).rejects.toThrow('no compiler')
  expect(await withLock('native', async () => 'done')).toBe('done')
})

test('a lock whose holder was killed holds nobody up', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  mkdirSync(join(cacheFolder(), 'native.lock'))
  writeFileSync(join(folder, 'native.lock', 'pid'), String(pid))
  expect(await withLock('native', async () => 'done')).toBe('done')
})
