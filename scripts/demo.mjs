import { build } from './build.mjs'
import { setUp } from './set-up.mjs'
import { runNode } from './set-up/run.mjs'
import { runScript } from './set-up/say.mjs'

await runScript(async () => {
  await setUp([])
  await build({ quiet: true })
  const asked = process.argv.slice(2)
  const { code } = await runNode('dist/cli/azukari.cjs', ['demo', ...(asked.includes('--out') ? [] : ['--out', 'demo-out']), ...asked])
  return code
})
