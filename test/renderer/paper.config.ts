import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The screens with a desk of paper behind them, built aside and served for looking at:
 * `npx vite build --config test/renderer/paper.config.ts`, then `npx vite preview` with the same config.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  cacheDir: resolve(tmpdir(), 'azukari-paper-cache'),
  build: { outDir: resolve(tmpdir(), 'azukari-paper'), emptyOutDir: true, target: 'chrome130', minify: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 9000, rolldownOptions: { input: resolve(import.meta.dirname, 'paper.html') } },
  preview: { port: 5199, strictPort: true, host: '127.0.0.1' },
})
