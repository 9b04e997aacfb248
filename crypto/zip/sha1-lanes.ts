import { ADD, assemble, type Assembled, type Code, get, increase, load, number, OR, SELECT, set, sharedPages, store, vector, whileAtLeast, XOR } from './assembly.ts'

/**
 * SHA-1's compression (FIPS 180-4 §6.1.2) on four messages at once, in WebAssembly's 128-bit words, and the rounds of PBKDF2 made of it.
 * OpenSSL does those one call at a time; the answer is checked against node:crypto before it is used for the first time (`derive-keys.ts`).
 */
export interface Lanes {
  /** By lanes: word 0 of all four, word 1 … */
  memory: Int32Array
  /** Compresses the 16 words at `PLACES.message` on the state at `from` into the state at `to`. */
  compress(from: number, to: number): void
  /** U ← HMAC(U), T ← T xor U, so many times: U at `message`, T at `total`, the states after both pads at `inner` and `outer`. */
  iterate(rounds: number): void
}

/** Where words lie, in bytes. A state is 80 bytes. */
export const PLACES = { start: 0, inner: 80, outer: 160, total: 240, message: 320 } as const
const CONSTANTS_AT = 1024
const STATE_WORDS = 5
/** The message of a round: a hash of 20 bytes, the end mark, and the length of pad and hash in bits (§5.1.1). */
const HASH_MESSAGE = [0x80000000, 0, 0, 0, 0, 0, 0, 0, 0, 0, (64 + 20) * 8]

export function sha1Lanes(): Lanes {
  const constants: number[] = []
  const functions = [compressOne(constants), iterate(constants)]
  const memory = sharedPages(1)
  const words = new Int32Array(memory.buffer)
  for (const [i, value] of constants.entries()) words.fill(value, CONSTANTS_AT / 4 + i * 4, CONSTANTS_AT / 4 + i * 4 + 4)
  return { memory: words.subarray(0, CONSTANTS_AT / 4), ...assemble<Omit<Lanes, 'memory'>>(functions)(memory) }
}

/** A word of the message: what a local holds, or a number known beforehand, which saves the adding of zeros. */
type Word = { local: number } | { value: number }

/** Locals 0 and 1 are the parameters; 16 words, 5 variables and a spare one follow. */
const MESSAGE_FROM = 2
const VARIABLES = [18, 19, 20, 21, 22] as const
const SPARE = 23
const VECTORS = 22
const messageLocals = (count: number): Word[] => Array.from({ length: count }, (_, i) => ({ local: MESSAGE_FROM + i }))
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

function compressOne(constants: number[]): Assembled {
  const [from, to] = [get(0), get(1)]
  const body = [
    ...range(16).flatMap((i) => [...number(PLACES.message), ...load(i * 16), ...set(MESSAGE_FROM + i)]),
    ...compression(messageLocals(16), (i) => [...from, ...load(i * 16)], constants, (i, sum) => [...to, ...sum, ...store(i * 16)]),
  ]
  return { name: 'compress', parameters: ['i32', 'i32'], vectors: VECTORS, body }
}

function iterate(constants: number[]): Assembled {
  const words = [...messageLocals(STATE_WORDS), ...HASH_MESSAGE.map((value) => ({ value }))]
  const state = (place: number) => (i: number): Code => [...number(place), ...load(i * 16)]
  const body = [
    ...range(STATE_WORDS).flatMap((i) => [...number(PLACES.message), ...load(i * 16), ...set(MESSAGE_FROM + i)]),
    ...whileAtLeast(0, 1, [
      ...compression(words, state(PLACES.inner), constants, (i, sum) => [...sum, ...set(MESSAGE_FROM + i)]),
      ...compression(words, state(PLACES.outer), constants, (i, sum) => [...sum, ...set(MESSAGE_FROM + i)]),
      ...range(STATE_WORDS).flatMap((i) => [...number(PLACES.total), ...number(PLACES.total), ...load(i * 16), ...get(MESSAGE_FROM + i), ...XOR, ...store(i * 16)]),
      ...increase(0, -1),
    ]),
  ]
  // The second parameter is not used; both functions number their locals alike.
  return { name: 'iterate', parameters: ['i32', 'i32'], vectors: VECTORS, body }
}

/** `result` says what becomes of each word of the new state; the old message is not needed by then. */
function compression(message: Word[], state: (word: number) => Code, constants: number[], result: (word: number, sum: Code) => Code): Code {
  const code: number[] = range(STATE_WORDS).flatMap((i) => [...state(i), ...set(VARIABLES[i]!)])
  const words = [...message]
  let variables: number[] = [...VARIABLES]
  for (let t = 0; t < 80; t++) {
    if (t >= 16) code.push(...schedule(t, words))
    code.push(...round(t, variables, words[t]!, constants))
    const [a, b, c, d, e] = variables as [number, number, number, number, number]
    // What was e holds the new a; the rest moves on by name only.
    variables = [e, a, b, c, d]
  }
  return [...code, ...range(STATE_WORDS).flatMap((i) => result(i, [...state(i), ...get(variables[i]!), ...ADD]))]
}

function schedule(t: number, words: Word[]): Code {
  const from = [words[t - 3]!, words[t - 8]!, words[t - 14]!, words[t - 16]!]
  const value = from.reduce((mixed, word) => ('value' in word ? mixed ^ word.value : mixed), 0)
  const locals = from.flatMap((word) => ('local' in word ? [word.local] : []))
  const local = MESSAGE_FROM + (t % 16)
  words[t] = locals.length === 0 ? { value: (value << 1) | (value >>> 31) } : { local }
  if (locals.length === 0) return []
  const mixed = [...get(locals[0]!), ...locals.slice(1).flatMap((one) => [...get(one), ...XOR]), ...(value === 0 ? [] : [...everywhere(value), ...XOR])]
  return [...mixed, ...set(SPARE), ...rotateLeft(SPARE, 1), ...set(local)]
}

/** The rotated `a` is added last, because it is known last: the rest of the sum need not wait for it. */
function round(t: number, [a, b, c, d, e]: number[], word: Word, constants: number[]): Code {
  const mixed = t < 20 ? [...get(c!), ...get(d!), ...get(b!), ...SELECT]
    : t >= 40 && t < 60 ? [...get(d!), ...get(b!), ...get(b!), ...get(c!), ...XOR, ...SELECT]
      : [...get(c!), ...get(d!), ...XOR, ...get(b!), ...XOR]
  const constant = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][Math.floor(t / 20)]!
  const added = 'value' in word ? [...get(e!), ...pooled(constant + word.value, constants), ...ADD] : [...get(e!), ...get(word.local), ...ADD, ...pooled(constant, constants), ...ADD]
  return [...added, ...mixed, ...ADD, ...rotateLeft(a!, 5), ...ADD, ...set(e!), ...rotateLeft(b!, 30), ...set(b!)]
}

/** Doubling is a shift by one for which the processor has more room. */
function rotateLeft(local: number, by: number): Code {
  const left = by === 1 ? [...get(local), ...get(local), ...ADD] : [...get(local), 0x41, by, ...vector(0xab)]
  return [...left, ...get(local), 0x41, 32 - by, ...vector(0xad), ...OR]
}

/** Constants are read from memory: made in the code, each would take five instructions. */
function pooled(value: number, constants: number[]): Code {
  const known = constants.indexOf(value | 0)
  const at = known === -1 ? constants.push(value | 0) - 1 : known
  return [...number(CONSTANTS_AT), ...load(at * 16)]
}

function everywhere(value: number): Code {
  const word = [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24]
  return [...vector(0x0c), ...word, ...word, ...word, ...word]
}
