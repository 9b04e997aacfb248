// Measures how fast documents are verified: node --import tsx bench/verify.mjs
// DOCUMENTS=1000 in all, DISTINCT=100 of them issued and the others copies (nothing is remembered between two files), THREADS=as the desk does. Prints a table for docs/performance.md.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { generateOrganisationKeys } from '../crypto/organisation-keys.ts'
import { writePem } from '../crypto/pem.ts'
import { fingerprint } from '../crypto/read-certificate.ts'
import { bodiesOf } from '../main/documents/issue.ts'
import { counterSign } from '../main/documents/pdf/counter-sign.ts'
import { keyIdOf } from '../main/documents/seal.ts'
import { hireVerifiers } from '../main/documents/verify/verifiers.ts'
import { verifyFile } from '../main/documents/verify/verify-file.ts'
import { septemberReceipt } from '../test/main/documents/receipts.ts'

const run = promisify(execFile)
const many = Number(process.env.DOCUMENTS ?? 1000)
const distinct = Math.min(many, Number(process.env.DISTINCT ?? 100))
const threads = Number(process.env.THREADS ?? Math.min(4, availableParallelism()))
const folder = mkdtempSync(join(process.env.TMP_FOLDER ?? tmpdir(), 'azukari-verify-'))
const rows = []
const row = (what, seconds, each, more = '') => rows.push(`| ${what} | ${seconds.toFixed(2)} | ${(each * 1000).toFixed(0)} | ${more} |`)

async function timed(act) {
  const start = performance.now()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  await act()
  delay.disable()
  return { seconds: (performance.now() - start) / 1000, late: Math.max(0, delay.max / 1e6 - 10), median: Math.max(0, delay.percentile(50) / 1e6 - 10) }
}

try {
  const [keys, city] = await Promise.all(['株式会社ひかりの丘データサービス', '青葉野市'].map((commonName) => generateOrganisationKeys({ commonName, notBefore: new Date('2026-12-01T00:00:00+09:00') })))
  const named = { rootFingerprint: fingerprint(keys.root.certificate), checkpointKeyId: keyIdOf(keys.checkpoint.publicKey) }
  const trusted = (own, role) => ({ rootPem: writePem('CERTIFICATE', own.root.certificate), checkpointKeyPem: own.checkpoint.publicKey.export({ type: 'spki', format: 'pem' }), contractNo: null, role })
  const trust = { at: Date.parse('2026-12-07T11:40:00+09:00'), keys: [trusted(keys, 'contractor'), trusted(city, 'city')] }
  const originals = Array.from({ length: distinct }, (_, i) => bodiesOf({ ...septemberReceipt, keys: named, docNo: `A-R8-017-${String(i + 1).padStart(4, '0')}` }, keys).bodies)
  mkdirSync(join(folder, 'all'))
  const paths = Array.from({ length: many }, (_, i) => join(folder, 'all', `${i}.pdf`))
  for (const [i, path] of paths.entries()) writeFileSync(path, originals[i % distinct].find(({ name }) => name.endsWith('.pdf')).bytes)

  const believed = (answers) => { if (!answers.every(([{ verification }]) => verification.verdict === 'verified')) throw new Error(JSON.stringify(answers.find(([{ verification }]) => verification.verdict !== 'verified'))) }
  const first = await timed(async () => believed([await verifyFile(paths[0], trust)]))
  row('one PDF, the first of the day (typefaces read)', first.seconds, first.seconds)
  const single = []
  for (const path of paths.slice(0, 20)) single.push((await timed(async () => believed([await verifyFile(path, trust)]))).seconds)
  const median = single.toSorted((a, b) => a - b)[10]
  row('one PDF, after that (median of 20)', median, median)
  const received = join(folder, 'received.pdf')
  writeFileSync(received, counterSign(originals[0].find(({ name }) => name.endsWith('.pdf')).bytes, city, new Date('2026-12-07T11:00:00+09:00')))
  const second = await timed(async () => believed([await verifyFile(received, trust)]))
  row('one PDF with the city’s signature', second.seconds, second.seconds)

  const verifiers = hireVerifiers({ threads })
  let next = 0
  const all = await timed(() => Promise.all(Array.from({ length: 8 }, async () => { while (next < paths.length) believed([await verifiers.verify(paths[next++], trust)]) })))
  await verifiers.dismiss()
  row(`${many} PDFs, drawn again, ${threads} threads, eight asked ahead`, all.seconds, all.seconds / many, `timers late: median ${all.median.toFixed(1)} ms, longest ${all.late.toFixed(0)} ms`)
  next = 0
  const peer = await timed(() => Promise.all(Array.from({ length: threads }, async () => { while (next < paths.length) await run('pdfsig', ['-nocert', paths[next++]]) })))
  row(`the same by pdfsig -nocert, ${threads} at a time`, peer.seconds, peer.seconds / many, `ours takes ${(all.seconds / peer.seconds).toFixed(1)} times as long, and draws every page again`)

  const each = (end) => Promise.all(originals.map(async (bodies, i) => { for (const { name, bytes } of bodies) if (name.includes(end)) writeFileSync(join(folder, `${i}${name.slice(name.indexOf('.'))}`), bytes) }))
  for (const [end, what] of [['.csv', 'CSV'], ['.json', 'JSON with p7s']]) {
    await each(end)
    const took = await timed(async () => { for (let i = 0; i < distinct; i++) believed([await verifyFile(join(folder, `${i}${end}`), trust)]) })
    row(`${distinct} ${what}, one thread`, took.seconds, took.seconds / distinct)
  }
  console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}; Node ${process.version}; load average ${loadavg()[0].toFixed(1)}\n\n| what | seconds | ms each | |\n|---|--:|--:|---|\n${rows.join('\n')}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
