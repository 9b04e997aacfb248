import type { Reading } from '../ledger/shelf.ts'
import type { Backups } from './backup.ts'

const NONE: Backups = { plan: null, plannedAt: null, generation: 0, lastMade: null, lastTried: null, restored: null }

/** The plan, the last backups and the last restoring, in one look. */
export const backupsOf = (reading: Pick<Reading, 'get'>): Backups => reading.get('backups', 'backups') ?? NONE
