// What remains on the disk itself, read from the image after unmounting: the only witness that a wipe cannot talk round.
import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { FileList, FileWipeOrder } from '../../../../core/wipes/files.ts'
import { planFiles } from '../../../../main/wiping/files/list-files.ts'
import { wipeFiles } from '../../../../main/wiping/files/wipe-files.ts'
import { type Image, imageOf } from './image.ts'

const marker = 'KIROKU-midori-city-0001-marker!!'
const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const order = (list: FileList, more: Partial<FileWipeOrder> = {}): FileWipeOrder => ({ list, pattern: 'tile', readBack: true, hardLinks: 'leave', readOnly: 'leave', ...more })

let image: Image | null = null
afterEach(() => {
  image?.discard()
  image = null
})

async function listOf(folder: string): Promise<FileList> {
  const list = await planFiles([folder], quietly)
  if (list === 'abandoned') throw new Error(list)
  return list
}

/** A file of 1 MiB and one of 200 bytes full of markers, written to the disk. */
function plant(folder: string) {
  writeFileSync(join(folder, 'large.csv'), marker.repeat((1 << 20) / marker.length), { flush: true })
  writeFileSync(join(folder, 'small.csv'), marker.repeat(6), { flush: true })
}

async function wipedOn(made: Parameters<typeof imageOf>[0]) {
  image = imageOf(made)
  if (image === null) return null
  const folder = join(image.folder, 'received')
  spawnSync('mkdir', [folder])
  plant(folder)
  image.unmount()
  expect(await image.count(marker)).toBeGreaterThan(0)
  image.mount()

  const list = await listOf(folder)
  const wipe = await wipeFiles(order(list), quietly)

  expect(readdirSync(image.folder)).not.toContain('received')
  image.unmount()
  return { list, wipe, left: await image.count(marker) }
}

describe('on the disk', () => {
  test('ext4 keeps nothing of what was overwritten', async ({ skip }) => {
    const done = await wipedOn('ext4') ?? skip()

    expect(done.left).toBe(0)
    expect(done.wipe.outcome).toBe('whole')
    expect(done.wipe.files.map(({ way, outcome, readBack, bytesOverwritten }) => ({ way, outcome, readBack, bytesOverwritten }))).toEqual([
      { way: 'large.csv', outcome: 'overwritten', readBack: 'uncached', bytesOverwritten: 1 << 20 },
      { way: 'small.csv', outcome: 'overwritten', readBack: 'uncached', bytesOverwritten: 192 },
      { way: '', outcome: 'removed-only', readBack: 'none', bytesOverwritten: 0 },
    ])
    expect(done.wipe.limits).toEqual(expect.arrayContaining(['names-in-journal', 'flash-spare']))
  })

  test('a journal of contents keeps them, and nothing is called overwritten', async ({ skip }) => {
    const done = await wipedOn('ext4 that journals contents') ?? skip()

    expect(done.left).toBeGreaterThan(0)
    expect(done.wipe).toMatchObject({ outcome: 'with-exceptions', files: [{ outcome: 'removed-only', limits: ['journal'] }, { outcome: 'removed-only' }, {}] })
  })

  test('xfs keeps nothing of what was overwritten', async ({ skip }) => {
    const done = await wipedOn('xfs') ?? skip()

    expect(done.left).toBe(0)
    expect(done.wipe.outcome).toBe('whole')
  })

  test('btrfs keeps what was "overwritten", and it is called removed only', async ({ skip }) => {
    const done = await wipedOn('btrfs') ?? skip()

    expect(done.left).toBeGreaterThan(0)
    expect(done.list.files.find(({ way }) => way === 'large.csv')?.findings).toContain('copy-on-write')
    expect(done.wipe).toMatchObject({ outcome: 'with-exceptions', files: [{ outcome: 'removed-only' }, { outcome: 'removed-only' }, {}] })
    expect(done.wipe.limits).toEqual(expect.arrayContaining(['copy-on-write', 'snapshots']))
  })

  test('a compressed file is never called overwritten', async ({ skip }) => {
    const done = await wipedOn('btrfs that compresses') ?? skip()

    expect(done.list.files.find(({ way }) => way === 'large.csv')?.findings).toEqual(expect.arrayContaining(['compressed', 'copy-on-write']))
    expect(done.wipe.files[0]?.outcome).toBe('removed-only')
    expect(done.wipe.files[0]?.limits).toContain('compressed')
  })

  test('a file that shares its blocks with another is called removed only, and the other keeps them', async ({ skip }) => {
    image = imageOf('xfs') ?? skip()
    const folder = join(image.folder, 'received')
    spawnSync('mkdir', [folder])
    plant(folder)
    expect(spawnSync('cp', ['--reflink=always', join(folder, 'large.csv'), join(image.folder, 'copy.csv')]).status).toBe(0)

    const list = await listOf(folder)
    const wipe = await wipeFiles(order(list), quietly)

    expect(list.files.find(({ way }) => way === 'large.csv')?.findings).toContain('shared-blocks')
    expect(wipe).toMatchObject({ outcome: 'with-exceptions', files: [{ outcome: 'removed-only', limits: ['shared-blocks'] }, { outcome: 'overwritten' }, {}] })
    image.unmount()
    expect(await image.count(marker)).toBe((1 << 20) / marker.length)
  })

  test('on btrfs a file without copy-on-write is overwritten in place', async ({ skip }) => {
    image = imageOf('btrfs') ?? skip()
    const folder = join(image.folder, 'received')
    spawnSync('mkdir', [folder])
    spawnSync('chattr', ['+C', folder])
    writeFileSync(join(folder, 'large.csv'), marker.repeat((1 << 20) / marker.length), { flush: true })
    image.unmount()
    image.mount()

    const wipe = await wipeFiles(order(await listOf(folder)), quietly)

    expect(wipe).toMatchObject({ outcome: 'whole', files: [{ outcome: 'overwritten' }, {}] })
    image.unmount()
    expect(await image.count(marker)).toBe(0)
  })
})
