import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')
const external = ['better-sqlite3-multiple-ciphers', 'pdfkit'].map((name) => new RegExp(`^${name}(/|$)`))

/** The desk as a program that starts fast, with everything that it starts in its turn; and what counts its disk calls, where that can be had. */
/** `program`: what Node is started with. */
export interface Bundle { program: readonly string[]; moments: string | null; remove(): void }

/** Why no call of a disk can be counted here; null where it can. */
export const noMoments: string | null = process.platform !== 'linux' ? 'counting disk calls is for Linux' : hasCompiler() ? null : 'counting disk calls needs gcc'

const inputs = {
  victim: 'test/faults/programs/victim.ts', 'ledger-worker': 'main/ledger/doubt-worker.ts', 'zip-worker': 'main/packages/worker.ts', 'verify-worker': 'main/documents/verify/verify-worker.ts', 'wipe-engine': 'main/wiping/engine-process.ts',
}

/** Bundles the victim, its threads and the engine (or only `parts` of them) into a folder of their own within the tree, so that packages are found from there. */
export async function bundleVictim(parts: readonly (keyof typeof inputs)[] = Object.keys(inputs) as (keyof typeof inputs)[]): Promise<Bundle> {
  const shelf = join(root, 'test-results/faults', String(process.pid))
  const folder = join(shelf, 'program')
  mkdirSync(folder, { recursive: true })
  for (const name of parts) {
    await build({
      root, configFile: false, publicDir: false, logLevel: 'error', ssr: { noExternal: true },
      build: { ssr: true, target: 'node20', outDir: folder, emptyOutDir: false, minify: false, rolldownOptions: { input: { [name]: join(root, inputs[name]) }, external, output: { format: 'cjs', entryFileNames: '[name].cjs' } } },
    })
  }
  layOut(shelf, folder)
  return { program: [join(folder, 'victim.cjs')], moments: noMoments === null ? compileMoments(folder) : null, remove: () => rmSync(shelf, { recursive: true, force: true }) }
}

/** Fonts and the reader of QR codes lie where the bundle looks for them. */
function layOut(shelf: string, folder: string): void {
  copyFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'), join(folder, 'zxing_reader.wasm'))
  mkdirSync(join(shelf, 'fonts'), { recursive: true })
  for (const weight of ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf']) {
    const name = weight.startsWith('4') ? 'NotoSansJP-Regular.ttf' : 'NotoSansJP-Bold.ttf'
    rmSync(join(shelf, 'fonts', name), { force: true })
    symlinkSync(join(root, 'node_modules/@expo-google-fonts/noto-sans-jp', weight), join(shelf, 'fonts', name))
  }
}

function compileMoments(folder: string): string {
  const library = join(folder, 'moments.so')
  execFileSync('gcc', ['-O2', '-Wall', '-shared', '-fPIC', '-pthread', '-o', library, join(import.meta.dirname, 'moments.c'), '-ldl'])
  return library
}

function hasCompiler(): boolean {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
