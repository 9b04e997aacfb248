import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/app',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/window',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // A walk waits for its window as long as it works. One file is one worker's.
  workers: 2,
  retries: 0,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
})
