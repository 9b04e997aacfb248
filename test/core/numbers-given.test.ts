import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { givesNumbers } from '../../core/backup/continuing-numbers.ts'
import { lastNumbers, seriesGiven, seriesOfContract, seriesOfYear } from '../../core/backup/numbers-given.ts'
import { permissions } from '../../core/who-may.ts'
import type { Reading } from '../../core/ledger/shelf.ts'

/** An office with one contract, and so many numbers given of each series. */
function office(series: Readonly<Record<string, number>>, pattern?: string): Reading {
  const kept: Readonly<Record<string, object[]>> = { contract: [{ id: 'c', shortNo: 'R8-017' }] }
  return {
    get: (kind: string, id: string) => (kind === 'series' ? series[id] !== undefined && { last: series[id] } : kind === 'office' ? { organisation: { docPrefix: 'ひ' } } : kind === 'numbering' && pattern ? { pattern } : undefined) || undefined,
    list: (kind: string) => kept[kind] ?? [], open: () => [],
  } as unknown as Reading
}

test('every number that a room counts is known by its beginning, so that it can be said after a restoring', () => {
  const files = readdirSync('core', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join('core', name), 'utf8'))
  const counted = files.flatMap((text) => [...text.matchAll(/`([A-Z]{1,3})-\$\{(\w+\.)?(shortNo|year)\}-\$\{String\(\(reading\.get\('series', [`']([a-zA-Z-]+)/g)].map(([, prefix = '', , of = '', series = '']) => ({ prefix, of, series })))
  expect(counted.length).toBeGreaterThan(10)
  // Designations are a city's, which hands out no numbers of ours.
  const unknown = counted.filter(({ prefix, of, series }) => series !== 'designation' && !(of === 'year' ? seriesOfYear[prefix] === series : seriesOfContract[prefix]?.includes(series)))
  expect(unknown).toEqual([])
  for (const name of givesNumbers) expect(permissions[name], name).toBeDefined()
})

test('a number says its series and how many there were; what this office never gives says nothing', () => {
  const reading = office({ 'F-31:c': 2 })
  expect(seriesGiven(reading, 'A-R8-017-012')).toEqual([{ series: 'F-25:c', last: 12 }])
  expect(seriesGiven(reading, 'Ａ-Ｒ８-０１７-０１２')).toEqual([{ series: 'F-25:c', last: 12 }])
  // Two of five certificates are F-31: what is left of the series is counted with the other form.
  expect(seriesGiven(reading, 'E-R8-017-005')).toEqual([{ series: 'F-30:c', last: 3 }])
  expect(seriesGiven(reading, 'SC-R8-017-002').map(({ series }) => series)).toEqual(['self-check:c', 'subcontract:c'])
  expect(seriesGiven(reading, 'T-R8-017-002')).toEqual([{ series: 'carry-out:c', last: 2 }])
  expect(seriesGiven(reading, 'T-2026-002')).toEqual([{ series: 'training', last: 2 }])
  expect(seriesGiven(reading, 'MED-2026-0003')).toEqual([{ series: 'media', last: 3 }])
  expect(seriesGiven(reading, 'ひ-R8-004')).toEqual([{ series: 'no:ひ-R8-#', last: 4 }])
  expect(seriesGiven(office({}, '{eraFiscal}税第{seq:3}号'), '令和8年度税第014号')).toEqual([{ series: 'no:令和8年度税第#号', last: 14 }])
  for (const no of ['A-R9-999-001', 'Q-R8-017-001', 'ひ-R8', 'R8税収0001', '', 'A-R8-017-0000001', 'constructor-R8-017-001']) expect(seriesGiven(reading, no), no).toEqual([])
})

test('what somebody compares with the papers on the table is the highest of each series', () => {
  expect(lastNumbers(office({ 'package:c': 3, 'mailing:c': 1, 'incident:c': 9 }))).toEqual(['P-R8-017-003', 'S-R8-017-001'])
})
