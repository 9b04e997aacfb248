import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up/run.mjs'
import { runScript, say, SetUpFailure } from './set-up/say.mjs'

const screens = join(root, 'test-results/screens')
const guide = join(root, 'docs/guide')

/**
 * Makes the pictures of the guide anew from what the window tests saw last: `npm run guide`, after `npm run test:window`. Names as arguments
 * make only these. They are made small with ImageMagick (`magick` or `convert`): 1024 points wide and of few colours.
 */
await runScript(async () => {
  const wanted = process.argv.slice(2)
  /** @type {Record<string, string>} */
  const sources = JSON.parse(readFileSync(join(guide, 'pictures.json'), 'utf8'))
  const program = ['magick', 'convert'].find((name) => spawnSync(name, ['-version']).status === 0)
  if (!program) throw new SetUpFailure('ImageMagick is needed to make the pictures small, and is not installed.')
  for (const [picture, screen] of Object.entries(sources)) {
    if (wanted.length > 0 && !wanted.includes(picture)) continue
    const from = join(screens, `${screen}.png`)
    if (!existsSync(from)) throw new SetUpFailure(`${screen}.png is not there. Run the window tests first.`)
    const { status, stderr } = spawnSync(program, [from, '-strip', '-resize', '1024x640>', '-colors', '96', `PNG8:${join(guide, 'pictures', picture)}`], { encoding: 'utf8' })
    if (status !== 0) throw new SetUpFailure(stderr)
    say(`${picture} ← ${screen}`)
  }
})
