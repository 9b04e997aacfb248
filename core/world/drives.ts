import type { Drive } from '../media/drive.ts'

/** The drives of this machine, as they are at the moment of asking. */
export interface Drives {
  list(): Promise<Drive[]>
  /** The drive on which a folder lies; null when that cannot be told (a network share, a platform without the tool). */
  holding(path: string): Promise<Drive | null>
}
