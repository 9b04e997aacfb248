import { spawn } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { openWorld } from '../../../main/world.ts'
import { cost, nine, opening, organisation, password } from './hanako.ts'

const quietly = { signal: new AbortController().signal, onProgress: () => {} }

/** Runs a program until it has said its first line, lets `meanwhile` happen, kills it as a power cut would, and answers what it said. */
export async function cutPower(program: string, words: readonly string[], meanwhile: () => Promise<unknown>): Promise<string[]> {
  const path = new URL(`programs/${program}.ts`, import.meta.url).pathname
  const running = spawn(process.execPath, ['--import', 'tsx', path, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complained = ''
  running.stderr.setEncoding('utf8').on('data', (text: string) => { complained += text })
  const ended = new Promise((resolve) => running.once('close', resolve))
  await new Promise<void>((resolve) => {
    running.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('\n')) resolve()
    })
    void ended.then(() => resolve())
  })
  await meanwhile()
  running.kill('SIGKILL')
  await ended
  expect(complained.replaceAll(/^npm warn.*\n/gm, '')).toBe('')
  // A line that was cut off was not said.
  return said.split('\n').slice(0, -1)
}

/** An append that was answered stands; one that was not stands whole or not at all; the ledger verifies. */
export async function appendUntilPowerCut(home: string, milliseconds = randomInt(300)): Promise<void> {
  const said = await cutPower('append', [home], () => sleep(milliseconds))
  const world = await openWorld({ home, now: () => nine, cost })
  expect(await world.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })

  const { size, problems } = await world.ledger.verify(quietly)
  const serials = (await world.ledger.entries(0, size)).flatMap((entry) => (entry.type === 'unregistered-medium-refused' ? [entry.data.serial] : []))
  await world.close()

  const last = Number(said.at(-1))
  const run = serials.slice(serials.lastIndexOf('1a'))
  expect(problems).toEqual([])
  expect([2 * last, 2 * (last + 1)]).toContain(run.length)
  expect(run).toEqual(Array.from({ length: run.length / 2 }, (_, i) => [`${i + 1}a`, `${i + 1}b`]).flat())
}

/** Every blob that the ledger speaks of is there and whole; no other is, and no draft. */
export async function takeUntilPowerCut(home: string, milliseconds = randomInt(300)): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-in-'))
  for (let n = 0; n < 6; n++) writeFileSync(join(folder, `${n}.csv`), `${n}`.repeat(300_000))
  const said = await cutPower('take', [home, folder], () => sleep(milliseconds))
  const world = await openWorld({ home, now: () => nine, cost })
  expect(await world.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })

  const entries = await world.ledger.entries(0, 100_000)
  const spoken = new Map(entries.flatMap((entry) => (entry.type === 'document-saved' ? [[entry.data.id, entry.data.to] as const] : [])))
  // Those of this cut; earlier ones were looked into after theirs.
  for (const [blob, sha256] of [...spoken].slice(-6 * (Number(said.at(-1)) + 1))) expect(createHash('sha256').update(await world.files.fetch(blob)).digest('hex')).toBe(sha256)
  expect(spoken.size).toBeGreaterThanOrEqual(6 * Number(said.at(-1)))
  expect(readdirSync(join(home, 'vault/blobs')).toSorted()).toEqual([...spoken.keys()].toSorted())
  await world.close()
  rmSync(folder, { recursive: true })
}

/** There is a whole vault or none; where there is none, making one succeeds. */
export async function createUntilPowerCut(home: string, milliseconds = randomInt(3000)): Promise<void> {
  const said = await cutPower('create', [home], () => sleep(milliseconds))
  const world = await openWorld({ home, now: () => nine, cost })
  const { state } = await world.vault.status()
  if (said.includes('made')) expect(state).toBe('locked')
  if (state === 'absent') await world.vault.create({ organisation, loginId: 'hanako', password }, opening(nine))
  else expect(await world.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
  expect((await world.ledger.entries(0, 9)).map(({ type }) => type)).toEqual(['office-opened'])
  await world.close()
  expect(readdirSync(home)).toEqual(['vault'])
}
