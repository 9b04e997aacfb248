import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { sharedPages } from '../../../crypto/zip/assembly.ts'
import { benchOver, ownBench, PIECE_BYTES, plainBench } from '../../../crypto/zip/counter-bench.ts'
import { Keystream } from '../../../crypto/zip/keystream.ts'

const key = randomBytes(32)

test('vectors can be had here, so that what follows tests them and not the fallback', () => {
  expect(benchOver(sharedPages(2), 0)).toBeDefined()
})

test('counters on the bench are those of the definition, also where they carry into the second word', () => {
  for (const first of [1, 2048, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 5]) for (const blocks of [1, 7, PIECE_BYTES / 16]) {
    expect(Buffer.from(ownBench().counters(first, blocks)).equals(plainBench().counters(first, blocks))).toBe(true)
  }
})

test('bytes of any length and beginning come out as from the plain loop, wherever they lie', () => {
  const memory = sharedPages(4)
  const there = new Uint8Array(memory.buffer)
  for (const length of [0, 1, 15, 16, 63, 64, 65, 1000, 32_768, 32_769, 100_001]) for (const start of [0, 1, 17]) {
    const plain = randomBytes(start + length).subarray(start)
    const slowly = Buffer.from(plain)
    new Keystream(key, plainBench()).apply(slowly)

    const apart = Buffer.from(plain)
    new Keystream(key).apply(apart)
    const inPlace = there.subarray(65_536 + start, 65_536 + start + length)
    inPlace.set(plain)
    new Keystream(key, benchOver(memory, 0)).apply(inPlace)

    expect(apart.equals(slowly)).toBe(true)
    expect(Buffer.from(inPlace).equals(slowly)).toBe(true)
  }
})

test('two that share a bench do not take each other\'s keystream', () => {
  const [a, b] = [new Keystream(key), new Keystream(randomBytes(32))]
  const [turns, whole] = [Buffer.alloc(4000), Buffer.alloc(4000)]
  for (let at = 0; at < turns.length; at += 100) {
    a.apply(turns.subarray(at, at + 100))
    b.apply(Buffer.alloc(100))
  }
  new Keystream(key).apply(whole)
  expect(turns.equals(whole)).toBe(true)
})
