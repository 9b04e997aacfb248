import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PackageProblem } from '../../../crypto/zip/problem.ts'
import { sized } from '../../campaign.ts'
import { PASSWORD, sound } from './archive.ts'
import { readAll } from './read-all.ts'

const folder = new URL('../../vectors/zip/', import.meta.url)
const ROUNDS = sized(60, 400)
const INTERESTING = [0, 1, 0x7f, 0x80, 0xff, 0x50, 0x4b]

/** A generator that gives the same mutations each time, so that a failure can be repeated. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function mutated(original: Buffer, chance: (sides: number) => number): Buffer {
  let bytes = Buffer.from(original)
  for (let n = 1 + chance(4); n > 0; n--) {
    const at = chance(bytes.length)
    const kind = chance(6)
    if (kind === 0) bytes[at] = chance(256)
    if (kind === 1) bytes[at] = INTERESTING[chance(INTERESTING.length)]!
    if (kind === 2) bytes = bytes.subarray(0, at + 1)
    if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(1 + chance(40), chance(256)), bytes.subarray(at)])
    if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + chance(40)))])
    if (kind === 5 && bytes.length > 8) bytes.fill(0xff, at, Math.min(bytes.length, at + 1 + chance(8)))
    if (bytes.length === 0) return Buffer.alloc(1)
  }
  return bytes
}

test.each([...readdirSync(folder).filter((name) => name.endsWith('.zip')), 'ours'])('%s, bent at random, is refused with a reason or opens to the truth', async (name) => {
  const original = name === 'ours' ? await sound({ 'a.txt': 'first', 'b/c.txt': 'second' }) : readFileSync(new URL(name, folder))
  const password = name === 'ours' ? PASSWORD : name.includes('jp-password') ? 'パスワード試験２０２４' : 'Vector-Pass_123'
  const truth = new Set(Object.values(await readAll(original, password).catch(() => ({}))))
  const chance = dice(name.length)
  for (let round = 0; round < ROUNDS; round++) {
    const bent = mutated(original, chance)
    const outcome: unknown = await readAll(bent, password).catch((error: unknown) => error)
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(PackageProblem)
    // AE-2 does not authenticate names and times, so a name may have changed; no content may.
    else for (const hash of Object.values(outcome as Record<string, string>)) expect(hash === 'folder' || truth.has(hash) || hash === EMPTY).toBe(true)
  }
})

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
