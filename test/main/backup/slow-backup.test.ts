import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { sized } from '../../campaign.ts'
import { backedUp, shelf } from './shelf.ts'
import { tryReading } from './try-reading.ts'

const { folder, office } = shelf()
const MIB = 1 << 20

/** A disk whose n-th act fails, those on open files among them. */
function failingAt(n: number): { disk: Disk; acts: () => number } {
  let acts = 0
  const failing = <A extends unknown[], R>(act: (...how: A) => Promise<R>) => async (...given: A): Promise<R> => {
    if (++acts === n) throw Object.assign(new Error(`act ${n}`), { code: 'EIO' })
    return act(...given)
  }
  const opening = failing(realDisk.open)
  const open: typeof realDisk.open = async (...given) => {
    const file = await opening(...given)
    return Object.assign(file, { write: failing(file.write.bind(file) as never), sync: failing(file.sync.bind(file)), stat: failing(file.stat.bind(file) as never) })
  }
  const each = { link: failing(realDisk.link), rename: failing(realDisk.rename), mkdir: failing(realDisk.mkdir as never), lstat: failing(realDisk.lstat as never), stat: failing(realDisk.stat as never), readdir: failing(realDisk.readdir as never), statfs: failing(realDisk.statfs as never) }
  return { disk: { ...realDisk, ...each, open } as Disk, acts: () => acts }
}

test('whichever act of the disk fails, no half lies under a name of a backup and no generation is lost', async () => {
  const into = folder()
  const seed = await office()
  await backedUp(seed, into)
  await seed.close()
  const before = readdirSync(into)

  for (let n = 1; ; n++) {
    const { disk, acts } = failingAt(n)
    const here = await office(disk)
    here.pass(n * 60_000)
    const made = await here.desk.backup.make({ folder: into }).then(({ outcome }) => outcome, () => 'refused')
    const left = readdirSync(into)

    expect([n, left.filter((name) => before.includes(name))]).toEqual([n, before])
    for (const name of left) if (name.endsWith('.azkbackup')) expect([n, name, await tryReading(here, join(into, name))]).toEqual([n, name, 'whole'])
    expect([n, left.filter((name) => name.endsWith('.part'))]).toEqual([n, []])
    await here.close()
    for (const name of left) if (!before.includes(name)) rmSync(join(into, name))
    if (acts() >= n) continue
    expect(made).toBe('made')
    break
  }
})

test('a backup larger than we would hold in memory is made and tried in pieces', async () => {
  const here = await office()
  const large = join(here.home, 'vault/blobs', `blob-${'a'.repeat(32)}`)
  writeFileSync(large, '')
  truncateSync(large, sized(512, 4096) * MIB)
  let most = 0
  const before = process.memoryUsage().rss
  const watching = setInterval(() => { most = Math.max(most, process.memoryUsage().rss - before) }, 20)
  const into = mkdtempSync(join(tmpdir(), 'azukari-large-'))
  try {
    const path = await backedUp(here, into)

    expect(statSync(path).size).toBeGreaterThan(sized(512, 4096) * MIB)
    expect(most / MIB).toBeLessThan(200)
  } finally {
    clearInterval(watching)
    rmSync(into, { recursive: true, force: true })
    await here.close()
  }
})
