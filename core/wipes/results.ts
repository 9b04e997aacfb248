import type { DriveCommandResult, WipeLog } from './drive-commands.ts'
import type { FileSetWipe } from './files.ts'
import type { PlanTarget } from './plan.ts'
import type { Result } from './wipe.ts'

/**
 * R-31 for files: only `whole` passes, and only when every file, and what filled the free space, was read back from the disk.
 * What is gone but cannot be vouched for is an exception.
 */
export function resultOfFiles({ end, readFromCache, freeSpaceIn, freeSpace }: Pick<FileSetWipe, 'end' | 'readFromCache' | 'freeSpaceIn' | 'freeSpace'>): Result {
  if (end === 'abandoned') return '中止'
  if (end === null || end === 'failed') return '不合格'
  const isFilled = freeSpace.length === freeSpaceIn.length && freeSpace.every(({ outcome, leftBehind, readBack, bytesWritten }) => outcome === 'filled' && leftBehind.length === 0 && (readBack === 'uncached' || bytesWritten === 0))
  return end === 'whole' && readFromCache === 0 && isFilled ? '合格' : '例外'
}

/**
 * for a destruction: photographs of before and after show that it was this medium and that nothing of it can be read; for
 * paper, the number of the manifest that it left with will do. Without them it happened, and nobody can certify it.
 */
export function resultOfDestruction({ photos, manifestNo }: { photos: readonly { when: '前' | '後' }[]; manifestNo: string }, kind: PlanTarget['kind']): Result {
  const shown = photos.some(({ when }) => when === '前') && photos.some(({ when }) => when === '後')
  return shown || (kind === 'paper' && manifestNo !== '') ? '合格' : '例外'
}

/** R-31 for a command: the drive's own word that it completed, and places that held something before and all hold something else now. */
export function resultOfCommand({ outcome, samples }: Pick<DriveCommandResult, 'outcome' | 'samples'>): Result {
  if (outcome === 'abandoned') return '中止'
  if (outcome !== 'done' || (samples?.unchanged ?? 0) > 0) return '不合格'
  return samples !== null && samples.places > 0 ? '合格' : '例外'
}

/** R-31 for another program: what its log says, and nothing better. */
export function resultOfLog({ result, errors }: Pick<WipeLog, 'result' | 'errors'>): Result {
  switch (result) {
    case 'erased': return errors.length === 0 ? '合格' : '例外'
    case 'erased-with-exceptions': return '例外'
    case 'failed': return '不合格'
    case 'aborted': return '中止'
  }
}
