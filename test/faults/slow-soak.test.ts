import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { sized } from '../campaign.ts'
import { keepFigures } from '../figures.ts'

interface Sample { hour: number; operations: number; rss: number; own: number; heapUsed: number; external: number; open: number; timers: number; handles: number; temporary: number; drafts: number }
interface End { operations: number; count: Record<string, number>; refusals: Record<string, number> }

const folder = mkdtempSync(join(tmpdir(), 'soak-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** By then every room has been entered, and what is kept for the next time is kept. */
const WARM = 24

test('three days of an office leave memory, files, timers and handles as they were when it was warm', async () => {
  const { samples, end } = await soak(72, sized(285, 2000))
  const warm = samples.find(({ hour }) => hour === WARM)!
  const last = samples.at(-1)!
  const mean = (of: readonly Sample[], key: keyof Sample) => of.reduce((sum, sample) => sum + sample[key], 0) / of.length
  // A busy system takes pages back and gives them again: several samples at the end against several up to when it was warm.
  const growth = (key: keyof Sample) => mean(samples.slice(-4), key) / mean(samples.filter(({ hour }) => hour > WARM / 2 && hour <= WARM), key) - 1

  expect(end.operations).toBeGreaterThanOrEqual(20_000)
  // An office is refused now and then; a soak that is refused all the time does nothing.
  expect(Object.values(end.refusals).reduce((sum, n) => sum + n, 0), JSON.stringify(end.refusals)).toBeLessThan(end.operations / 50)
  expect(growth('own')).toBeLessThanOrEqual(0.1)
  expect(last.rss / Math.max(...samples.filter(({ hour }) => hour <= WARM).map(({ rss }) => rss)) - 1).toBeLessThanOrEqual(0.1)
  expect(growth('heapUsed')).toBeLessThanOrEqual(0.1)
  expect(growth('external')).toBeLessThanOrEqual(0.1)
  expect([last.open, last.timers, last.handles, last.temporary]).toEqual([warm.open, warm.timers, warm.handles, warm.temporary])
  expect(samples.map(({ drafts }) => drafts)).toEqual(samples.map(() => 0))

  const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10
  keepFigures('soak', {
    operations: end.operations, 'of them writing': ['handovers.designate', 'handovers.receive', 'receipts.issue', 'packages.seal', 'packages.verify', 'media.takeStock', 'mailings.draft', 'mailings.withdraw', 'backup.make'].reduce((sum, name) => sum + (end.count[name] ?? 0), 0),
    'hours of the office': last.hour, 'MB when warm': megabytes(warm.rss), 'MB at the end': megabytes(last.rss), 'growth of RSS in %': Math.round(growth('rss') * 1000) / 10, 'growth of its own memory in %': Math.round(growth('own') * 1000) / 10, 'growth of the heap in %': Math.round(growth('heapUsed') * 1000) / 10,
    'open files when warm': warm.open, 'open files at the end': last.open, 'timers at the end': last.timers, 'drafts left': last.drafts, 'RSS every third hour in MB': samples.map(({ rss }) => megabytes(rss)).join(' '),
  })
})

async function soak(hours: number, perHour: number): Promise<{ samples: Sample[]; end: End }> {
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', join(import.meta.dirname, 'programs/soak.ts'), folder, String(hours), String(perHour)], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: temporary } })
  const samples: Sample[] = []
  let end: End | null = null
  let complaint = ''
  child.stderr.on('data', (said: Buffer) => { complaint += said.toString() })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as Sample | { end: End }
    if ('end' in said) end = said.end
    else samples.push(said)
  })
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve) })
  if (code !== 0 || !end) throw new Error(`the soak ended with ${code}: ${complaint}`)
  return { samples, end }
}
