import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backedUp, shelf } from './shelf.ts'

const { recoveryKey, folder, office } = shelf()

test('a backup is opened with the recovery key by a program that has nothing of ours', async () => {
  const here = await office()
  const path = await backedUp(here, folder())

  const read = JSON.parse(execFileSync('python3', [join(import.meta.dirname, 'open_backup.py'), path, recoveryKey()], { encoding: 'utf8' })) as { parts: string[]; head: { size: number; hash: string } }

  expect(read.head.size).toBe(6)
  expect(read.parts.slice(0, 5)).toEqual(['database/secrets.jsonl', 'database/entries-000000000000.jsonl', 'database/checkpoints.jsonl', 'database/ledger_views.jsonl', 'secrets.json'])
  expect(read.parts.filter((name) => name.startsWith('blobs/'))).toHaveLength(2)
  await here.close()
})
