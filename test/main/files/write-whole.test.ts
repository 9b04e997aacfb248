import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from '../../../main/files/disk.ts'
import { writeWhole } from '../../../main/files/write-whole.ts'

const never = new AbortController().signal
const folder = (): string => mkdtempSync(join(tmpdir(), 'azukari-whole-'))

test('a file appears whole under its name', async () => {
  const shelf = folder()

  await writeWhole(join(shelf, 'receipt.pdf'), ['first half, ', Buffer.from('second half')], never)

  expect(readFileSync(join(shelf, 'receipt.pdf'), 'utf8')).toBe('first half, second half')
  expect(readdirSync(shelf)).toEqual(['receipt.pdf'])
})

test('a source that breaks off leaves nothing', async () => {
  const shelf = folder()
  const unplugged = (function* () { yield 'first half'; throw new Error('unplugged') })()

  await expect(writeWhole(join(shelf, 'receipt.pdf'), unplugged, never)).rejects.toThrow('unplugged')

  expect(readdirSync(shelf)).toEqual([])
})

test('a source that falls silent does not hold a cancel back', async () => {
  const shelf = folder()
  const office = new AbortController()
  const silent = (async function* () { yield 'first half'; office.abort(); await new Promise(() => {}); yield 'never' })()

  await expect(writeWhole(join(shelf, 'receipt.pdf'), silent, office.signal)).rejects.toHaveProperty('name', 'AbortError')

  expect(readdirSync(shelf)).toEqual([])
})

test('an older file is replaced whole, or kept when told to refuse', async () => {
  const shelf = folder()
  const register = join(shelf, 'register.csv')
  await writeWhole(register, ['old'], never)

  await expect(writeWhole(register, ['new'], never, { existing: 'refuse' })).rejects.toHaveProperty('code', 'EEXIST')
  expect(readFileSync(register, 'utf8')).toBe('old')
  await writeWhole(register, ['new'], never)

  expect(readFileSync(register, 'utf8')).toBe('new')
  expect(readdirSync(shelf)).toEqual(['register.csv'])
})

test('whichever act of the disk fails, the old file stands or the new one, never half of either', async () => {
  const acts = ['open', 'rename', 'sync', 'writeFile'] as const
  for (const act of acts) {
    const shelf = folder()
    const register = join(shelf, 'register.csv')
    writeFileSync(register, 'old')
    const refuse = (): never => { throw Object.assign(new Error('broken'), { code: 'EIO' }) }
    const disk = {
      ...realDisk,
      ...(act === 'open' ? { open: refuse } : {}),
      ...(act === 'rename' ? { rename: refuse } : {}),
      ...(act === 'sync' || act === 'writeFile' ? { open: async (...how: Parameters<typeof realDisk.open>) => Object.assign(await realDisk.open(...how), { [act]: refuse }) } : {}),
    }

    await expect(writeWhole(register, ['new'], never, { disk })).rejects.toHaveProperty('code', 'EIO')

    expect(readFileSync(register, 'utf8')).toBe('old')
    expect(readdirSync(shelf)).toEqual(['register.csv'])
  }
})

test('a virus scanner that holds the file for a moment is waited for', async () => {
  const shelf = folder()
  let refusals = 2
  const disk = {
    ...realDisk,
    pause: async () => {},
    rename: async (from: string, to: string) => {
      if (refusals-- > 0) throw Object.assign(new Error('held'), { code: 'EBUSY' })
      await realDisk.rename(from, to)
    },
  }

  await writeWhole(join(shelf, 'receipt.pdf'), ['whole'], never, { disk: disk as typeof realDisk })

  expect(readdirSync(shelf)).toEqual(['receipt.pdf'])
})

test('drafts of a run that died are swept, drafts of a living one are left', async () => {
  const shelf = folder()
  const living = join(shelf, 'receipt.pdf')
  const office = new AbortController()
  let names: string[] = []
  await writeWhole(living, (function* () { names = readdirSync(shelf); yield 'x' })(), office.signal)
  const dead = names[0]!.replace(`-${process.pid}-`, '-999999999-')
  writeFileSync(join(shelf, dead), 'half')
  writeFileSync(join(shelf, names[0]!), 'still growing')

  await writeWhole(living, ['y'], office.signal)

  expect(readdirSync(shelf).toSorted()).toEqual(['receipt.pdf', names[0]].toSorted())
})
