import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Serves the screens with a desk of paper behind them: `npx vite --config test/renderer/paper.config.ts`, then /test/renderer/paper.html?scene=ordinary. */
export default defineConfig({ root: resolve(import.meta.dirname, '../..'), plugins: [react()], server: { port: 5199, strictPort: true, host: '127.0.0.1', hmr: false, watch: { ignored: ['**/dist/**', '**/release/**'] } }, cacheDir: resolve(tmpdir(), 'azukari-paper'), optimizeDeps: { entries: ['test/renderer/paper.html'] } })
