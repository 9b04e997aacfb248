import type { Play } from './plays.ts'

const zoomed = { width: 640, height: 400 }

/** Audits at every step, and the contract that the city cancelled. */
export const auditPlays: readonly Play[] = [
  { name: 'audit-list', place: '/audits', whole: true }, { name: 'audit-list-empty', scene: 'empty', place: '/audits', whole: true }, { name: 'audit-list-hostile', scene: 'hostile', place: '/audits', whole: true },
  { name: 'audit-new', place: '/audits/new', whole: true }, { name: 'audit-noticed', place: '/audits/u1', whole: true }, { name: 'audit-answer', place: '/audits/u2', whole: true }, { name: 'audit-answer-english', place: '/audits/u2', language: 'en', whole: true },
  { name: 'audit-confirm', place: '/audits/u3', whole: true }, { name: 'audit-close', place: '/audits/u4', whole: true }, { name: 'audit-closed', place: '/audits/u5', whole: true }, { name: 'audit-zoomed', place: '/audits/u3', size: zoomed, whole: true },
  { name: 'audit-find', place: '/audits/u2', whole: true, play: (page) => page.getByRole('button', { name: '指摘を加える' }).click() },
  { name: 'cancelled-contract', scene: 'cancelled', place: '/contracts/c1', whole: true }, { name: 'cancelled-list', scene: 'cancelled', place: '/contracts' }, { name: 'cancelled-receive', scene: 'cancelled', place: '/receive' },
  { name: 'cancellation-new', place: '/contracts/c1', whole: true, play: (page) => page.getByRole('button', { name: '解除の通知を記録する' }).click() },
  { name: 'cancelled-zoomed', scene: 'cancelled', place: '/contracts/c1', size: zoomed, whole: true }, { name: 'cancelled-english', scene: 'cancelled', place: '/contracts/c1', language: 'en', whole: true },
]
