import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { sha256Of, readSmall } from '../../../main/files/look.ts'
import { openFile } from '../../../main/files/open-file.ts'
import { verifyFile } from '../../../main/documents/verify/verify-file.ts'
import { readKeyNotice } from '../../../main/documents/verify/read-key-notice.ts'
import { openPackageFile } from '../../../main/packages/package-file.ts'
import { cut, write } from '../../../main/packages/medium.ts'
import { splitPackage } from '../../../main/packages/split.ts'
import type { Instant } from '../../../core/time.ts'

const shelf = mkdtempSync(join(tmpdir(), 'azukari-open-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))
const pipe = join(shelf, 'pipe')
spawnSync('mkfifo', [pipe])
mkdirSync(join(shelf, 'folder'))
const never = { signal: new AbortController().signal, onProgress: () => {} }

test.each([pipe, '/dev/zero', '/dev/tty', join(shelf, 'folder')])('%s is no file, and nobody waits for it', async (path) => {
  await expect(openFile(path)).rejects.toThrow()
  expect(await sha256Of(path)).toBeNull()
  expect(await readSmall(path, 100)).toEqual({ outcome: 'unreadable' })
  expect((await verifyFile(path, { keys: [], at: 0 as Instant }))[0]?.verification.verdict).toBe('refused')
  expect((await readKeyNotice(path)).outcome).toBe('refused')
  await expect(openPackageFile(path, 'medium', never.signal, realDisk)).rejects.toThrow('package-unreadable')
  await expect(openPackageFile(path, 'anywhere', never.signal, realDisk)).rejects.toThrow('package-unreadable')
})

/** A disk on which a pipe takes the file's place after it was looked at, and before it is opened. */
function exchanging(path: string): Disk {
  writeFileSync(path, 'x'.repeat(200_000))
  return { ...realDisk, stat: (async (...how: Parameters<typeof stat>) => {
    const found = await stat(...how)
    if (how[0] === path) { renameSync(path, `${path}.before`); spawnSync('mkfifo', [path]) }
    return found
  }) as typeof stat }
}

test.each([
  ['cut', (path: string, disk: Disk) => cut(path, 'a.zip', 100_000, never, disk)],
  ['split', (path: string, disk: Disk) => splitPackage({ path, out: `${path}.out`, volumeBytes: 100_000 }, never, disk)],
])('a pipe that takes the place of a package after it was looked at keeps nobody waiting when it is %s', async (name, act) => {
  const path = join(shelf, `${name}.zip`)
  await expect(act(path, exchanging(path))).rejects.toThrow('package-unreadable')
})

test('a pipe is not written to a medium', async () => {
  await expect(write({ files: [{ name: 'a.zip', from: pipe, at: 0, bytes: 10, sha256: '0'.repeat(64) }], into: join(shelf, 'folder') }, never, realDisk)).rejects.toThrow('package-unreadable')
})
