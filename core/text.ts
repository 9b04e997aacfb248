import * as z from 'zod'
import { composed } from './words/joined.ts'

/** One line of text that someone typed: no control characters, no bidirectional overrides, trimmed, whole characters. */
// eslint-disable-next-line no-control-regex
export const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u

const line = (max: number) =>
  z.string().max(max).transform((s) => composed(s).trim()).refine((s) => !CONTROL.test(s), { error: 'control-character' }).refine((s) => s.isWellFormed(), { error: 'broken-character' })

/** Something that must be said: 1 to 200 characters. */
export const Name = line(200).refine((s) => s.length > 0, { error: 'empty' })
/** Something that may stay empty. */
export const Text = line(1000)
/** Several lines, for reasons and remarks. */
export const Lines = z.string().max(4000).transform((s) => s.replaceAll('\r\n', '\n').trim())
  .refine((s) => !CONTROL.test(s.replaceAll('\n', '')), { error: 'control-character' }).refine((s) => s.isWellFormed(), { error: 'broken-character' })
/** Lower-case hexadecimal SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Whether two people wrote the same: width and spaces do not matter. */
export const sameWords = (a: string, b: string): boolean => a.normalize('NFKC').replace(/\s/g, '') === b.normalize('NFKC').replace(/\s/g, '')

/**
 * A path on this machine, as the operating system gave it: from the root, a drive or a file server. One that begins nowhere would lead to
 * wherever the program happens to stand; `\\.\` and `\\?\` lead past Windows' rules for files, to devices.
 */
export const Path = z.string().min(1).max(32_000).refine((s) => !s.includes('\0'), { error: 'control-character' })
  .refine((s) => /^(?:\/(?![\\/])|[A-Za-z]:[\\/]|[\\/]{2}[^.?\\/])/.test(s), { error: 'no-absolute-path' })
/** A password on its way in. Never stored, never logged, never sent back. */
export const Secret = z.string().min(1).max(1000)
/** One mail address as letters carry it, or nothing. */
export const Email = z.string().max(254).regex(/^[^\s@<>"(),;:\\[\]]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$/).refine((s) => !CONTROL.test(s), { error: 'control-character' })
export const EmailOrNone = z.string().trim().pipe(z.union([z.literal(''), Email]))
/** The number a city gave to its consent, instruction or approval. */
export const CityRef = Name
