import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { FileList, FileWipe, type FileWipeOrder } from '../../../../core/wipes/files.ts'
import { planFiles } from '../../../../main/wiping/files/list-files.ts'
import { holdFolder } from '../../../../main/wiping/files/held-folder.ts'
import { volumeAt } from '../../../../main/wiping/files/volume.ts'
import { wipeFiles } from '../../../../main/wiping/files/wipe-files.ts'
import { type Image, imageOf } from './image.ts'

/** The folder of this test, and the one that is to be wiped in it; new for each. */
export let desk: string
export let received: string

/**
 * Gives each test of the file that calls it a desk on a disk of our own where we may mount one, because what can be promised depends
 * on the file system. Called, not imported: files share this module, and what it did on its own it would do for the first of them.
 */
export function eachOnADesk(): void {
  let disk: Image | null = null
  beforeAll(() => { disk = imageOf('ext4') })
  afterAll(() => disk?.discard())
  beforeEach(async ({ skip }) => {
    desk = mkdtempSync(join(disk?.folder ?? tmpdir(), 'azukari-wiping-'))
    received = join(desk, 'received')
    mkdirSync(received)
    if ((await volumeOf(desk)).overwriting !== 'in-place') skip()
  })
  afterEach(() => {
    for (const name of ['mounted', 'bound']) spawnSync('umount', [join(received, name)])
    spawnSync('chattr', ['-R', '-i', desk])
    rmSync(desk, { recursive: true, force: true })
  })
}

export async function volumeOf(folder: string) {
  const held = await holdFolder(Buffer.from(folder))
  await held.close()
  return volumeAt(folder, held.mountId)
}

export const quietly = () => ({ signal: new AbortController().signal, onProgress: () => {} })
export const order = (list: FileList, more: Partial<FileWipeOrder> = {}): FileWipeOrder => ({ list, pattern: 'zero', readBack: true, hardLinks: 'leave', readOnly: 'leave', ...more })

export async function listed(...paths: (string | Buffer)[]): Promise<FileList> {
  const list = await planFiles(paths, quietly())
  if (list === 'abandoned') throw new Error(list)
  // What is kept in the ledger is what the shape lets through.
  return FileList.parse(JSON.parse(JSON.stringify(list)))
}
export const wiped = async (list: FileList, more: Partial<FileWipeOrder> = {}, how = quietly()) => FileWipe.parse(await wipeFiles(order(list, more), how))
export const of = (wipe: FileWipe, way: string) => wipe.files.find((file) => file.way === way)
export const findings = (list: FileList, way: string) => list.files.find((file) => file.way === way)?.findings
