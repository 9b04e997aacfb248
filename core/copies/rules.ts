import type { Reading } from '../ledger/shelf.ts'
import type { Drive } from '../media/drive.ts'
import { objectionsToMedium } from '../media/use.ts'
import { objectionsToDrive } from '../packages/rules.ts'
import type { Objection } from '../refusal.ts'
import { sameSerial } from '../wipes/rules.ts'
import type { Wipe } from '../wipes/wipe.ts'
import type { Copy } from './copy.ts'

/** R-23 (Art. 11(8)): no copy without what it is a copy of, and what it is for. */
export function objectionsToCopy({ itemId, purpose }: { itemId: string | null; purpose: string }): Objection[] {
  return [
    ...(itemId === null ? [{ code: 'copy-without-parent', article: '11(8)', rule: 'R-23', facts: {} } as const] : []),
    ...(purpose.trim() === '' ? [{ code: 'copy-without-purpose', article: '11(8)', rule: 'R-23', facts: {} } as const] : []),
  ]
}

/** R-17 (Art. 11(5)): a copy lies where it was approved to lie: on its registered medium, or on this machine's own disk. */
export function objectionsToWhere(reading: Reading, { no, medium }: Pick<Copy, 'no' | 'medium'>, drive: Drive | null, folder: string): Objection[] {
  const media = reading.list('medium')
  if (medium !== null) {
    const registered = reading.get('medium', medium)
    return [...objectionsToMedium(reading, medium), ...(registered ? objectionsToDrive(media, registered, drive, { folder, typed: null }) : [])]
  }
  if (drive === null || (drive.role !== 'removable' && !drive.removable)) return []
  const { serial } = drive
  if (serial !== null && media.some((m) => sameSerial(m.serial, serial))) return [{ code: 'copy-elsewhere', article: '11(8)', rule: 'R-23', facts: { no, serial } }]
  return [{ code: 'medium-unregistered', article: '11(5)', rule: 'R-17', facts: { serial: serial ?? drive.path } }]
}

/** R-23 for paper: only what was asked for as a print, and approved. */
export function objectionsToPrint(copy: Copy | null, itemId: string): Objection[] {
  return copy?.kind === '印刷' && copy.itemId === itemId && copy.state === 'approved' ? [] : [{ code: 'print-not-approved', article: '11(8)', rule: 'R-23', facts: {} }]
}

/** A copy has ended when it is gone: its file no longer there, and how it went said or proved. */
export function objectionsToEnd({ no, made }: Copy, how: string, wipe: Wipe | null, still: boolean): Objection[] {
  return [
    ...(still ? [{ code: 'copy-still-there', article: '11(8)', rule: null, facts: { no, path: made?.path ?? '' } } as const] : []),
    ...(how === '' && wipe === null ? [{ code: 'copy-end-unsaid', article: '11(8)', rule: null, facts: { no } } as const] : []),
  ]
}

/** Whether this erasure took the copy with it: verified, passed, after the copy was made, and over its medium, its file or a folder above it. */
export function tookWithIt(reading: Reading, wipe: Wipe, { made, medium, contractId }: Copy): boolean {
  if (wipe.contractId !== contractId || wipe.result !== '合格' || (wipe.state !== 'verified' && wipe.state !== 'certified') || !made || wipe.begunAt < made.at) return false
  if (wipe.medium !== null) return wipe.medium === medium
  const target = reading.get('plan', wipe.planId)?.targets.find(({ no }) => no === wipe.targetNo)
  const { path } = made
  return path !== null && (target?.paths.some((root) => path === root || path.startsWith(root.replace(/[/\\]*$/, path.includes('\\') ? '\\' : '/'))) ?? false)
}

/** Copies that stand in the way of the closing balance (Art. 11(8), 15①): made, or just being made, and not ended. */
export const openCopies = (reading: Reading, contractId: string): Copy[] => reading.list('copy', contractId).filter(({ state }) => state === 'in use' || state === 'making')

/** For a plan of disposal: the files of the copies that are still there, each with what it is a copy of. */
export function filesOfCopies(reading: Reading, contractId: string): { copyId: string; no: string; itemId: string; itemName: string; path: string; medium: string | null }[] {
  return openCopies(reading, contractId).flatMap(({ id, no, itemId, itemName, made, target, medium }) => {
    const path = made?.path ?? target
    return path === null ? [] : [{ copyId: id, no, itemId, itemName, path, medium }]
  })
}
