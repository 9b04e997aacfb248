import { mkdirSync } from 'node:fs'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { plays } from './plays.ts'

/**
 * Takes pictures of screens with a desk of paper: `npx tsx test/renderer/look.ts OUT [name…]`, while
 * `npx vite preview --config test/renderer/paper.config.ts` serves what was built. CHROMIUM names the browser (default /usr/bin/chromium).
 */
const [out = 'test-results/look', ...wanted] = process.argv.slice(2)
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const contexts = new Map<string, BrowserContext>()
for (const { name, scene = 'ordinary', place = '/', size = { width: 1280, height: 800 }, language = 'ja', whole = false, slow = 1, play } of plays) {
  if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue
  const context = contexts.get(language) ?? await speaking(language)
  const page = await context.newPage()
  await page.setViewportSize(size)
  page.setDefaultTimeout(8_000)
  const errors = listen(page)
  await page.goto(`${process.env['PAPER'] ?? 'http://127.0.0.1:5199'}/paper.html?scene=${scene}&slow=${slow}#${place}`)
  await page.locator('h1').first().waitFor({ timeout: 30_000 })
  await page.waitForTimeout(250)
  await play?.(page).catch((error: unknown) => errors.push(String(error).slice(0, 600)))
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(350)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: whole })
  console.log(name, wide > 0 ? `WIDER BY ${wide}` : 'fits', ...errors)
  await page.close()
}
await browser.close()

/** One browser's memory for each language: pages after the first find everything there already. */
async function speaking(language: 'ja' | 'en'): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'ja-JP' })
  await context.addInitScript((speaks) => localStorage.setItem('azukari.language', speaks), language)
  contexts.set(language, context)
  return context
}

function listen(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text().slice(0, 400)) })
  page.on('pageerror', (error) => errors.push(String(error).slice(0, 400)))
  return errors
}
