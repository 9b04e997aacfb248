import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { password } from './hanako.ts'
import { offices } from './office.ts'

const { office } = offices()
const program = new URL('programs/forget.ts', import.meta.url).pathname

test('a desk that was left idle has forgotten its secret: the bytes are zero, every room refuses, and the heap holds neither secret nor password', () => {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-heap-'))
  try {
    const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', program, office().home, folder], { input: password, encoding: 'utf8', timeout: 60_000 })
    expect(stderr.replaceAll(/^npm warn.*\n/gm, '')).toBe('')
    expect(JSON.parse(stdout)).toEqual({ remembered: ['わすれない札'], session: null, zero: true, refused: [true, true, true] })

    const secret = Buffer.from(readFileSync(join(folder, 'secret'), 'utf8'), 'hex')
    const heap = readFileSync(join(folder, 'after.heapsnapshot'), 'utf8')
    expect(isIn(heap, 'わすれない札')).toBe(true)
    // Bytes of buffers lie outside of the snapshot: of them the zeroes above speak. Here it is about strings that somebody made of them.
    expect([secret.toString('hex'), secret.toString('hex').toUpperCase(), secret.toString('base64'), secret.toString('base64url'), password].filter((text) => isIn(heap, text))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A snapshot writes what is not ASCII as `\\uXXXX`. */
function isIn(heap: string, text: string): boolean {
  const written = [...Array(text.length).keys()].map((at) => text.charCodeAt(at)).map((unit) => (unit < 0x80 ? String.fromCharCode(unit) : `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`)).join('')
  return [text, written, written.toLowerCase()].some((shape) => heap.includes(shape))
}
