import type { ContractOfWork, PartyKey } from '../contracts/contract-of-work.ts'
import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'
import type { Objection } from '../refusal.ts'
import { dayOf, type Instant } from '../time.ts'
import type { Package, PackagePart } from './package.ts'

/** R-20 (Art. 11(3), (7)): only what was opened again from disk and found whole may leave. */
export function objectionsToLeaving(packages: readonly Package[]): Objection[] {
  return packages.filter(({ state }) => state !== 'verified' && state !== 'left')
    .map(({ no }) => ({ code: 'package-not-verified', article: '11(3)', rule: 'R-11', facts: { no } }))
}

/** Three digits count no further. */
export const MOST_VOLUMES = 999

/** Volumes are numbered with three digits. */
export function objectionsToCutting(no: string, bytes: number, volumeBytes: number | null): Objection[] {
  return volumeBytes !== null && Math.ceil(bytes / volumeBytes) > MOST_VOLUMES ? [{ code: 'package-not-cut-so', article: null, rule: null, facts: { no, what: 'too-many' } }] : []
}

/** The most that a package of these files can be: what does not compress grows by five bytes in 16 KiB; each name stands in a header, in the directory and in the manifest, with some 400 bytes around them. */
export const mostPackedBytes = (files: readonly { name: string; size: number }[]): number =>
  files.reduce((sum, { name, size }) => sum + Math.ceil(size * 1.0005) + 400 + 6 * new TextEncoder().encode(name).length, 65_536)

/** One of a package's files as it lies on disk now, against what was verified then. */
export function objectionsToFile(no: string, { sha256 }: PackagePart, path: string, now: { sha256: string } | null): Objection[] {
  if (!now) return [{ code: 'package-missing', article: '11(3)', rule: 'R-11', facts: { no, path } }]
  return now.sha256 === sha256 ? [] : [{ code: 'package-changed', article: '11(3)', rule: 'R-11', facts: { no } }]
}

/** Evidence §6: an envelope is closed for a certificate that the other party registered and that is still in force. */
export function objectionsToEnvelope({ counterpartKey, city }: ContractOfWork, now: Instant): Objection[] {
  const key: PartyKey['encryption'] = counterpartKey?.encryption ?? null
  if (!key) return [{ code: 'recipient-key-missing', article: '11(3)', rule: 'R-11', facts: { organisation: city.name } }]
  return now <= key.validTo ? [] : [{ code: 'recipient-key-expired', article: '11(3)', rule: 'R-11', facts: { organisation: city.name, day: dayOf(key.validTo) } }]
}

/** R-17 (Art. 11(5), 11(10)オ): what is plugged in is the medium of the register, by the serial number that its drive tells, or that two people read off its label. */
export function objectionsToDrive(media: readonly Medium[], medium: Medium, drive: Drive | null, { folder, typed }: { folder: string; typed: string | null }): Objection[] {
  if (!drive) return [{ code: 'drive-unknown', article: '11(5)', rule: 'R-17', facts: { folder } }]
  // Whatever two people type: this machine's own disk travels nowhere.
  if (drive.role === 'system' || drive.hindrances.some((why) => why === 'system' || why === 'vault')) return [{ code: 'drive-not-a-medium', article: '11(5)', rule: 'R-17', facts: { folder } }]
  const found = drive.serial ?? typed
  if (found === null) return [{ code: 'medium-serial-unread', article: '11(5)', rule: 'R-17', facts: { no: medium.no } }]
  if (isSameSerial(found, medium.serial)) return []
  if (drive.serial !== null && !media.some(({ serial }) => isSameSerial(serial, found))) return [{ code: 'medium-unregistered', article: '11(5)', rule: 'R-17', facts: { serial: found } }]
  return [{ code: 'medium-serial-differs', article: '11(5)', rule: 'R-17', facts: { no: medium.no, expected: medium.serial, found } }]
}

/** Labels are read by eyes: width, case and gaps are not the number. */
const isSameSerial = (a: string, b: string): boolean => bare(a) === bare(b)
const bare = (serial: string): string => serial.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** R-11 (Art. 11(3)): nothing plain travels beside a package. */
export function objectionsToPlain(plain: readonly string[]): Objection[] {
  if (plain.length === 0) return []
  const names = plain.slice(0, 5).join('、') + (plain.length > 5 ? '…' : '')
  return [{ code: 'plain-file-beside', article: '11(3)', rule: 'R-11', facts: { names, count: plain.length } }]
}

/** Before the first byte: is there room for all, and does the file system take the largest? Says how much is missing. */
export function objectionsToRoom(no: string, files: readonly PackagePart[], { freeBytes, mostFileBytes }: { freeBytes: number; mostFileBytes: number | null }): Objection[] {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const large = mostFileBytes === null ? undefined : files.find(({ bytes }) => bytes > mostFileBytes)
  return [
    ...(large && mostFileBytes !== null ? [{ code: 'file-too-large-for-medium', article: null, rule: null, facts: { no, name: large.name, most: mostFileBytes } } as const] : []),
    ...(needed > freeBytes ? [{ code: 'medium-too-small', article: null, rule: null, facts: { no, needed, free: freeBytes, missing: needed - freeBytes } } as const] : []),
  ]
}
