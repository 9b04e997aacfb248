import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where campaigns leave what they counted; `npm run reliability` makes docs/reliability.md of it. */
export const figuresFolder = join(import.meta.dirname, '../test-results/reliability')

/**
 * Keeps what a campaign counted or measured, under its name, beside the size it was run at.
 * Called once, at its end and after its assertions: a campaign that failed leaves no figures.
 */
export function keepFigures(campaign: string, figures: Readonly<Record<string, number | string>>): void {
  mkdirSync(figuresFolder, { recursive: true })
  const kept = { campaign, size: process.env['AZUKARI_CAMPAIGN'] === 'full' ? 'full' : 'hourly', figures }
  writeFileSync(join(figuresFolder, `${campaign}.json`), `${JSON.stringify(kept, null, 2)}\n`)
}
