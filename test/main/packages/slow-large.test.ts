import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEngine } from '../../../bench/build-engine.mjs'
import { sized } from '../../campaign.ts'
import { passphrase, put, run, shelf } from './office.ts'

const MOST_MEBIBYTES = 250
const engine = mkdtempSync(join(tmpdir(), 'azukari-engine-'))

// Bundled as it is shipped: a loader of TypeScript in each thread would be measured with it.
beforeAll(() => buildEngine(engine))
afterAll(() => rmSync(engine, { recursive: true }))

/** Runs the engine in a process of its own and answers the most memory it held, in MiB. */
function peakOf(...args: string[]): number {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '\n%M', process.execPath, join(engine, 'engine.cjs'), ...args], { encoding: 'utf8' })
  expect(stderr.trim().split('\n').slice(0, -1).join('\n')).toBe('')
  expect(status).toBe(0)
  return Number(stderr.trim().split('\n').at(-1)) / 1024
}

const DRAWERS = sized(50, 200)
test(`a package of ${DRAWERS},000 files is sealed, verified and opened within ${MOST_MEBIBYTES} MiB, and 7-Zip counts as many`, () => {
  const here = shelf()
  for (let drawer = 0; drawer < DRAWERS; drawer++) {
    const folder = join(here, 'files', '令和8年度_受領分', `届出書類_第${drawer}綴`)
    mkdirSync(folder, { recursive: true })
    for (let i = 0; i < 1000; i++) writeFileSync(join(folder, `世帯番号_${drawer * 1000 + i}_住民異動届.txt`), `${drawer} ${i}`)
  }
  const out = join(here, 'package.zip')

  const peaks = { seal: peakOf('seal', join(here, 'files'), out, '4', 'hidden'), verify: peakOf('verify', out), open: peakOf('open', out, join(here, 'opened')) }

  console.log(`${DRAWERS},000 files, peak MiB`, peaks)
  for (const peak of Object.values(peaks)) expect(peak).toBeLessThan(MOST_MEBIBYTES)
  expect(readdirSync(join(here, 'opened/files/令和8年度_受領分'))).toHaveLength(DRAWERS)
  run('7zz', 'x', `-p${passphrase.toString()}`, `-o${here}`, out)
  expect(run('7zz', 't', join(here, 'contents.zip'))).toContain(`Files: ${DRAWERS * 1000 + 1}`)
})

test('with names visible, too', () => {
  const here = shelf()
  const DRAWERS_SHOWN = sized(5, 200)
  for (let drawer = 0; drawer < DRAWERS_SHOWN; drawer++) {
    mkdirSync(join(here, 'files', `${drawer}`), { recursive: true })
    for (let i = 0; i < 1000; i++) writeFileSync(join(here, 'files', `${drawer}`, `${i}.txt`), `${drawer} ${i}`)
  }
  const out = join(here, 'package.zip')

  const peaks = { seal: peakOf('seal', join(here, 'files'), out, '4', 'visible'), verify: peakOf('verify', out), open: peakOf('open', out, join(here, 'opened')) }

  console.log(`${DRAWERS_SHOWN},000 files of visible names, peak MiB`, peaks)
  for (const peak of Object.values(peaks)) expect(peak).toBeLessThan(MOST_MEBIBYTES)
})

test.each(['0', '4'])('a sparse file of many GiB is sealed and verified in constant memory (level %s)', (level) => {
  const here = shelf()
  const path = put(join(here, 'files/sparse.img'), 'begins')
  // Stored, it would fill a small disk: 5 GiB are enough to need zip64.
  const gibibytes = level === '0' ? 5 : sized(6, 20)
  truncateSync(path, gibibytes * 2 ** 30)
  const out = join(here, 'package.zip')

  const peaks = { seal: peakOf('seal', join(here, 'files'), out, level, 'hidden'), verify: peakOf('verify', out) }

  console.log(`${gibibytes} GiB at level ${level}, peak MiB`, peaks)
  for (const peak of Object.values(peaks)) expect(peak).toBeLessThan(MOST_MEBIBYTES)
  expect(run('7zz', 't', `-p${passphrase.toString()}`, out)).toContain('Everything is Ok')
})
