import type { Play } from './plays.ts'

const zoomed = { width: 640, height: 400 }

/** Subcontracts, copies, custody chains, faxes, provisions and exceptions. */
export const flowPlays: readonly Play[] = [
  ...(['subcontracts', 'copies', 'custody', 'faxes', 'provisions', 'exceptions'] as const).flatMap((place): Play[] => [
    { name: `flow-${place}`, place: `/${place}` }, { name: `flow-${place}-empty`, scene: 'empty', place: `/${place}` }, { name: `flow-${place}-hostile`, scene: 'hostile', place: `/${place}` },
  ]),
  { name: 'flow-subcontract-new', place: '/subcontracts/new', whole: true },
  { name: 'flow-subcontract-draft', place: '/subcontracts/s2', whole: true },
  { name: 'flow-subcontract-decide', place: '/subcontracts/s3', whole: true, play: (page) => page.getByRole('radio', { name: '条件付承認' }).check() },
  { name: 'flow-subcontract-agree', place: '/subcontracts/s4', whole: true },
  { name: 'flow-subcontract-work', place: '/subcontracts/s1', whole: true },
  { name: 'flow-subcontract-refused', place: '/subcontracts/s5' },
  { name: 'flow-subcontract-zoomed', place: '/subcontracts/s1', size: zoomed, whole: true },
  { name: 'flow-subcontract-english', place: '/subcontracts/s3', language: 'en', whole: true },
  { name: 'flow-copy-new', place: '/copies/new', whole: true, play: (page) => page.getByLabel('作業責任者がここにいて、すぐに承認する').check() },
  { name: 'flow-copy-approve', place: '/copies/y2', whole: true },
  { name: 'flow-copy-make-refused', place: '/copies/y3', whole: true, play: async (page) => { await page.getByRole('button', { name: '書き出す先のフォルダ' }).click(); await page.getByRole('button', { name: '書き出す', exact: true }).click(); await page.waitForTimeout(300) } },
  { name: 'flow-copy-print', place: '/copies/y4', whole: true },
  { name: 'flow-copy-end-refused', place: '/copies/y1', whole: true, play: async (page) => { await page.getByRole('button', { name: '消去を記録する' }).click(); await page.getByRole('button', { name: '消去を記録する' }).click(); await page.waitForTimeout(300) } },
  { name: 'flow-copy-ended', place: '/copies/y6', whole: true },
  { name: 'flow-chain', place: '/custody/i1', whole: true },
  { name: 'flow-chain-zoomed', place: '/custody/i1', size: zoomed, whole: true },
  { name: 'flow-fax-new', place: '/faxes/new', whole: true, play: (page) => page.getByLabel('甲の了承を得て例外として進める').check() },
  { name: 'flow-fax-approve', place: '/faxes/f2', whole: true },
  { name: 'flow-fax-send', place: '/faxes/f3', whole: true },
  { name: 'flow-fax-differs', place: '/faxes/f4', whole: true },
  { name: 'flow-provision-new', place: '/provisions/new', whole: true },
  { name: 'flow-provision-consent', place: '/provisions/v2', whole: true },
  { name: 'flow-provision-provide', place: '/provisions/v3', whole: true },
  { name: 'flow-provision-done', place: '/provisions/v1', whole: true },
]
