import { expect, type Locator, type Page } from '@playwright/test'
import type { Day } from '../../../core/time.ts'
import { wareki } from '../../../core/words/dates.ts'

/** A page, or the part of it that one is filling in. */
export type Part = Page | Locator

export const pageOf = (part: Part): Page => ('page' in part ? part.page() : part)

/** Presses the button of exactly this name; waits while it is refused. */
export const press = (part: Part, name: string): Promise<void> => part.getByRole('button', { name, exact: true }).click()

/** Types into fields, each named by its label. */
export async function fillIn(part: Part, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, words] of Object.entries(fields)) await part.getByLabel(label, { exact: true }).fill(words)
}

/** Ticks boxes by their labels. */
export async function tick(part: Part, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await part.getByLabel(label, { exact: true }).check()
}

/** Opens a list and takes the choice that begins so. */
export async function choose(part: Part, label: string, said: string): Promise<void> {
  await part.getByRole('combobox', { name: label, exact: true }).click()
  const begins = new RegExp(`^${said.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`)
  await pageOf(part).getByRole('option', { name: begins }).first().click()
}

/** Takes from a list of which several may be chosen all that begin so, and closes it. */
export async function chooseAmong(part: Part, label: string, ...said: readonly string[]): Promise<void> {
  const page = pageOf(part)
  const box = page.getByRole('combobox', { name: label, exact: true })
  await part.locator('.mantine-MultiSelect-input').filter({ has: box }).click()
  for (const one of said) await page.getByRole('option', { name: one }).click()
  await page.keyboard.press('Tab')
}

/** Goes to a place of the navigation. */
export const goTo = (page: Page, place: string): Promise<void> => page.getByRole('navigation', { name: '業務の一覧' }).getByRole('link', { name: place, exact: true }).click()

/** Opens a row of a list at the side, and returns the sheet. */
export async function openRow(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `${name}の詳細を開く` }).click()
  return page.getByRole('dialog', { name })
}

export async function closeSheet(sheet: Locator): Promise<void> {
  await press(sheet, '閉じる')
  await expect(sheet).toBeHidden()
}

/** Picks a day in the calendar: today in Japan, or the same day of a month that comes later. */
export async function pickDay(part: Part, label: string, monthsLater = 0): Promise<void> {
  const day = await pointAtDay(part, label, monthsLater)
  await expect(day).toBeHidden()
}

async function pointAtDay(part: Part, label: string, monthsLater: number): Promise<Locator> {
  const page = pageOf(part)
  await part.getByLabel(label, { exact: true }).click()
  for (let month = 0; month < monthsLater; month++) await press(page, '次の月')
  const [year, ofYear] = inJapan()
  const shown = new Date(Date.UTC(year, ofYear - 1 + monthsLater, 1)).toISOString()
  // A day that every month has, when it is not today.
  const day = monthsLater === 0 ? inJapan()[2] : 15
  const button = page.getByRole('button', { name: wareki(`${shown.slice(0, 8)}${two(day)}` as Day), exact: true })
  await button.click()
  return button
}

/** Picks this very minute, by Japan's clock. */
export async function pickNow(part: Part, label: string): Promise<void> {
  const page = pageOf(part)
  await pointAtDay(part, label, 0)
  const [, , , hour, minute] = inJapan()
  await page.getByLabel('時', { exact: true }).fill(two(hour))
  await page.getByLabel('分', { exact: true }).fill(two(minute))
  await press(page, 'この日時にする')
  await expect(page.getByRole('button', { name: 'この日時にする', exact: true })).toBeHidden()
}

const inJapan = (): [number, number, number, number, number] => {
  const at = new Date(Date.now() + 9 * 3_600_000)
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()]
}
const two = (n: number): string => String(n).padStart(2, '0')

/** Drops files on the page as a hand would: the page learns their paths, and nothing else does. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const hand = document.createElement('input')
    Object.assign(hand, { type: 'file', multiple: true, id: 'hand', hidden: true })
    document.body.append(hand)
  })
  await page.setInputFiles('#hand', [...paths])
  await page.evaluate(() => {
    const hand = document.querySelector<HTMLInputElement>('#hand')
    const dataTransfer = new DataTransfer()
    for (const file of hand?.files ?? []) dataTransfer.items.add(file)
    hand?.remove()
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
}
