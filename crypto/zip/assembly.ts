/**
 * The little of WebAssembly that we need, assembled here instruction by instruction: vectors of 128 bits, loops and addresses, and
 * memory that all threads see. (WebAssembly Core Specification 2.0 §5; threads proposal for shared memory.)
 */
export interface SharedPages { readonly buffer: SharedArrayBuffer }
interface Wasm {
  Memory: new (pages: { initial: number; maximum: number; shared: true }) => SharedPages
  Module: new (code: Uint8Array) => object
  Instance: new (module: object, imports: { shared: { memory: SharedPages } }) => { exports: object }
}
// Node has it, its type declarations (without a browser's) do not.
declare const WebAssembly: Wasm

export type Code = readonly number[]
/** `parameters` are addresses and counts (i32) but for those marked `f64`; `vectors`: how many locals of 128 bits follow them. */
export interface Assembled { name: string; parameters: readonly ('i32' | 'f64')[]; vectors: number; body: Code }

export const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536
const [I32, F64, V128, END] = [0x7f, 0x7c, 0x7b, 0x0b]

/** Memory for all threads, in pages of 64 KiB, which it begins with. */
export const sharedPages = (pages: number): SharedPages => new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })

/** Translates functions once; what comes out makes them work on any shared memory. Throws where there are no vectors. */
export function assemble<Exports>(functions: readonly Assembled[]): (memory: SharedPages) => Exports {
  const module = new WebAssembly.Module(moduleOf(functions))
  return (memory) => new WebAssembly.Instance(module, { shared: { memory } }).exports as Exports
}

export const get = (local: number): Code => [0x20, local]
export const set = (local: number): Code => [0x21, local]
export const number = (value: number): Code => [0x41, ...signed(value)]
export const vector = (code: number): Code => [0xfd, ...unsigned(code)]
export const [SELECT, XOR, OR, ADD, ADD64] = [vector(0x52), vector(0x51), vector(0x50), vector(0xae), vector(0xce)]
/** From and to an address on the stack, so many bytes further. */
export const load = (offset: number): Code => [...vector(0x00), 0, ...unsigned(offset)]
export const store = (offset: number): Code => [...vector(0x0b), 0, ...unsigned(offset)]
export const constant = (bytes: readonly number[]): Code => [...vector(0x0c), ...bytes]
export const increase = (local: number, by: number): Code => [...get(local), ...number(by), 0x6a, ...set(local)]

/** Repeats the body as long as a count is at least `least` (1 or more), unsigned. */
export const whileAtLeast = (local: number, least: number, body: Code): Code =>
  [0x02, 0x40, 0x03, 0x40, ...get(local), ...number(least), 0x49, 0x0d, 1, ...body, 0x0c, 0, END, END]

function moduleOf(functions: readonly Assembled[]): Uint8Array {
  const types = functions.map(({ parameters }) => [0x60, parameters.length, ...parameters.map((type) => (type === 'f64' ? F64 : I32)), 0])
  const bodies = functions.map(({ vectors, body }) => [...(vectors > 0 ? [1, vectors, V128] : [0]), ...body, END])
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, types),
    ...section(2, [[...name('shared'), ...name('memory'), 2, 3, 1, ...unsigned(MOST_PAGES)]]),
    ...section(3, functions.map((_, i) => [i])),
    ...section(7, functions.map((one, i) => [...name(one.name), 0, i])),
    ...section(10, bodies.map((body) => [...unsigned(body.length), ...body])),
  ])
}

function section(id: number, items: readonly Code[]): Code {
  const content = [...unsigned(items.length), ...items.flat()]
  return [id, ...unsigned(content.length), ...content]
}

const name = (text: string): Code => [text.length, ...Buffer.from(text)]

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

function signed(value: number): number[] {
  const low = value & 127
  const rest = value >> 7
  return (rest === 0 && low < 64) || (rest === -1 && low >= 64) ? [low] : [low | 128, ...signed(rest)]
}
