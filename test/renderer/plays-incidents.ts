import type { Play } from './plays.ts'

const zoomed = { width: 640, height: 400 }

/** Incidents: the list, the beginning, and one at every step. */
export const incidentPlays: readonly Play[] = [
  { name: 'incident-list', place: '/incidents', whole: true }, { name: 'incident-list-empty', scene: 'empty', place: '/incidents', whole: true },
  { name: 'incident-new', place: '/incidents/new', whole: true }, { name: 'incident-new-zoomed', place: '/incidents/new', size: zoomed, whole: true },
  { name: 'incident-late', place: '/incidents/n1', whole: true }, { name: 'incident-found', place: '/incidents/n2', whole: true }, { name: 'incident-found-english', place: '/incidents/n2', language: 'en', whole: true },
  { name: 'incident-refused', place: '/incidents/n1', whole: true, play: async (page) => { await page.getByRole('button', { name: '第一報を発行する' }).click(); await page.waitForTimeout(300) } },
  { name: 'incident-respond', place: '/incidents/n3', whole: true }, { name: 'incident-follow', place: '/incidents/n4', whole: true },
  { name: 'incident-fact', place: '/incidents/n4', whole: true, play: (page) => page.getByRole('button', { name: '内容を書き足す' }).click() },
  { name: 'incident-draft', place: '/incidents/n4', whole: true, play: (page) => page.getByRole('button', { name: '事故報告書の下書きを見る' }).click() },
  { name: 'consultation-agree', place: '/consultations', whole: true, play: (page) => page.getByRole('button', { name: '合意を記録する' }).click() }, { name: 'consultation-new', place: '/consultations', whole: true, play: (page) => page.getByRole('button', { name: '協議を記録する' }).click() },
  { name: 'frozen-begin', scene: 'frozen', place: '/incidents/new', whole: true }, { name: 'frozen-begin-english', scene: 'frozen', place: '/incidents/new', language: 'en', whole: true }, { name: 'frozen-incident', scene: 'frozen', place: '/incidents/n4', whole: true }, { name: 'frozen-list', scene: 'frozen', place: '/incidents', whole: true },
  { name: 'frozen-carry', scene: 'frozen', place: '/carry-outs/t2', whole: true }, { name: 'frozen-carry-english', scene: 'frozen', place: '/carry-outs/t2', language: 'en', whole: true }, { name: 'frozen-parcel', scene: 'frozen', place: '/send/m1', whole: true }, { name: 'frozen-settlement', scene: 'frozen', place: '/settlement', whole: true },
  { name: 'frozen-wipe', scene: 'frozen', place: '/wipe/d1', whole: true }, { name: 'frozen-wipe-zoomed', scene: 'frozen', place: '/wipe/d1', size: zoomed, whole: true }, { name: 'frozen-document', scene: 'frozen', place: '/documents', play: (page) => page.getByRole('button', { name: /の詳細を開く/ }).first().click() }, { name: 'frozen-contract', scene: 'frozen', place: '/contracts/c1', whole: true },
  { name: 'incident-close', place: '/incidents/n5', whole: true }, { name: 'incident-closed', place: '/incidents/n6', whole: true }, { name: 'incident-zoomed', place: '/incidents/n4', size: zoomed, whole: true },
]
