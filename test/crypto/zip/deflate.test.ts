import { createHash } from 'node:crypto'
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deflateBlockHere } from '../../../crypto/zip/deflate.ts'

const digits = (n: number): string => createHash('sha256').update(String(n)).digest('hex').replace(/[a-f]/g, '').padEnd(30, '7')
const pick = (of: string, n: number, at: number): string => of[Number.parseInt(digits(n).slice(at, at + 2), 10) % of.length]!
const row = (n: number): string => [90_000_000 + n, `${pick('佐鈴高田伊渡山中小加', n, 0)}藤 ${pick('一花太次美翔健直大', n, 2)}子`, `19${digits(n).slice(4, 6)}-0${digits(n)[6]}-1${digits(n)[7]}`,
  `架空市${pick('一二三四', n, 8)}丁目${digits(n).slice(10, 12)}番${digits(n)[12]}号`, digits(n).slice(13, 19), `0${digits(n).slice(19, 21)}-${digits(n + 7).slice(0, 4)}-${digits(n + 7).slice(4, 8)}`].join(',')
const register = Buffer.from(Array.from({ length: 10_000 }, (_, n) => `${row(n)}\r\n`).join(''))
const prose = Buffer.from(Array.from({ length: 60_000 }, (_, i) => ['the clerk', 'a register', 'is received', 'and then', 'sealed', 'on the desk', 'by night', 'of the city'][Number.parseInt(digits(i).slice(0, 3), 10) % 8]).join(' '))

const usual = (block: Uint8Array): number => deflateRawSync(block, { level: 4, memLevel: 9, finishFlush: constants.Z_SYNC_FLUSH }).length

test('a register takes less room than zlib gives it by itself, prose not more', () => {
  expect(deflateBlockHere({ block: register, last: false, level: 4 }).length).toBeLessThan(usual(register) * 0.98)
  expect(deflateBlockHere({ block: prose, last: false, level: 4 }).length).toBe(usual(prose))
})

test('blocks that were deflated one by one are one stream, whatever each was taken for', () => {
  const noise = Buffer.concat(Array.from({ length: 10_000 }, (_, i) => createHash('sha256').update(`${i}`).digest()))
  const blocks = [register, prose, noise, register, Buffer.from('end')]
  for (const level of [1, 4, 6, 9]) {
    const packed = blocks.map((block, i) => deflateBlockHere({ block, ...(i > 0 ? { before: blocks[i - 1]! } : {}), last: i === blocks.length - 1, level }))
    expect(inflateRawSync(Buffer.concat(packed)).equals(Buffer.concat(blocks))).toBe(true)
  }
})

test('the same block gives the same bytes', () => {
  const one = deflateBlockHere({ block: register, last: true, level: 4 })
  expect(Buffer.from(deflateBlockHere({ block: Buffer.from(register), last: true, level: 4 })).equals(one)).toBe(true)
})
