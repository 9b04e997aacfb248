import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { incidentLog } from '../../main/incidents.ts'

let home = ''
beforeEach(() => { home = mkdtempSync(join(tmpdir(), 'azukari-incidents-')) })
afterEach(() => rmSync(home, { recursive: true }))

const nine = () => new Date('2026-04-01T00:00:00Z')
const file = () => join(home, 'log/incidents.jsonl')
const written = () => readFileSync(file(), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)

test('an incident is found again by the number that was shown', () => {
  const log = incidentLog(home, nine)
  const numbers = [log.incident(new Error('a')), log.incident(new Error('b'))]
  expect(written().map(({ incident }) => incident)).toEqual(numbers)
  expect(written()[0]).toMatchObject({ at: '2026-04-01T00:00:00.000Z', error: 'Error' })
  expect(numbers[0]).toMatch(/^[A-Z0-9]{6}$/)
})

test('nothing that an error says is written down, however it says it', () => {
  const error = Object.assign(new TypeError('住民名簿.csv\n    at 佐藤花子 (/home/住民名簿/index.ts:1:1)', { cause: new Error('住民名簿') }), { path: '/住民名簿', code: '住民名簿' })
  error.name = '住民名簿'
  const log = incidentLog(home, nine)
  log.incident(error)
  log.incident('住民名簿')
  log.incident({ 住民名簿: 1 })
  expect(readFileSync(file(), 'utf8')).not.toMatch(/住民|佐藤|名簿/)
})

test('where it happened and what the system called it are written down, of causes too', () => {
  incidentLog(home, nine).incident(new Error('outer', { cause: Object.assign(new RangeError('inner'), { code: 'ENOSPC' }) }))
  expect(written()[0]).toMatchObject({
    error: 'Error',
    frames: expect.arrayContaining([expect.stringMatching(/incidents\.test\.ts:\d+:\d+$/)]) as unknown,
    cause: { error: 'RangeError', code: 'ENOSPC' },
  })
})

test('only its owner reads the log, and it does not grow without end', () => {
  const log = incidentLog(home, nine)
  log.incident(new Error('a'))
  expect(statSync(file()).mode & 0o077).toBe(0)
  truncateSync(file(), 2_000_001)
  log.incident(new Error('b'))
  expect(statSync(file()).size).toBeLessThan(10_000)
  expect(existsSync(`${file()}.old`)).toBe(true)
})

test('a flood in one minute pushes nothing out, and its numbers are found in the log', () => {
  let now = Date.UTC(2026, 3, 1)
  const log = incidentLog(home, () => new Date(now))
  const numbers = Array.from({ length: 3000 }, () => log.incident(new Error('again')))
  expect(written()).toHaveLength(1000)
  expect(new Set(written().map(({ incident }) => incident))).toEqual(new Set(numbers))
  now += 60_000
  expect(log.incident(new Error('later'))).toBe(written()[1000]?.['incident'])
})
