import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planFiles } from '../../../../main/wiping/files/list-files.ts'
import { desk, eachOnADesk, findings, listed, of, quietly, received, wiped } from './desk-on-disk.ts'
import { imageOf } from './image.ts'

eachOnADesk()

describe('a wipe never leaves the folder it was given', () => {
  function twoFolders() {
    mkdirSync(join(received, 'inner'))
    mkdirSync(join(desk, 'outside'))
    for (const folder of [join(received, 'inner'), join(desk, 'outside')]) for (const name of ['a', 'b']) writeFileSync(join(folder, name), `${folder} ${name}`)
  }
  const untouched = () => ['a', 'b'].map((name) => readFileSync(join(desk, 'outside', name), 'utf8'))

  test('when a link took a folder’s place before it began', async () => {
    twoFolders()
    const list = await listed(received)
    renameSync(join(received, 'inner'), join(desk, 'moved'))
    symlinkSync(join(desk, 'outside'), join(received, 'inner'))

    const wipe = await wiped(list)

    expect(wipe.files.slice(0, 3).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed'])
    expect(untouched()).toEqual(['a', 'b'].map((name) => `${join(desk, 'outside')} ${name}`))
    expect(readlinkSync(join(received, 'inner'))).toBe(join(desk, 'outside'))
  })

  test('when a link takes a folder’s place while it runs', async () => {
    twoFolders()
    writeFileSync(join(received, 'inner', 'a'), Buffer.alloc(2 << 20))
    const list = await listed(received)
    let isSwapped = false
    const swap = () => {
      if (isSwapped) return
      isSwapped = true
      renameSync(join(received, 'inner'), join(desk, 'moved'))
      symlinkSync(join(desk, 'outside'), join(received, 'inner'))
    }

    const wipe = await wiped(list, {}, { ...quietly(), onProgress: swap })

    expect(untouched()).toEqual(['a', 'b'].map((name) => `${join(desk, 'outside')} ${name}`))
    // The folder that was listed went on being held, so that what it held is gone wherever it was moved.
    expect(of(wipe, 'inner/b')).toMatchObject({ outcome: 'overwritten' })
    expect(readdirSync(join(desk, 'moved'))).toEqual([])
    expect(of(wipe, 'inner')).toMatchObject({ outcome: 'failed', trouble: 'changed' })
  })

  test('when a link takes a file’s place', async () => {
    writeFileSync(join(received, 'a'), 'listed')
    writeFileSync(join(desk, 'outside'), 'not ours')
    const list = await listed(received)
    rmSync(join(received, 'a'))
    symlinkSync(join(desk, 'outside'), join(received, 'a'))

    expect(of(await wiped(list), 'a')).toMatchObject({ outcome: 'failed', trouble: 'changed' })
    expect(readFileSync(join(desk, 'outside'), 'utf8')).toBe('not ours')
  })

  test('when a list names what lies outside', async () => {
    writeFileSync(join(received, 'a'), 'listed')
    writeFileSync(join(desk, 'outside'), 'not ours')
    const list = await listed(received)
    const [first] = list.files
    if (first === undefined) throw new Error('nothing listed')
    for (const way of ['../outside', '..', './a', 'a//b', '/etc/hostname']) {
      expect((await wiped({ ...list, files: [{ ...first, way }] })).files[0]).toMatchObject({ outcome: 'failed', trouble: 'unreachable' })
    }
    expect(readFileSync(join(desk, 'outside'), 'utf8')).toBe('not ours')
  })

  test('when another volume is mounted in it', async ({ skip }) => {
    mkdirSync(join(received, 'mounted'))
    if (spawnSync('mount', ['-t', 'tmpfs', 'azukari-test', join(received, 'mounted')]).status !== 0) skip()
    writeFileSync(join(received, 'mounted', 'elsewhere'), 'not ours')

    const list = await listed(received)
    const wipe = await wiped(list)
    const left = readdirSync(join(received, 'mounted'))
    spawnSync('umount', [join(received, 'mounted')])

    expect(list.files.map(({ way, findings: found }) => [way, found])).toEqual([['mounted', ['mount-point']], ['', []]])
    expect(of(wipe, 'mounted')).toMatchObject({ outcome: 'failed', trouble: 'mount-point' })
    expect(left).toEqual(['elsewhere'])
    expect(readdirSync(received)).toEqual(['mounted'])
  })

  test('when a folder of the same volume is bound into it', async ({ skip }) => {
    mkdirSync(join(desk, 'outside'))
    writeFileSync(join(desk, 'outside', 'a'), 'not ours')
    mkdirSync(join(received, 'bound'))
    if (spawnSync('mount', ['--bind', join(desk, 'outside'), join(received, 'bound')]).status !== 0) skip()

    const wipe = await wiped(await listed(received))
    spawnSync('umount', [join(received, 'bound')])

    expect(of(wipe, 'bound')).toMatchObject({ outcome: 'failed', trouble: 'mount-point' })
    expect(readFileSync(join(desk, 'outside', 'a'), 'utf8')).toBe('not ours')
  })
})

describe('a cancel', () => {
  test('leaves an exact account: what is gone, what was begun, what was not reached', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(join(received, name), Buffer.alloc(4 << 20, name))
    const list = await listed(received)
    const cancel = new AbortController()

    const wipe = await wiped(list, { pattern: 'ones' }, { signal: cancel.signal, onProgress: ({ bytesDone }: { bytesDone: number }) => { if (bytesDone === 6 << 20) cancel.abort() } } as ReturnType<typeof quietly>)

    expect(wipe.outcome).toBe('abandoned')
    expect(wipe.files.map(({ way, outcome, trouble, bytesOverwritten }) => [way, outcome, trouble, bytesOverwritten])).toEqual([
      ['a', 'overwritten', null, 4 << 20], ['b', 'failed', 'cancelled', 2 << 20], ['c', 'not-reached', null, 0], ['', 'not-reached', null, 0]])
    expect(readdirSync(received)).toEqual(['b', 'c'])
    const b = readFileSync(join(received, 'b'))
    expect(b.subarray(0, 2 << 20).every((byte) => byte === 0xff) && b.subarray(2 << 20).every((byte) => byte === 0x62)).toBe(true)
    expect(readFileSync(join(received, 'c')).every((byte) => byte === 0x63)).toBe(true)
  })

  test('while listing changes nothing', async () => {
    writeFileSync(join(received, 'a'), 'a')
    expect(await planFiles([received], { signal: AbortSignal.abort(), onProgress: () => {} })).toBe('abandoned')
    expect(readFileSync(join(received, 'a'), 'utf8')).toBe('a')
  })
})

test('a volume that cannot be written to loses nothing, and every file says why', async ({ skip }) => {
  const image = imageOf('ext4') ?? skip()
  try {
    mkdirSync(join(image.folder, 'received'))
    writeFileSync(join(image.folder, 'received', 'a'), 'content')
    spawnSync('mount', ['-o', 'remount,ro', image.folder])

    const list = await listed(join(image.folder, 'received'))
    const wipe = await wiped(list)

    expect(findings(list, 'a')).toContain('read-only-volume')
    expect(wipe.files.map(({ outcome, trouble, system }) => [outcome, trouble, system])).toEqual([['failed', 'read-only-volume', 'EROFS'], ['failed', 'folder-not-empty', null]])
    expect(readFileSync(join(image.folder, 'received', 'a'), 'utf8')).toBe('content')
  } finally {
    image.discard()
  }
})
