import type { Scanner } from '../../core/viruses/scan.ts'
import type { Ask } from '../drives/ask.ts'

/** Whom to ask about this machine; a test plays all of them. */
export interface Machine {
  platform: NodeJS.Platform
  ask: Ask
  /** A text of the system's, unpacked where it ends in .gz; null when it is missing, unreadable or larger than anything we read. */
  read(path: string): Promise<string | null>
  /** The names in a folder; empty when there is none. */
  list(folder: string): Promise<string[]>
  /** The virus scanner that is ready here (ClamAV; on Windows Defender). */
  scanner(): Promise<Scanner | null>
  home: string
  kernel: string
}
