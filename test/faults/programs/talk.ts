import type { Drive } from '../../../core/media/drive.ts'

/** What a victim begins with, in its one argument. */
export interface Start {
  home: string
  /** Null: nobody comes in. */
  loginId: string | null
  /** They are tried in turn. */
  passwords: string[]
  now: number
  /** A folder that stands for a stick. */
  stick: { folder: string; drive: Drive } | null
  /** Where the number of disk calls of a deed is written, where somebody counts. */
  counted: string | null
}

/** What it is asked, one line each. `at`: the disk call that it dies at; `call` 0 counts and never dies. */
export type Asked =
  | { ask: 'entries'; from: number }
  | { ask: 'settle'; id: string }
  /** What blobs of the vault hash to; null where one does not open. */
  | { ask: 'fetch'; blobs: string[] }
  /** Another home, as somebody finds it who comes in with one of these passwords. */
  | { ask: 'look'; home: string; loginId: string; passwords: string[] }
  | { ask: 'deed'; deed: string; words: Words; at: { call: number; torn: boolean } | null; engineAt?: number }

/** What a deed is told besides: folders and numbers. */
export type Words = Readonly<Record<string, string>>

export interface SaidEntry { seq: number; type: string; hash: string; data: unknown }
/** `open`: who came in, under which of the passwords, and what is open on 今日. */
export type Said =
  | { said: 'open'; questions: string[]; password: number }
  | { said: 'begun' } | { said: 'done' }
  | { said: 'refused'; why: string[] }
  | { said: 'entries'; size: number; entries: SaidEntry[]; problems: { seq: number; what: string }[] }
  | { said: 'settled'; left: number }
  | { said: 'looked'; found: 'open' | 'absent'; hashes: string[] }
  | { said: 'looked'; found: 'wrong'; what: string }
  | { said: 'fetched'; sha256: (string | null)[] }
