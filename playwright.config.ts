import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/app',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/window',
  // A walk of two minutes, a start that is tried again and three new RSA keys have room on a machine a quarter as fast.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  // A walk waits for its window as long as it works. One file is one worker's.
  workers: 2,
  retries: 0,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
})
