import { join } from 'node:path'
import { build } from 'vite'

/** @type {[string, string][]} */
const BUNDLES = [['engine', 'bench/pack-engine.ts'], ['zip-worker', 'main/packages/worker.ts']]

/**
 * The engine and its thread as the app ships them: bundled CommonJS, side by side, each by itself. Answers the file to run.
 * @param {string} outDir @returns {Promise<string>}
 */
export async function buildEngine(outDir) {
  const root = new URL('..', import.meta.url).pathname
  for (const [name, file] of BUNDLES) {
    /** @type {import('vite').BuildEnvironmentOptions['rolldownOptions']} */
    const rolldownOptions = { input: { [name]: file }, output: { format: 'cjs', entryFileNames: '[name].cjs' } }
    await build({ configFile: false, root, logLevel: 'error', publicDir: false, ssr: { noExternal: true }, build: { ssr: true, target: 'node20', outDir, emptyOutDir: false, minify: false, rolldownOptions } })
  }
  return join(outDir, 'engine.cjs')
}
