import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, existsSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { around, planFiles } from '../../../../main/wiping/files/list-files.ts'
import { desk, eachOnADesk, findings, listed, of, quietly, received, wiped } from './desk-on-disk.ts'

eachOnADesk()

describe('the list before', () => {
  test('names every file with its size and its SHA-256, contents before the folder that holds them', async () => {
    mkdirSync(join(received, '宛名'))
    writeFileSync(join(received, '宛名', 'a.csv'), 'abc')
    writeFileSync(join(received, 'empty'), '')

    const list = await listed(received)

    expect(list.files.map(({ way, kind, size, sha256 }) => [way, kind, size, sha256?.slice(0, 8)])).toEqual([
      ['empty', 'file', 0, 'e3b0c442'], ['宛名/a.csv', 'file', 3, 'ba7816bf'], ['宛名', 'folder', 0, undefined], ['', 'folder', 0, undefined]])
    expect(list).toMatchObject({ bytes: 3, leftOut: [], roots: [{ name: 'received' }] })
    expect(list.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('says the same again while nothing changes, and something else once it does', async () => {
    writeFileSync(join(received, 'a.csv'), 'abc')
    const first = await listed(received)
    expect((await listed(received)).sha256).toBe(first.sha256)

    writeFileSync(join(received, 'a.csv'), 'abd')

    expect((await listed(received)).sha256).not.toBe(first.sha256)
  })

  test('finds links, holes, pipes and names elsewhere', async () => {
    writeFileSync(join(received, 'twice'), 'twice')
    linkSync(join(received, 'twice'), join(desk, 'its-other-name'))
    symlinkSync('/etc/hostname', join(received, 'link'))
    spawnSync('mkfifo', [join(received, 'pipe')])
    writeFileSync(join(received, 'holes'), 'begin')
    truncateSync(join(received, 'holes'), 10 << 20)
    mkdirSync(join(received, 'OneDrive - City'))
    writeFileSync(join(received, 'OneDrive - City', 'sent'), 'x')

    const list = await listed(received)

    expect(findings(list, 'twice')).toContain('hard-link')
    expect(findings(list, 'link')).toEqual(['symbolic-link'])
    expect(findings(list, 'pipe')).toEqual(['not-a-file'])
    expect(findings(list, 'holes')).toContain('sparse')
    expect(findings(list, 'OneDrive - City/sent')).toContain('cloud-folder')
  })

  test.each(['/', '/etc', '/usr/share', '/home', '/proc/self'])('refuses %s', async (path) => {
    expect(await listed(path)).toMatchObject({ files: [], leftOut: [{ path }] })
  })

  test('refuses the vault, what is in it and what it is in', async () => {
    const vault = join(received, 'vault')
    mkdirSync(vault)
    for (const path of [received, vault]) expect(await planFiles([path], quietly(), around([vault]))).toMatchObject({ files: [], leftOut: [{ path, finding: 'protected' }] })
    writeFileSync(join(desk, 'beside'), '')
    expect(await planFiles([join(desk, 'beside')], quietly(), around([vault]))).toMatchObject({ files: [{ kind: 'file' }], leftOut: [] })
  })

  test('says what is not there', async () => {
    expect(await listed(join(desk, 'nothing'), 'relative')).toMatchObject({ files: [], leftOut: [{ finding: 'missing' }, { finding: 'missing' }] })
  })

  test('names what is given twice, or lies in what is given, once', async () => {
    writeFileSync(join(received, 'a'), 'a')
    expect((await listed(received, received, join(received, 'a'))).files.map(({ way }) => way)).toEqual(['a', ''])
  })
})

describe('wiping', () => {
  test('goes through odd names: 255 bytes, no UTF-8, line ends, 85 Japanese characters', async () => {
    const names = [Buffer.from('n'.repeat(255)), Buffer.from([0x66, 0xff, 0xfe, 0x80]), Buffer.from('two\nlines'), Buffer.from('預'.repeat(85)), Buffer.from(' -rf *'), Buffer.from('0')]
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${received}/`), name]), 'content')

    const wipe = await wiped(await listed(received))

    expect(wipe.outcome).toBe('whole')
    expect(wipe.files.filter(({ kind }) => kind === 'file').map(({ outcome }) => outcome)).toEqual(names.map(() => 'overwritten'))
    expect(wipe.files.find(({ wayBytes }) => wayBytes !== null)?.wayBytes).toBe(Buffer.from([0x66, 0xff, 0xfe, 0x80]).toString('base64'))
    expect(readdirSync(desk)).toEqual([])
  })

  test('a name of 86 Japanese characters is too long for the disk, and the list says so', async () => {
    expect(await listed(join(received, '預'.repeat(86)))).toMatchObject({ files: [], leftOut: [{ finding: 'missing' }] })
  })

  test('removes a link and leaves what it leads to', async () => {
    writeFileSync(join(desk, 'outside'), 'not ours')
    mkdirSync(join(desk, 'folder-outside'))
    writeFileSync(join(desk, 'folder-outside', 'a'), 'not ours either')
    symlinkSync(join(desk, 'outside'), join(received, 'link'))
    symlinkSync(join(desk, 'folder-outside'), join(received, 'folder-link'))

    const wipe = await wiped(await listed(received))

    expect(wipe.outcome).toBe('whole')
    expect(of(wipe, 'link')).toMatchObject({ outcome: 'removed-only', kind: 'link' })
    expect(existsSync(received)).toBe(false)
    expect(readFileSync(join(desk, 'outside'), 'utf8')).toBe('not ours')
    expect(readFileSync(join(desk, 'folder-outside', 'a'), 'utf8')).toBe('not ours either')
  })

  test('a file with a name elsewhere is left, unless the order says otherwise', async () => {
    writeFileSync(join(received, 'twice'), 'twice')
    linkSync(join(received, 'twice'), join(desk, 'other'))
    const list = await listed(received)

    const left = await wiped(list)
    expect(left.outcome).toBe('with-exceptions')
    expect(of(left, 'twice')).toMatchObject({ outcome: 'failed', trouble: 'hard-link' })
    expect(of(left, '')).toMatchObject({ outcome: 'failed', trouble: 'folder-not-empty' })
    expect(readFileSync(join(desk, 'other'), 'utf8')).toBe('twice')

    const gone = await wiped(await listed(received), { hardLinks: 'wipe' })
    expect(of(gone, 'twice')).toMatchObject({ outcome: 'overwritten', links: 2 })
    expect(readFileSync(join(desk, 'other'), 'utf8')).toBe('')
  })

  test('a file whose names are all in the list is overwritten once and loses them all', async () => {
    writeFileSync(join(received, 'a'), 'content')
    linkSync(join(received, 'a'), join(received, 'b'))
    const list = await listed(received)

    const wipe = await wiped(list)

    expect(findings(list, 'a')).not.toContain('hard-link')
    expect(wipe).toMatchObject({ outcome: 'whole', bytesOverwritten: 7, files: [{ way: 'a', outcome: 'overwritten', links: 2 }, { way: 'b', outcome: 'overwritten' }, {}] })
  })

  test('a file with holes is overwritten where it holds something, and stays small until it is gone', async () => {
    writeFileSync(join(received, 'holes'), 'begin')
    truncateSync(join(received, 'holes'), 64 << 20)
    appendFileSync(join(received, 'holes'), 'end')
    let most = 0

    const wipe = await wiped(await listed(received), {}, { ...quietly(), onProgress: () => { most = Math.max(most, existsSync(join(received, 'holes')) ? lstatSync(join(received, 'holes')).blocks * 512 : 0) } })

    expect(wipe.outcome).toBe('whole')
    expect(most).toBeLessThan(1 << 20)
  })

  test('a file that changed since it was listed is left', async () => {
    for (const name of ['longer', 'other', 'new-file']) writeFileSync(join(received, name), 'listed')
    const list = await listed(received)
    appendFileSync(join(received, 'longer'), '!')
    writeFileSync(join(desk, 'replacement'), 'listed')
    renameSync(join(desk, 'replacement'), join(received, 'other'))
    writeFileSync(join(received, 'later'), 'never listed')

    const wipe = await wiped(list)

    expect(of(wipe, 'longer')).toMatchObject({ outcome: 'failed', trouble: 'changed' })
    expect(of(wipe, 'other')).toMatchObject({ outcome: 'failed', trouble: 'changed' })
    expect(of(wipe, 'new-file')).toMatchObject({ outcome: 'overwritten' })
    expect(of(wipe, '')).toMatchObject({ outcome: 'failed', trouble: 'folder-not-empty' })
    expect(readFileSync(join(received, 'later'), 'utf8')).toBe('never listed')
  })

  test('a file that grows while it is overwritten is not called overwritten, and keeps its name', async () => {
    writeFileSync(join(received, 'grows'), Buffer.alloc(3 << 20, 'x'))
    const list = await listed(received)

    const wipe = await wiped(list, {}, { ...quietly(), onProgress: ({ bytesDone }: { bytesDone: number }) => { if (bytesDone === 1 << 20) appendFileSync(join(received, 'grows'), 'more') } } as ReturnType<typeof quietly>)

    expect(of(wipe, 'grows')).toMatchObject({ outcome: 'failed', trouble: 'growing', bytesOverwritten: 3 << 20 })
    expect(readFileSync(join(received, 'grows')).subarray(-4).toString()).toBe('more')
  })

  test.runIf(process.platform === 'linux')('a file that another program holds open is left', async () => {
    writeFileSync(join(received, 'open.db'), 'content')
    const program = spawn(process.execPath, ['-e', 'require("fs").openSync(process.argv[1]); console.log("open"); process.stdin.resume()', join(received, 'open.db')])
    await once(program.stdout, 'data')

    const list = await listed(received)
    const wipe = await wiped(list)
    program.stdin.end()
    await once(program, 'close')

    expect(findings(list, 'open.db')).toContain('open-elsewhere')
    expect(of(wipe, 'open.db')).toMatchObject({ outcome: 'failed', trouble: 'open-elsewhere' })
    expect(readFileSync(join(received, 'open.db'), 'utf8')).toBe('content')
  })

  test('a file that its owner locked is left, unless the order says otherwise', async () => {
    writeFileSync(join(received, 'locked'), 'content')
    chmodSync(join(received, 'locked'), 0o444)

    expect(of(await wiped(await listed(received)), 'locked')).toMatchObject({ outcome: 'failed', trouble: 'read-only' })
    expect(of(await wiped(await listed(received), { readOnly: 'make-writable' }), 'locked')).toMatchObject({ outcome: 'overwritten' })
  })

  test('an immutable file is listed as failed, and the others are wiped', async ({ skip }) => {
    for (const name of ['a', 'fixed', 'z']) writeFileSync(join(received, name), 'content')
    if (spawnSync('chattr', ['+i', join(received, 'fixed')]).status !== 0) skip()

    const list = await listed(received)
    const wipe = await wiped(list)

    expect(findings(list, 'fixed')).toContain('immutable')
    expect(wipe.files.map(({ way, outcome, trouble }) => [way, outcome, trouble])).toEqual([['a', 'overwritten', null], ['fixed', 'failed', 'immutable'], ['z', 'overwritten', null], ['', 'failed', 'folder-not-empty']])
    expect(wipe.outcome).toBe('with-exceptions')
  })

  test('attributes that its user gave a file are named: overwriting does not reach them', async ({ skip }) => {
    for (const name of ['plain', '預 two\nlines']) writeFileSync(join(received, name), 'content')
    if (spawnSync('setfattr', ['-n', 'user.origin', '-v', 'secret', join(received, '預 two\nlines')]).status !== 0) skip()

    const list = await listed(received)
    const wipe = await wiped(list)

    expect(findings(list, 'plain')).toEqual([])
    expect(findings(list, '預 two\nlines')).toEqual(['extended-attributes'])
    expect(of(wipe, '預 two\nlines')).toMatchObject({ outcome: 'overwritten', limits: ['extended-attributes'] })
    expect(wipe.limits).toContain('extended-attributes')
  })

  test('a pipe is left and named', async () => {
    spawnSync('mkfifo', [join(received, 'pipe')])
    expect(of(await wiped(await listed(received)), 'pipe')).toMatchObject({ outcome: 'failed', trouble: 'not-a-file' })
  })

  test('what a name of zeros already belongs to is not replaced', async () => {
    writeFileSync(join(desk, '00'), 'somebody else')
    writeFileSync(join(desk, '0'), 'somebody else')
    writeFileSync(join(desk, 'ab'), 'content')

    const wipe = await wiped(await listed(join(desk, 'ab')))

    expect(wipe.outcome).toBe('whole')
    expect(readFileSync(join(desk, '00'), 'utf8') + readFileSync(join(desk, '0'), 'utf8')).toBe('somebody elsesomebody else')
  })
})
