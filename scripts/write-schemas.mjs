import { join } from 'node:path'
import { root, runNode } from './set-up/run.mjs'
import { runScript, SetUpFailure } from './set-up/say.mjs'

/** Writes docs/schema/ from the records, as the test that keeps it current would have it. */
await runScript(async () => {
  const { code, output } = await runNode(join(root, 'node_modules/vitest/vitest.mjs'), ['run', 'test/docs/schema.test.ts', '--testNamePattern', 'the published schema', '--update'], { quiet: true })
  if (code !== 0) throw new SetUpFailure(`docs/schema could not be written.\n${output}`)
})
