import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import type { Scene } from '../renderer/paper-desk.ts'
import { plays } from '../renderer/plays.ts'
import { expect, test, type Office } from './launch.ts'
import { inMain } from './parts/in-main.ts'

/** The desk that tells poisoned names, as one script: in the place of the real one, behind the real window. */
async function poisonedScript(): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'error',
    build: { write: false, minify: false, target: 'node20', lib: { entry: join(import.meta.dirname, '../renderer/poisoned.ts'), formats: ['iife'], name: 'poisonedBundle' } },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built')
  return bundle.output[0].code
}

async function putInItsPlace(office: Office): Promise<void> {
  await inMain(office.app, ({ ipcMain }, code) => {
    // oxlint-disable-next-line no-eval -- our own script, into the main process of a test
    (0, eval)(code)
    const { poisonedDesk } = globalThis as unknown as { poisonedDesk(scene: string): { call(name: string, input: unknown, hear: (message: unknown) => void): void } }
    const desks = new Map<string, ReturnType<typeof poisonedDesk>>()
    Object.assign(globalThis, { scene: 'ordinary' })
    ipcMain.removeAllListeners('desk')
    ipcMain.on('desk', (event, posted: [string, unknown]) => {
      const { scene } = globalThis as unknown as { scene: string }
      const [port] = event.ports
      const desk = desks.get(scene) ?? poisonedDesk(scene)
      desks.set(scene, desk)
      desk.call(posted[0], posted[1], (message) => port?.postMessage(message))
    })
  }, await poisonedScript())
}

/** What became of the page: elements that no screen of ours has, words that ran, characters that nobody sees. */
function harmDone(page: Page): Promise<{ harm: string[]; text: string; flagged: number }> {
  return page.evaluate(() => {
    const { ran } = window as unknown as { ran?: unknown }
    const foreign = [...document.querySelectorAll('img[src="x"], [onerror], [onload], [onclick], script:not([src]), iframe, object, embed, a[href^="javascript" i], base, form[action]')].map((element) => element.outerHTML.slice(0, 120))
    const text = document.body.textContent
    const attributes = [...document.querySelectorAll('[title], [aria-label], [alt], [placeholder]')].map((element) => ['title', 'aria-label', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? '').join('')).join('')
    const unseen = /[\u202e\u200b]/.test(text + attributes) ? ['a character that nobody sees'] : []
    return { harm: [...(ran === undefined ? [] : [`ran ${String(ran)}`]), ...foreign, ...unseen], text, flagged: document.querySelectorAll('[data-unseen]').length }
  })
}

/** Every place that some picture is taken of, once in each of the two offices. */
const places = [...new Map(plays.filter(({ scene = 'ordinary' }) => ['ordinary', 'city', 'hostile', 'errors'].includes(scene)).map(({ scene = 'ordinary', place = '/' }) => {
  const office: Scene = scene === 'city' ? 'city' : 'ordinary'
  return [`${office} ${place}`, { office, place }] as const
})).values()]

test('no name makes anything on any page, runs, or hides what it is', async ({ office, page }) => {
  await putInItsPlace(office)
  const harm: string[] = []
  const met = { markup: 0, unseen: 0 }
  for (const scene of ['ordinary', 'city'] as const) {
    await inMain(office.app, (_electron, scene) => { Object.assign(globalThis, { scene }) }, scene)
    await page.reload()
    for (const { place } of places.filter(({ office: where }) => where === scene)) {
      await page.evaluate(async (place) => {
        location.hash = place
        const calm = (): boolean => document.querySelector('[aria-busy="true"]') === null && document.querySelector('h1') !== null
        // Two questions, one after the other, of forty milliseconds each: so long nothing may be busy. A page that always is, is looked at after ten seconds.
        const settled = async (): Promise<void> => {
          for (let still = 0, tries = 0; still < 2 && tries < 250; tries++) {
            await new Promise((next) => { setTimeout(next, 40) })
            still = calm() ? still + 1 : 0
          }
        }
        await settled()
        document.querySelector<HTMLElement>('.table-open')?.click()
        for (const fold of document.querySelectorAll('details')) fold.open = true
        await settled()
      }, place)
      const found = await harmDone(page)
      harm.push(...found.harm.map((what) => `${scene} ${place}: ${what}`))
      if (found.text.includes('<img src=x onerror=')) met.markup++
      if (found.flagged > 0) met.unseen++
      await page.keyboard.press('Escape')
    }
  }
  expect(harm).toEqual([])
  // Names stand on nearly every page, and those that come from outside the office on many.
  expect(met.markup).toBeGreaterThan(places.length * 0.7)
  expect(met.unseen).toBeGreaterThan(5)
  // What is refused by the policy would be told here; a picture that was asked for, too.
  expect(office.complaints.filter((complaint) => /Content Security Policy|ERR_|net::/.test(complaint))).toEqual([])
})
