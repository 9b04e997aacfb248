import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { EvidenceProblem } from '../../../crypto/evidence-problem.ts'
import { openStream, sealedSize, sealStream } from '../../../crypto/sealed-file.ts'
import { problemOfPromise } from './problem-of.ts'

const CHUNK = 65_536
const key = randomBytes(32)

describe('a sealed file', () => {
  test.each([0, 1, 15, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5])('of %i bytes opens to the same bytes and has the size foretold', async (size) => {
    const plain = randomBytes(size)
    const sealed = await seal(plain)
    expect(sealed.length).toBe(sealedSize(size))
    expect(Buffer.compare(await open(sealed), plain)).toBe(0)
  })

  test('does not depend on the pieces in which it arrives', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: 70_000 }), { maxLength: 6 }), fc.array(fc.nat({ max: 70_000 }), { maxLength: 6 }), async (sizes, cuts) => {
      const pieces = sizes.map((size) => randomBytes(size))
      const sealed = await gather(sealStream(each(pieces), key))
      expect(Buffer.compare(await gather(openStream(each(cut(sealed, cuts)), key)), Buffer.concat(pieces))).toBe(0)
    }), { numRuns: 25 })
  })

  test('is different each time, and tells nothing of what is inside', async () => {
    const plain = Buffer.from('𠮷野 太郎'.repeat(100))
    const [first, second] = [await seal(plain), await seal(plain)]
    expect(first.subarray(24).equals(second.subarray(24))).toBe(false)
    expect(first.includes('𠮷野')).toBe(false)
  })

  test('opens with its own key only', async () => {
    expect(await problemOfPromise(gather(openStream(each([await seal(Buffer.from('x'))]), randomBytes(32))))).toBe('sealed-damaged')
  })
})

describe('a sealed file that was tampered with is refused', () => {
  const plain = randomBytes(2 * CHUNK + 100)
  const HEADER = 24
  const SEALED = CHUNK + 16

  test('when any byte of it is changed', async () => {
    const sealed = await seal(Buffer.from('small'))
    for (let i = 0; i < sealed.length; i++) {
      for (let bit = 0; bit < 8; bit++) {
        const altered = Buffer.from(sealed)
        altered[i]! ^= 1 << bit
        expect(await opening(altered)).not.toBe('accepted')
      }
    }
  })

  test('when it is cut off anywhere, also between two chunks', async () => {
    const sealed = await seal(plain)
    for (const length of [0, 7, HEADER - 1, HEADER, HEADER + 1, HEADER + 15, HEADER + 16, HEADER + SEALED - 1, HEADER + SEALED, HEADER + SEALED + 1, HEADER + 2 * SEALED, sealed.length - 1]) {
      expect(await opening(sealed.subarray(0, length)), `cut at ${length}`).not.toBe('accepted')
    }
    const small = await seal(Buffer.from('small'))
    for (let length = 0; length < small.length; length++) expect(await opening(small.subarray(0, length))).not.toBe('accepted')
  })

  test('when anything follows', async () => {
    for (const size of [0, 5, CHUNK]) {
      const sealed = await seal(randomBytes(size))
      for (const more of [1, 16, 17, SEALED]) expect(await opening(Buffer.concat([sealed, Buffer.alloc(more)]))).not.toBe('accepted')
    }
  })

  test('when chunks change places, are dropped, doubled or come from another file', async () => {
    const sealed = await seal(plain)
    const chunk = (i: number) => sealed.subarray(HEADER + i * SEALED, Math.min(sealed.length, HEADER + (i + 1) * SEALED))
    const [header, a, b, c] = [sealed.subarray(0, HEADER), chunk(0), chunk(1), chunk(2)]
    const other = await seal(plain)
    for (const order of [[b, a, c], [a, c], [a, b], [b, c], [c], [a, a, b, c], [a, other.subarray(HEADER + SEALED, HEADER + 2 * SEALED), c]]) {
      expect(await opening(Buffer.concat([header, ...order]))).not.toBe('accepted')
    }
    expect(await opening(Buffer.concat([other.subarray(0, HEADER), a, b, c]))).toBe('sealed-damaged')
  })

  test('and nothing of a damaged chunk is released', async () => {
    const sealed = await seal(plain)
    sealed[HEADER + SEALED + 10]! ^= 1
    const released: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of openStream(each([sealed]), key)) released.push(piece)
    })()
    await expect(reading).rejects.toMatchObject({ code: 'sealed-damaged', facts: { chunk: 1 } } satisfies Partial<EvidenceProblem>)
    expect(Buffer.compare(Buffer.concat(released), plain.subarray(0, CHUNK))).toBe(0)
  })

  test('and the source is let go of', async () => {
    let closed = false
    async function* source() {
      try {
        yield Buffer.from('not a sealed file, but long enough to be one')
        yield Buffer.from('more')
      } finally {
        closed = true
      }
    }
    expect(await problemOfPromise(gather(openStream(source(), key)))).toBe('sealed-header')
    expect(closed).toBe(true)
  })
})

async function* each(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

const seal = (plain: Uint8Array) => gather(sealStream(each([plain]), key))
const open = (sealed: Uint8Array) => gather(openStream(each([sealed]), key))
const opening = (sealed: Uint8Array) => problemOfPromise(open(sealed))

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  let from = 0
  const pieces = sizes.map((size) => bytes.subarray(from, (from = Math.min(bytes.length, from + size))))
  return [...pieces, bytes.subarray(from)]
}
