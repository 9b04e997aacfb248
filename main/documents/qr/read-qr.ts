import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, purgeZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** A picture as a file (PNG or JPEG, measured before: see `measure`), or as grey or coloured points, four bytes each. */
export type Picture = Uint8Array | { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }

/** One page may bear a slip or two that were copied along with it. */
const MOST_CODES = 8

/**
 * Reads the QR codes of a picture (ISO/IEC 18004), turned or upside down; their texts, each once. Pictures are taken apart inside
 * WebAssembly, which has no way out to files, network or our memory; one that breaks it is a picture without a code.
 */
export async function readQr(picture: Picture): Promise<string[]> {
  prepare()
  try {
    const found = await readBarcodes(picture instanceof Uint8Array ? picture : { colorSpace: 'srgb', ...picture } as unknown as Parameters<typeof readBarcodes>[0], {
      formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: MOST_CODES, textMode: 'Plain',
    })
    return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))]
  } catch {
    // A module that ran out of memory is not to be used again.
    purgeZXingModule()
    return []
  }
}

let overrides: { wasmBinary: ArrayBuffer } | undefined

function prepare(): void {
  overrides ??= { wasmBinary: wasm() }
  // The same object each time, by which the library knows that it is prepared already.
  prepareZXingModule({ overrides })
}

/** Beside the bundle when built, in node_modules when run from the tree. Never from the network, where the library would look. */
function wasm(): ArrayBuffer {
  // A thread may read past Electron's view into the archive, so the unpacked copy.
  const beside = join(dirname(fileURLToPath(import.meta.url)), 'zxing_reader.wasm').replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
  const bytes = readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}
