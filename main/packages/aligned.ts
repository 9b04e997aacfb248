interface PagedMemory { readonly buffer: ArrayBuffer }
// Node has it, its type declarations (without a browser's) do not.
declare const WebAssembly: { Memory: new (pages: { initial: number }) => PagedMemory }

/** Memory that begins at a page, as uncached reading requires; Node's own buffers begin anywhere. */
export function alignedBuffer(bytes: number): Uint8Array {
  return new Uint8Array(new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) }).buffer)
}
