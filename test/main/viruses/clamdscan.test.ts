import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clamdscan, saysWhatItSkips } from '../../../main/viruses/clam.ts'
import { realViruses } from '../../../main/viruses/viruses.ts'
import { bench, eicar, ownSignatures, quietly, type Bench } from './bench.ts'

const daemon = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find((path) => spawnSync(path, ['--version']).status === 0)
const isThere = daemon !== undefined && spawnSync('clamdscan', ['--version']).status === 0

test('only a daemon that says what it skipped is asked', () => {
  expect(saysWhatItSkips('LocalSocket /run/s\nAlertExceedsMax yes\n  AlertEncrypted true\n')).toBe(true)
  expect(saysWhatItSkips('AlertExceedsMax yes\n')).toBe(false)
  expect(saysWhatItSkips('#AlertExceedsMax yes\nAlertEncrypted yes\n')).toBe(false)
  expect(saysWhatItSkips('AlertExceedsMax no\nAlertEncrypted yes\n')).toBe(false)
})

test('where no settings of a daemon lie, no daemon is asked', async () => {
  expect(await clamdscan({ settings: ['/nowhere/clamd.conf'] })).toBeNull()
})

describe.runIf(isThere)('a ClamAV daemon', () => {
  let desk: Bench
  let clamd: ChildProcess | null = null
  beforeEach(() => { desk = bench() })
  afterEach(async () => {
    if (clamd?.exitCode === null && clamd.kill()) await once(clamd, 'exit')
    desk.clear()
  })

  const settings = (...lines: string[]) => desk.lay('clamd.conf', [`LocalSocket ${desk.folder}/socket`, `DatabaseDirectory ${desk.folder}/signatures`, 'Foreground yes', ...lines, ''].join('\n'))
  const HONEST = ['AlertExceedsMax yes', 'AlertEncrypted yes', 'MaxFileSize 1M']

  async function start(config: string): Promise<void> {
    spawnSync('cp', [ownSignatures, desk.lay('signatures/own.hsb', '')])
    clamd = spawn(daemon ?? '', ['-c', config], { stdio: ['ignore', 'pipe', 'inherit'] })
    for await (const said of clamd.stdout ?? []) if (String(said).includes('Self checking')) return
  }

  test('finds, vouches, and says what it skipped', async () => {
    const config = settings(...HONEST)
    await start(config)
    const viruses = realViruses({ platform: 'linux', daemonSettings: [config] })
    const infected = desk.lay('in/𠮷 田 $(x).com', eicar)
    const large = desk.lay('in/large', '')
    truncateSync(large, 2_000_000)
    desk.lay('in/clean.txt', 'clean')

    expect(await viruses.scanner()).toMatchObject({ name: 'ClamAV (clamd)' })
    expect(await viruses.scan([join(desk.folder, 'in')], quietly)).toMatchObject({ outcome: 'found', findings: [{ path: infected }], unscanned: [{ path: large, why: 'Heuristics.Limits.Exceeded.MaxFileSize' }] })
    expect(await viruses.scan([join(desk.folder, 'in/clean.txt')], quietly)).toMatchObject({ outcome: 'clean', files: 1 })
  })

  test('that dies is no scanner any more', async () => {
    const config = settings(...HONEST)
    await start(config)
    expect(await clamdscan({ settings: [config] })).not.toBeNull()
    clamd?.kill('SIGKILL')
    await once(clamd!, 'exit')
    expect(await clamdscan({ settings: [config] })).toBeNull()
  })

  test('is never asked about a link: of a link it says OK and has read nothing', async () => {
    const config = settings(...HONEST)
    await start(config)
    desk.lay('in/eicar.com', eicar)
    spawnSync('ln', ['-s', join(desk.folder, 'in/eicar.com'), join(desk.folder, 'link')])
    const { stdout } = spawnSync('clamdscan', ['--no-summary', '--fdpass', `--config-file=${config}`, join(desk.folder, 'link')], { encoding: 'utf8' })
    expect(stdout).toContain('link: OK')
    // On a medium a link holds nothing itself and is passed over; one that was given stands for its end.
    expect(await realViruses({ platform: 'linux', daemonSettings: [config] }).scan([join(desk.folder, 'link')], quietly)).toMatchObject({ outcome: 'found', files: 1 })
  })
})
