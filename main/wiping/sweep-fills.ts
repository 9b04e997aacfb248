import type { Reading } from '../../core/ledger/shelf.ts'
import { openElsewhere } from './files/open-elsewhere.ts'
import { removeLeftFills } from './files/left-fills.ts'

/**
 * Gives back the free space that an interrupted wipe still fills. Looks only into folders that this ledger says it was filling, and takes
 * there only what is named as ours, belongs to this account, and is held by nobody. Answers the folders removed.
 */
export function sweepFills(reading: Reading): Promise<string[]> {
  const folders = reading.list('wipe').flatMap(({ files }) => (files && (files.end === null || files.freeSpace.some(({ leftBehind }) => leftBehind.length > 0)) ? files.freeSpaceIn : []))
  return removeLeftFills([...new Set(folders)], openElsewhere())
}
