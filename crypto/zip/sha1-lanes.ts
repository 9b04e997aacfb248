/**
 * SHA-1's compression (FIPS 180-4 §6.1.2) on four messages at once, in WebAssembly's 128-bit words, assembled here instruction by instruction.
 * Only for the thousand rounds of PBKDF2, which OpenSSL does one call at a time; the answer is checked against node:crypto
 * before it is used for the first time (`derive-keys.ts`).
 */
interface Lanes { memory: Int32Array; compress(stateAt: number, messageAt: number, outAt: number): void }
interface Wasm {
  Module: new (code: Uint8Array) => object
  Instance: new (module: object) => { exports: { memory: { buffer: ArrayBuffer }; compress: Lanes['compress'] } }
}
declare const WebAssembly: Wasm

export function sha1Lanes(): Lanes {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble()))
  return { memory: new Int32Array(exports.memory.buffer), compress: exports.compress }
}

// Parameters 0–2 are the addresses of state (5 words), message (16 words) and result (5 words); each word is four lanes wide.
const [STATE, MESSAGE, OUT] = [0, 1, 2]
const W = (i: number): number => 3 + (i % 16)
const VARIABLES = [19, 20, 21, 22, 23]
const SPARE = 24

const get = (local: number): number[] => [0x20, local]
const set = (local: number): number[] => [0x21, local]
const vector = (code: number): number[] => [0xfd, ...unsigned(code)]
const [AND_SELECT, XOR, OR, ADD] = [vector(0x52), vector(0x51), vector(0x50), vector(0xae)]
const load = (at: number, word: number): number[] => [...get(at), ...vector(0x00), 4, ...unsigned(word * 16)]
const rotateLeft = (local: number, by: number): number[] => [...get(local), 0x41, by, ...vector(0xab), ...get(local), 0x41, 32 - by, ...vector(0xad), ...OR]

function assemble(): Uint8Array {
  const code = [...[0, 1, 2, 3, 4].flatMap((i) => [...load(STATE!, i), ...set(VARIABLES[i]!)]), ...Array.from({ length: 16 }, (_, i) => [...load(MESSAGE!, i), ...set(W(i))]).flat()]
  let variables = VARIABLES
  for (let t = 0; t < 80; t++) {
    if (t >= 16) code.push(...schedule(t))
    code.push(...round(t, variables))
    const [a, b, c, d, e] = variables as [number, number, number, number, number]
    // What was e holds the new a; the rest moves on by name only.
    variables = [e, a, b, c, d]
  }
  for (let i = 0; i < 5; i++) code.push(...get(OUT!), ...load(STATE!, i), ...get(variables[i]!), ...ADD, ...vector(0x0b), 4, ...unsigned(i * 16))
  return moduleOf([1, 22, 0x7b, ...code, 0x0b])
}

function schedule(t: number): number[] {
  return [...get(W(t - 3)), ...get(W(t - 8)), ...XOR, ...get(W(t - 14)), ...XOR, ...get(W(t - 16)), ...XOR, ...set(SPARE), ...rotateLeft(SPARE, 1), ...set(W(t))]
}

function round(t: number, [a, b, c, d, e]: number[]): number[] {
  const mixed = t < 20 ? [...get(c!), ...get(d!), ...get(b!), ...AND_SELECT]
    : t >= 40 && t < 60 ? [...get(d!), ...get(b!), ...get(b!), ...get(c!), ...XOR, ...AND_SELECT]
      : [...get(b!), ...get(c!), ...XOR, ...get(d!), ...XOR]
  const constant = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][Math.floor(t / 20)]!
  const word = [constant & 255, (constant >>> 8) & 255, (constant >>> 16) & 255, constant >>> 24]
  const sum = [...rotateLeft(a!, 5), ...mixed, ...ADD, ...get(e!), ...ADD, ...vector(0x0c), ...word, ...word, ...word, ...word, ...ADD, ...get(W(t)), ...ADD]
  return [...sum, ...set(e!), ...rotateLeft(b!, 30), ...set(b!)]
}

/** One function of three addresses, one page of memory, both exported. */
function moduleOf(body: number[]): Uint8Array {
  const section = (id: number, content: number[]): number[] => [id, ...unsigned(content.length), ...content]
  const name = (text: string): number[] => [text.length, ...Buffer.from(text)]
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0]), ...section(3, [1, 0]), ...section(5, [1, 0, 1]),
    ...section(7, [2, ...name('memory'), 2, 0, ...name('compress'), 0, 0]), ...section(10, [1, ...unsigned(body.length), ...body]),
  ])
}

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}
