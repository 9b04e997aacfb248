// How long main's event loop stands still while something is erased: node --import tsx bench/loop-delay.ts FOLDER DEVICE. Prints JSON.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { realDrives } from '../main/drives/drives.ts'
import { realWiping } from '../main/wiping/wiping.ts'

const [folder = '', device = ''] = process.argv.slice(2)
const wiping = realWiping({ keepOut: [], sealed: '' })
const signal = new AbortController().signal
const rows: { what: string; seconds: number; median: number; p99: number; longest: number }[] = []

/** Milliseconds by which a timer of 10 ms came late. */
async function watched(what: string, act: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const start = performance.now()
  await act()
  delay.disable()
  const late = (nanoseconds: number): number => Math.max(0, Math.round((nanoseconds / 1e6 - 10) * 10) / 10)
  rows.push({ what, seconds: Math.round((performance.now() - start) / 100) / 10, median: late(delay.percentile(50)), p99: late(delay.percentile(99)), longest: late(delay.max) })
}

async function files(name: string, make: (into: string) => void): Promise<void> {
  const into = join(folder, name)
  mkdirSync(into)
  make(into)
  const how = { signal, onProgress: () => {} }
  let list: Awaited<ReturnType<typeof wiping.listFiles>> = 'abandoned'
  await watched(`listing ${name}`, async () => { list = await wiping.listFiles([into], how) })
  if ((list as unknown) === 'abandoned') throw new Error('abandoned')
  await watched(`wiping ${name}`, () => wiping.wipeFiles({ list: list as Exclude<typeof list, 'abandoned'>, pattern: 'tile', readBack: true, hardLinks: 'leave', readOnly: 'leave' }, how))
}

await watched('nothing at all', () => new Promise((go) => { setTimeout(go, 5000) }))
await files('500 files of 4 KiB', (into) => { for (let n = 0; n < 500; n++) writeFileSync(join(into, `${n}.csv`), Buffer.alloc(4096, n % 256)) })
await files('one file of 256 MiB', (into) => writeFileSync(join(into, 'large.img'), Buffer.alloc(256 << 20, 7)))
const drive = (await realDrives({ keepOut: [] }).list()).find(({ path }) => path === device)
if (drive) {
  await watched('wiping a drive in its own process', () => wiping.overwrite({ drive, pattern: 'tile', readBack: 'full', seed: wiping.freshSeed(), resume: null }, { signal, onProgress: () => {}, onCheckpoint: async () => {} }))
}
console.log(JSON.stringify(rows))
