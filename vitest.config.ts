import { defineConfig } from 'vitest/config'

// Slow campaigns (`slow-*.test.ts`) run by `npm run test:slow`; the window's tests are Playwright's.
const slow = process.env['AZUKARI_TESTS'] === 'slow'

export default defineConfig({
  test: {
    pool: 'forks',
    // To read the contract anew for each file took half of the time. A test that leaves something behind in its process is wrong anyway.
    isolate: slow,
    // Half of the time a test waits for a program that it started. Campaigns that weigh memory weigh a process of their own.
    maxWorkers: '100%',
    setupFiles: ['test/ready-keys.mjs'],
    include: slow ? ['test/**/slow-*.test.ts'] : ['test/**/*.test.{ts,tsx}'],
    exclude: slow ? ['test/app/**'] : ['test/app/**', 'test/**/slow-*.test.ts'],
    // Tests end what hangs, and judge no machine that is busy; no test has a clock of its own.
    testTimeout: slow ? 30 * 60_000 : 10 * 60_000,
    hookTimeout: 10 * 60_000,
    teardownTimeout: 60_000,
    // What a test waits for comes within a second only where nobody else works.
    expect: { poll: { timeout: 2 * 60_000, interval: 10 } },
  },
})
