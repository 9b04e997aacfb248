import { expect, test } from 'vitest'
import { readVersion } from '../../../main/viruses/clam.ts'
import { readLine } from '../../../main/viruses/verdicts.ts'

test.each([
  ['ClamAV 1.4.6/27812/Mon Dec  7 09:21:34 2026', { name: 'ClamAV', engine: '1.4.6', signatures: { version: '27812', date: Date.parse('2026-12-07T09:21:34Z') } }],
  ['ClamAV 0.103.12/27000/Thu Aug 31 07:00:00 2023', { name: 'ClamAV', engine: '0.103.12', signatures: { version: '27000', date: Date.parse('2023-08-31T07:00:00Z') } }],
  ['ClamAV 1.4.6', { name: 'ClamAV', engine: '1.4.6', signatures: null }],
  ['ClamAV 1.5.0-rc/27812/Xyz Foo  7 09:21:34 2026', { name: 'ClamAV', engine: '1.5.0-rc', signatures: null }],
  ['Error', null], ['', null],
])('the version %j is read as what it says', (line, scanner) => {
  expect(readVersion(line)).toEqual(scanner)
})

test.each([
  ['/r/0: OK', 'clean'], ['/r/0: Empty file', 'clean'], ['/r/0: Win.Test.EICAR_HDB-1 FOUND', 'found'], ['/r/0: Heuristics.Phishing.Email.SpoofedDomain FOUND', 'found'],
  ['/r/0: Heuristics.Limits.Exceeded.MaxScanSize FOUND', 'unscanned'], ['/r/0: Heuristics.Limits.Exceeded FOUND', 'unscanned'], ['/r/0: Heuristics.Encrypted.PDF FOUND', 'unscanned'],
  ['/r/0: Access denied', 'unscanned'], ['/r/0: Excluded', 'unscanned'], ['/r/0: Symbolic link', 'unscanned'], ['/r/0: OK ', 'unscanned'], ['/r/0:  FOUND', 'unscanned'],
])('%j means %s', (line, verdict) => {
  expect(readLine(line)).toMatchObject({ path: '/r/0', said: { verdict } })
})

test('a line that speaks of no file is passed over', () => {
  for (const line of ['', 'LibClamAV Warning', ': OK', '----------- SCAN SUMMARY -----------']) expect(readLine(line)).toBeNull()
})
