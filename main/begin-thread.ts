import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type ResourceLimits, Worker } from 'node:worker_threads'

/** What a thread begins with: a file, or a line of code. */
export type Beginning = { file: string } | { code: string }

/**
 * How a thread begins. Built, its file (`built`, as vite.config.ts names it) lies beside the bundle that starts it. From the tree
 * (tests) it is `source`, TypeScript beside the file at `from`, which tsx must load first. Nothing where neither can be had.
 */
export function threadBeginning(from: string, built: string, source: string): Beginning | undefined {
  if (!from.endsWith('.ts')) {
    const file = fileURLToPath(new URL(`./${built}.cjs`, from))
    return existsSync(file) ? { file } : undefined
  }
  try {
    const tsx = new URL('./dist/esm/api/index.mjs', pathToFileURL(createRequire(from).resolve('tsx/package.json'))).href
    return { code: `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(new URL(source, from).href)}) })` }
  } catch {
    return undefined
  }
}

export function beginThread(beginning: Beginning, resourceLimits: ResourceLimits = {}): Worker {
  return 'file' in beginning ? new Worker(beginning.file, { resourceLimits }) : new Worker(beginning.code, { eval: true, resourceLimits })
}
