import { join } from 'node:path'
import { build } from './build.mjs'
import { hasDisplay, startXvfb } from './display.mjs'
import { setUp } from './set-up.mjs'
import { root, run } from './set-up/run.mjs'
import { runScript, say } from './set-up/say.mjs'

await runScript(async () => {
  const headless = !hasDisplay()
  const { executable, version } = await setUp(headless ? ['window', 'headless'] : ['window'])
  await build({ quiet: true })

  const asked = process.argv.slice(2)
  const once = asked.includes('--once') || (headless && (Boolean(process.env['CI']) || !process.stdin.isTTY))
  // Without a display there is no graphics card and no desktop bus either, which Chromium would report at length.
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(headless ? ['--disable-gpu', '--log-level=3'] : []), root, ...asked.filter((argument) => argument !== '--once')]
  /** @type {Record<string, string>} */
  const env = { LANG: process.env['LANG'] ?? 'ja_JP.UTF-8' }
  const screen = headless ? await startXvfb() : undefined
  if (screen) env['DISPLAY'] = screen.display
  if (headless || once) env['AZUKARI_SCREENSHOT'] = join(root, 'test-results/first-window.png')
  if (once) env['AZUKARI_ONCE'] = '1'

  if (headless) say(`there is no display: opening the window under Xvfb (${screen?.display})`)
  if (headless || once) say(once ? 'a screenshot of the first window is saved, then it closes' : 'a screenshot of the first window is saved; Ctrl-C closes it')
  else say(`opening the window with Electron ${version}`)
  const { code } = await run(executable, args, { env })
  screen?.stop()
  return code
})
