import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { passesOf } from '../../../crypto/wipe/pattern.ts'
import { offsetTold, tileOf, TILE } from '../../../crypto/wipe/tile.ts'

const seed = new Uint8Array(32).map((_, n) => n * 7)
const [pass] = passesOf('tile', seed)

function chunkAt(offset: number): Uint8Array {
  const chunk = new Uint8Array(TILE)
  pass?.prime(chunk)
  pass?.turn(chunk, offset)
  return chunk
}

describe('the stamped tile', () => {
  test('is made again by the recipe that its page gives, with openssl and Python', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tile-'))
    const page = readFileSync(resolve(import.meta.dirname, '../../../crypto/wipe/FORMAT.md'), 'utf8')
    const recipe = page.split('\n').filter((line) => line.startsWith('    ')).map((line) => line.slice(4)).join('\n')
    const steps = /^head -c[\s\S]*?^END$/m.exec(recipe)?.[0] ?? 'exit 1'
    const bytes = 3 * TILE + 12_345
    writeFileSync(join(folder, 'recipe.sh'), `set -e\n${steps}\n`)
    execFileSync('bash', ['recipe.sh'], { cwd: folder, env: { ...process.env, SEED: Buffer.from(seed).toString('hex'), SIZE: String(bytes) } })

    const made = readFileSync(join(folder, 'expected'))
    const ours = Buffer.concat([0, 1, 2, 3].map((n) => chunkAt(n * TILE))).subarray(0, bytes)

    expect(made.equals(ours)).toBe(true)
    rmSync(folder, { recursive: true })
  })

  test('tells of a sector for which place it was written, far beyond 2 TiB', () => {
    const tile = tileOf(seed)
    const far = 5 * 2 ** 44
    const chunk = chunkAt(far)
    for (const at of [0, 512, 1024 * 512, TILE - 512]) expect(offsetTold(chunk.subarray(at, at + 512), tile)).toBe(far + at)
  })

  test('does not take for its own a sector of another seed, or one of which a byte has changed', () => {
    const tile = tileOf(seed)
    expect(offsetTold(tileOf(new Uint8Array(32)).subarray(0, 512), tile)).toBeNull()
    const changed = chunkAt(TILE).slice(0, 512)
    changed[400] = (changed[400] ?? 0) ^ 1
    expect(offsetTold(changed, tile)).toBeNull()
    expect(offsetTold(new Uint8Array(512), tile)).toBeNull()
    expect(offsetTold(tile.subarray(0, 100), tile)).toBeNull()
  })

  test('holds no two equal sectors', () => {
    const seen = new Set([0, TILE, 9 * TILE].flatMap((offset) => { const chunk = chunkAt(offset); return Array.from({ length: 2048 }, (_, n) => Buffer.from(chunk.subarray(n * 512, n * 512 + 512)).toString('latin1')) }))
    expect(seen.size).toBe(3 * 2048)
  })

  test('wants a seed of 32 bytes', () => {
    expect(() => passesOf('tile', new Uint8Array(31))).toThrow(RangeError)
    expect(() => passesOf('tile', null)).toThrow(RangeError)
  })
})

test('a complement is two passes, 55 and then AA', () => {
  const chunks = passesOf('complement', null).map((one) => { const chunk = new Uint8Array(4); one.prime(chunk); return [...chunk] })
  expect(chunks).toEqual([[0x55, 0x55, 0x55, 0x55], [0xaa, 0xaa, 0xaa, 0xaa]])
})
