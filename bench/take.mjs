// Measures taking files into the vault: node --import tsx bench/take.mjs [MiB] [small files] [folder]
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realFiles } from '../main/files/files.ts'

const mebibytes = Number(process.argv[2] ?? 1024)
const many = Number(process.argv[3] ?? 20_000)
const desk = mkdtempSync(join(process.argv[4] ?? tmpdir(), 'azukari-bench-'))
for (const folder of ['blobs', 'large', 'small']) mkdirSync(join(desk, folder))
for (let n = 0; n < mebibytes; n += 64) writeFileSync(join(desk, 'large/one.bin'), randomBytes(Math.min(64, mebibytes - n) << 20), { flag: 'a' })
for (let n = 0; n < many; n++) writeFileSync(join(desk, 'small', `${n}.csv`), randomBytes(5000))
const files = realFiles({
  folder: join(desk, 'blobs'), keyOf: (blob) => createHash('sha256').update(blob).digest(),
  ledger: { size: () => 0, entriesWith: () => [] }, begin: () => ({ signal: new AbortController().signal, end: () => {} }),
})
for (const [what, folder] of [[`${mebibytes} MiB in one file`, 'large'], [`${many} files of 5 kB`, 'small']]) {
  let start = performance.now()
  const { found, troubles } = await files.find([join(desk, folder)])
  if (troubles.length > 0) throw new Error(troubles[0].what)
  console.log(`${`finding ${what}`.padEnd(50)} ${Math.round(performance.now() - start)} ms`)
  start = performance.now()
  const taking = await files.take(found, { signal: new AbortController().signal, onProgress: () => {} })
  if (taking.outcome !== 'taken') throw new Error(taking.outcome)
  console.log(`${`taking ${what}`.padEnd(50)} ${Math.round(performance.now() - start)} ms`)
  start = performance.now()
  let bytes = 0
  for (const { blob } of taking.taken) for await (const piece of files.blobs.open(blob)) bytes += piece.length
  console.log(`${`reading back ${what}`.padEnd(50)} ${Math.round(performance.now() - start)} ms (${bytes} bytes)`)
}
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`)
rmSync(desk, { recursive: true })
