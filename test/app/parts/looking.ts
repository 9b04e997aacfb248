import { expect, type Page } from '@playwright/test'

/** What every screen owes everybody: a name on each control, a label in Japanese, one heading, nothing cut off at the side. */
export async function looksProper(page: Page): Promise<void> {
  expect(await page.evaluate(namelessControls)).toEqual([])
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  expect(await page.evaluate(sidewaysScroll), 'at 1280 × 800').toBe(0)
}

/** The same page as someone sees it who has set the window to 200 %. */
export async function fitsAtTwice(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.setViewportSize({ width: 640, height: 400 })
  await expect.poll(() => page.evaluate(sidewaysScroll), { message: 'at 200 %' }).toBe(0)
  await page.setViewportSize(size)
}

/** How many pixels of the page lie out of sight at the side. Tables may scroll in their own box. */
const sidewaysScroll = (): number => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Buttons, links and fields that a screen reader could not name. */
function namelessControls(): string[] {
  const text = (element: Element | null): string => (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim()
  const byIds = (ids: string | null): string => (ids ?? '').split(/\s+/).filter(Boolean).map((id) => text(document.getElementById(id))).join(' ').trim()
  const nameOf = (control: HTMLElement): string => byIds(control.getAttribute('aria-labelledby')) || (control.getAttribute('aria-label') ?? '').trim()
    || ('labels' in control ? [...((control as HTMLInputElement).labels ?? [])].map(text).join(' ').trim() : '') || (control.matches('button, a') ? text(control) : '')
  return [...document.querySelectorAll<HTMLElement>('button, a[href], input:not([type=hidden]), textarea, select')]
    .filter((control) => control.checkVisibility() && !control.closest('[aria-hidden=true]') && nameOf(control) === '')
    .map((control) => control.outerHTML.slice(0, 200))
}
