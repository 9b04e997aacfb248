import { execFileSync } from 'node:child_process'
import { constants, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Drive } from '../../../core/media/drive.ts'
import { findAgain, sameDrive } from '../../../core/media/same-drive.ts'
import { driveHolding, listDrives } from '../../../main/drives/drives.ts'
import { drive } from './recorded.ts'

const MiB = 1 << 20
const NOTHING = { keepOut: [] }

/** Real loop devices over images in a folder of this test; skipped where the machine does not permit them. */
describe.skipIf(!permitted())('on this machine', () => {
  let folder = ''
  let undo: (() => void)[] = []
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'azukari-drives-')) })
  afterEach(() => {
    for (const step of undo.toReversed()) step()
    undo = []
    rmSync(folder, { recursive: true, force: true })
  })

  function image(name: string): string {
    const path = join(folder, name)
    writeFileSync(path, '')
    truncateSync(path, 16 * MiB)
    return path
  }
  function attach(path: string): string {
    const loop = run('losetup', '--find', '--show', path)
    undo.push(() => { run('losetup', '--detach', loop) })
    return loop
  }
  const detach = (): void => undo.pop()?.()
  async function mount(device: string): Promise<string> {
    const point = join(folder, 'mnt')
    await mkdir(point)
    run('mkfs.ext4', '-q', '-F', device)
    run('mount', device, point)
    undo.push(() => { run('umount', point) })
    return point
  }
  /** A partition table (MBR) of one partition, and its partition made known; this kernel may read no tables itself. */
  function partition(loop: string, path: string): string {
    const table = Buffer.alloc(512)
    table.set([0, 0, 2, 0, 0x83, 0, 0, 0], 446)
    table.writeUInt32LE(2048, 454)
    table.writeUInt32LE(16 * MiB / 512 - 2048, 458)
    table.writeUInt16LE(0xaa55, 510)
    execFileSync('dd', ['of=' + path, 'conv=notrunc', 'status=none'], { input: table })
    run('partx', '--update', loop)
    undo.push(() => { run('partx', '--delete', loop) })
    return `${loop}p1`
  }

  test('every drive is of the contract\'s shape, and the one of / is the system\'s wherever / can be traced', async () => {
    const drives = await listDrives(NOTHING)
    expect(drives.map((each) => Drive.parse(each))).toEqual(drives)
    const root = await driveHolding('/', NOTHING)
    if (root) expect(root).toMatchObject({ role: 'system' })
    else expect(drives.filter(({ role }) => role !== 'unknown' && role !== 'system')).toEqual([])
  })

  test('an image is found by its file, and nothing stands against it', async () => {
    const path = image('a.img')
    const loop = attach(path)
    expect(drive(await listDrives(NOTHING), loop)).toMatchObject({
      bus: 'loop', kind: 'image', role: 'internal', serial: `image:${statSync(path).ino}:${path}`, bytes: 16 * MiB, logicalSector: 512, readOnly: false, volumes: [], hindrances: [],
    })
  })

  test('attached again it has to be chosen again; another file in its place is another drive', async () => {
    const path = image('a.img')
    const loop = attach(path)
    const chosen = drive(await listDrives(NOTHING), loop)
    detach()
    attach(path)
    expect(sameDrive(chosen, findAgain(chosen, await listDrives(NOTHING)))).toBe('other-insertion')

    detach()
    const other = attach(image('b.img'))
    const now = await listDrives(NOTHING)
    expect(sameDrive(chosen, drive(now, other))).toBe('other-serial')
    expect(sameDrive(chosen, findAgain(chosen, now))).toBe('gone')
  })

  test('a mounted image is refused by us and by the kernel, and while it is held nobody mounts it', async () => {
    const loop = attach(image('a.img'))
    const point = await mount(loop)
    expect(drive(await listDrives(NOTHING), loop)).toMatchObject({ hindrances: ['mounted'], volumes: [{ path: loop, mountPoints: [point] }] })
    expect(await opened(loop)).toBe('EBUSY')

    run('umount', point)
    undo.pop()
    expect(drive(await listDrives(NOTHING), loop).hindrances).toEqual([])
    const held = await open(loop, constants.O_RDWR | constants.O_EXCL)
    try {
      expect(() => run('mount', loop, point)).toThrow()
    } finally {
      await held.close()
    }
  })

  test('a mounted partition stands against its whole drive', async () => {
    const path = image('a.img')
    const loop = attach(path)
    const part = partition(loop, path)
    const point = await mount(part)
    expect(drive(await listDrives(NOTHING), loop)).toMatchObject({ hindrances: ['mounted'], volumes: [{ path: part, mountPoints: [point] }] })
    expect(await opened(loop)).toBe('EBUSY')
    // The image lies on another drive, and so does what is in it.
    expect((await driveHolding(join(point, 'not there yet'), NOTHING))?.path).toBe((await driveHolding(folder, NOTHING))?.path)
  })

  test('a vault inside an image keeps the image, and the drive below it', async () => {
    const loop = attach(image('a.img'))
    const point = await mount(loop)
    const kept = (await listDrives({ keepOut: [join(point, 'Azukari')] })).filter(({ hindrances }) => hindrances.includes('vault')).map(({ path }) => path)
    const below = await driveHolding(folder, NOTHING)
    expect(kept.toSorted()).toEqual([loop, ...(below && below.path !== loop ? [below.path] : [])].toSorted())
  })

  test('an image that lies among the vault\'s files is one of them, and one beside them is not', async () => {
    await mkdir(join(folder, 'Azukari'))
    const [inside, beside] = [attach(image('Azukari/database')), attach(image('Azukari.img'))]
    const drives = await listDrives({ keepOut: [join(folder, 'Azukari')] })
    expect(drive(drives, inside).hindrances).toEqual(['vault'])
    expect(drive(drives, beside).hindrances).toEqual([])
  })

  test('one that may not be written is refused', async () => {
    const loop = run('losetup', '--find', '--show', '--read-only', image('a.img'))
    undo.push(() => { run('losetup', '--detach', loop) })
    expect(drive(await listDrives(NOTHING), loop).hindrances).toEqual(['read-only'])
  })
})

async function opened(path: string): Promise<string> {
  try {
    await (await open(path, constants.O_RDWR | constants.O_EXCL)).close()
    return 'opened'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'thrown'
  }
}

function run(tool: string, ...words: string[]): string {
  return execFileSync(tool, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` } }).trim()
}

function permitted(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    run('losetup', '--find')
    for (const tool of ['partx', 'mount', 'lsblk']) run(tool, '--version')
    run('mkfs.ext4', '-V')
    return true
  } catch {
    return false
  }
}
