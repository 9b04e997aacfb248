import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin, type UserConfig } from 'vite'

const root = import.meta.dirname

/** Threads and processes that both the window's main process and the command line start, from the folder that they themselves lie in. */
const workers = {
  'zip-worker': 'main/packages/worker.ts',
  'ledger-worker': 'main/ledger/doubt-worker.ts',
  'backup-worker': 'main/backup/check-worker.ts',
  'verify-worker': 'main/documents/verify/verify-worker.ts',
  'wipe-engine': 'main/wiping/engine-process.ts',
}

/** What runs in Node: one CommonJS file for each entry, in dist/<room>. */
const entries: Record<string, Record<string, string>> = {
  main: { index: 'main/app/index.ts' },
  cli: { azukari: 'cli/azukari.ts' },
  preload: { index: 'preload/index.ts', question: 'preload/question.ts' },
}

/** Left outside the bundles: Electron is there already, SQLite is native, pdfkit reads files that lie beside its source. */
const external = ['electron', 'better-sqlite3-multiple-ciphers', 'pdfkit']

const fonts = {
  'NotoSansJP-Regular.ttf': '400Regular/NotoSansJP_400Regular.ttf',
  'NotoSansJP-Bold.ttf': '700Bold/NotoSansJP_700Bold.ttf',
  'LICENSE_FONT': 'LICENSE_FONT',
}

export default defineConfig(({ mode }) => (mode in entries ? inNode(mode) : inAWindow(mode === 'question' ? 'renderer/question' : 'renderer', mode === 'question' ? 'question' : 'renderer')))

function inNode(room: string): UserConfig {
  return {
    root,
    publicDir: false,
    plugins: [...(room === 'main' ? [layOutFonts()] : []), ...(room === 'preload' ? [] : [bundleThreads(room)])],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(root, 'dist', room),
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: existing(entries[room] ?? {}),
        external: external.map((name) => new RegExp(`^${name}(/|$)`)),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name]-[hash].cjs' },
      },
    },
  }
}

/** Each thread is a bundle by itself: built together with the entry, it would share chunks with it, and run the whole application when it starts. */
function bundleThreads(room: string): Plugin {
  return {
    name: 'bundle-threads',
    // Not `closeBundle`, which comes after a failed build as well and would hide what failed.
    writeBundle: async () => {
      // `main/documents/qr` looks for it beside the bundle that it is in.
      copyFileSync(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'), join(root, 'dist', room, 'zxing_reader.wasm'))
      for (const [name, file] of Object.entries(existing(workers))) {
        const rolldownOptions = { input: { [name]: file }, external: external.map((other) => new RegExp(`^${other}(/|$)`)), output: { format: 'cjs' as const, entryFileNames: '[name].cjs' } }
        await build({ root, configFile: false, publicDir: false, logLevel: 'warn', ssr: { noExternal: true }, build: { ssr: true, target: 'node20', outDir: join(root, 'dist', room), emptyOutDir: false, sourcemap: true, minify: false, rolldownOptions } })
      }
    },
  }
}

/** The page of the desk; and by itself, with nothing of the other in it, that of the last question. */
function inAWindow(from: string, into: string): UserConfig {
  return {
    root: join(root, from),
    base: './',
    plugins: [react()],
    build: {
      // The oldest Electron that we run on is 33.
      target: 'chrome130',
      outDir: join(root, 'dist', into),
      emptyOutDir: true,
      sourcemap: true,
      // A data: URL would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
    },
  }
}

/** Entries whose room is not furnished yet are left out. */
function existing(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).flatMap(([name, file]) => (existsSync(resolve(root, file)) ? [[name, resolve(root, file)]] : [])))
}

/** Of the font package only the two weights that documents are set in go out, with their licence. `main/fonts.ts` finds them. */
function layOutFonts(): Plugin {
  return {
    name: 'lay-out-fonts',
    writeBundle() {
      mkdirSync(join(root, 'dist/fonts'), { recursive: true })
      for (const [name, source] of Object.entries(fonts)) {
        copyFileSync(join(root, 'node_modules/@expo-google-fonts/noto-sans-jp', source), join(root, 'dist/fonts', name))
      }
    },
  }
}
