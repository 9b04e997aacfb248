import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { listFolder } from '../../../main/files/look.ts'

let stick: string
beforeEach(() => { stick = mkdtempSync(join(tmpdir(), 'azukari-stick-')) })
afterEach(() => rmSync(stick, { recursive: true, force: true }))

test('every name below a folder is listed by its way, and an empty folder holds none', async () => {
  mkdirSync(join(stick, '送付/空'), { recursive: true })
  writeFileSync(join(stick, '送付/P.zip'), '')
  writeFileSync(join(stick, 'A.txt'), '')
  expect(await listFolder(stick)).toEqual(['A.txt', '送付/P.zip'])
  expect(await listFolder(join(stick, 'none'))).toBeNull()
})

test('a folder that may not be opened is named, because nobody knows what lies in it', async () => {
  mkdirSync(join(stick, 'lost+found'))
  const disk: Disk = { ...realDisk, readdir: ((path: string) => (path.endsWith('lost+found') ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) : realDisk.readdir(path))) as Disk['readdir'] }
  expect(await listFolder(stick, disk)).toEqual(['lost+found/'])
})
