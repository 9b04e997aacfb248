import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { memoryLedger } from '../../../main/ledger/memory-ledger.ts'
import { keepSticks, signedIn, strangeStick } from './entries.ts'

const quietly = { signal: new AbortController().signal, onProgress: () => {} }
let desk: string
beforeEach(() => { desk = mkdtempSync(join(tmpdir(), 'azukari-export-')) })
afterEach(() => rmSync(desk, { recursive: true, force: true }))

async function office(entries = 11) {
  const ledger = memoryLedger({ project: keepSticks })
  const first = await ledger.append([signedIn(), strangeStick('𠮷田の棒')], { size: 0, hash: '' })
  const { checkpoint } = await ledger.witness(0)
  if (first) await ledger.append(Array.from({ length: entries - 2 }, (_, n) => strangeStick(`S-${n}`)), first)
  return { ledger, checkpoint }
}

const python = (...words: string[]) => spawnSync('python3', words, { encoding: 'utf8' })

test.each([2, 3, 8, 11, 700])('an export of %i entries is checked by Python and openssl alone', async (entries) => {
  const { ledger, checkpoint } = await office(entries)
  writeFileSync(join(desk, 'earlier.txt'), checkpoint)

  const { files, size, root } = await ledger.exportTo(join(desk, 'ledger'), quietly)

  expect(files.map((f) => f.replace(/^ledger./, '')).toSorted()).toEqual(readdirSync(join(desk, 'ledger')).toSorted())
  const checked = python(join(desk, 'ledger', 'check.py'), join(desk, 'earlier.txt'))
  expect(checked.stderr + checked.stdout).toMatch(new RegExp(`^GOOD: azukari/[0-9a-f]{16}, ${size} entries, root ${root}\n$`))
  expect(size).toBe(entries)
})

test.each([
  ['an entry', 'entries.ndjson', 'S-3', 'S-4'],
  ['the order', 'entries.ndjson', '"seq":4', '"seq":5'],
  ['the size that was signed', 'checkpoint.txt', '\n11\n', '\n10\n'],
  ['the proof of an entry', 'proofs.ndjson', /("inclusion".*"proof":\[")./, '$1~'],
  ['the proof that it continues', 'proofs.ndjson', /("consistency".*"proof":\[")./, '$1~'],
])('when %s was altered, the check says so', async (_, name, was, is) => {
  const { ledger } = await office()
  await ledger.exportTo(join(desk, 'ledger'), quietly)
  const file = join(desk, 'ledger', name)
  const text = readFileSync(file, 'utf8')

  // ~ stands for another digit than was there.
  writeFileSync(file, text.replace(was, (found, kept = '') => is.replace('$1', String(kept)).replace('~', found.endsWith('0') ? '1' : '0')))

  expect(readFileSync(file, 'utf8')).not.toBe(text)
  expect(python(join(desk, 'ledger', 'check.py'))).toMatchObject({ status: 1, stdout: expect.stringContaining('NOT GOOD') as unknown })
})

test('a ledger that does not continue what was said earlier is found out by whoever kept it', async () => {
  const { ledger } = await office()
  const key = (await ledger.exportTo(join(desk, 'ledger'), quietly)) && readFileSync(join(desk, 'ledger', 'public-key.pem'))
  const other = await office()
  await other.ledger.exportTo(join(desk, 'other'), quietly)
  writeFileSync(join(desk, 'other', 'public-key.pem'), key)

  expect(python(join(desk, 'other', 'check.py')).stdout).toContain('openssl does not believe')
})

test('a folder that exists is left alone, and a parent that does not is not made', async () => {
  const { ledger } = await office()
  await ledger.exportTo(join(desk, 'ledger'), quietly)

  await expect(ledger.exportTo(join(desk, 'ledger'), quietly)).rejects.toThrow('target-exists')
  await expect(ledger.exportTo(join(desk, 'no', 'ledger'), quietly)).rejects.toThrow('folder-missing')
  expect(readdirSync(desk)).toEqual(['ledger'])
})

test('an export that is cancelled leaves nothing', async () => {
  const { ledger } = await office()
  const clerk = new AbortController()

  await expect(ledger.exportTo(join(desk, 'ledger'), { signal: clerk.signal, onProgress: () => clerk.abort() })).rejects.toHaveProperty('name', 'AbortError')

  expect(readdirSync(desk)).toEqual([])
})
