import type { Entry } from '../../core/ledger/entry.ts'
import type { World } from '../../core/world.ts'

/** Where one operation is tried, as often as wanted, from the same beginning. */
export interface Stage {
  /** The world as it was before; whoever asked for one leaves it before asking for another. */
  fresh(): Promise<Place>
  isAsBefore(place: Place): Promise<boolean>
  /** Files outside the vault that are new there or read otherwise, by their path: what tells a whole one from a half. */
  came(place: Place): ReadonlyMap<string, string>
  /** Whether a file is as the operation leaves it when nothing fails. */
  agree(whole: string | undefined, found: string): boolean
  /** Whether its disks and threads are: each fresh world takes long then, and at the hourly size of acts of one name the first and the last fail, and not each. */
  isReal: boolean
}

/** One such world, and what is asked of it there. */
export interface Place {
  world: World
  input: unknown
  /** The order as it is made a second time, where the first is spent by having been asked. */
  inputAgain?: () => Promise<unknown>
  /** What the ledger says that it did not say before; nothing, while nobody can read it. */
  written(): Promise<Entry[]>
  /** Whether the vault holds this sealed file. */
  holds(blob: string): Promise<boolean>
  /** Whether a file lies there, whoever put it there. */
  lies(path: string): boolean
  /** Opens the vault for whoever looks, if it is not open. */
  look(): Promise<void>
  /** Puts everybody back where the operation wants them: in, or before the door. */
  ready(): Promise<void>
  leave(): Promise<void>
}
