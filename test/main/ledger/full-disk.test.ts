import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { NewEntry } from '../../../core/ledger/entry.ts'
import { Refusal } from '../../../core/refusal.ts'
import { openDatabase } from '../../../main/ledger/database.ts'
import { beginLedger, openLedger } from '../../../main/ledger/ledger.ts'
import { keepSticks, strangeStick } from './entries.ts'

const desk = mkdtempSync(join(tmpdir(), 'azukari-full-'))
const small = join(desk, 'small')
mkdirSync(small)
// Only root may make a disk that is this small; elsewhere the test is left out and says so.
const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small]).status === 0
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', small])
  rmSync(desk, { recursive: true, force: true })
})

test.runIf(mounted)('on a full disk an append is refused and nothing of it stands; with room again the ledger goes on', async () => {
  const key = generateKeyPairSync('ed25519').privateKey
  const secret = randomBytes(32)
  const open = () => openLedger(db, { key, projection: { version: 1, project: keepSticks } })
  let db = openDatabase(join(small, 'vault.db'), secret, { fresh: true })
  beginLedger(db, key)
  let ledger = open()
  const large = (n: number): NewEntry => ({ ...strangeStick(`S-${n}`), data: { serial: `S-${n}`, where: 'x'.repeat(50_000) } } as NewEntry)
  writeFileSync(join(small, 'ballast'), randomBytes(500_000))

  let refused: unknown
  let answered = 0
  while (!refused) {
    try {
      if (await ledger.append([large(2 * answered), large(2 * answered + 1)], ledger.head())) answered++
    } catch (error) {
      refused = error
    }
  }
  expect(refused).toBeInstanceOf(Refusal)
  expect((refused as Refusal).objections).toMatchObject([{ code: 'disk-full' }])
  expect(ledger.head().size).toBe(2 * answered)
  expect(ledger.now().list('medium')).toHaveLength(2 * answered)

  rmSync(join(small, 'ballast'))
  expect(await ledger.append([large(1000)], ledger.head())).toMatchObject({ size: 2 * answered + 1 })
  db.close()
  db = openDatabase(join(small, 'vault.db'), secret)
  ledger = open()
  expect(await ledger.verify({ signal: new AbortController().signal, onProgress: () => {} })).toMatchObject({ size: 2 * answered + 1, problems: [] })
  db.close()
})
