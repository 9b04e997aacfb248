import type { Finding, Scanner, ScanProgress, Unscanned } from '../viruses/scan.ts'
import type { How } from './how.ts'

/** The antivirus product of this machine, whichever it is (Art. 11(10)ウ, カ). */
export interface Viruses {
  /** What this machine is called, for the record of connections (F-23). */
  machine: string
  /** The product that is ready to work: installed, running, and with signatures. */
  scanner(): Promise<Scanner | null>
  /** Looks through files and folders and changes nothing. Only what the product vouches for is `clean`; what it skipped is `unscanned`. */
  scan(paths: readonly string[], how: How<ScanProgress>): Promise<VirusVerdict>
}
export type VirusVerdict =
  | { outcome: 'clean' | 'found' | 'unscanned'; scanner: Scanner; files: number; findings: Finding[]; unscanned: Unscanned[] }
  | { outcome: 'failed'; scanner: Scanner; what: string }
  | { outcome: 'no-scanner' }
  | { outcome: 'abandoned' }
