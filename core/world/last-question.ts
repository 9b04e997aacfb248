import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'

/**
 * What is about to be destroyed, by what it is. `typed` came with the order; a window does not believe it, since whoever took the page over
 * could have written it there.
 */
export interface LastQuestion { act: 'wipe' | 'command'; medium: Medium; drive: Drive; typed: string | null }
