import type { Backup, Backups } from '../../backup/backup.ts'
import { backupsOf } from '../../backup/backups-of.ts'
import { seriesGiven } from '../../backup/numbers-given.ts'
import type { Shelf } from '../shelf.ts'
import { change, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** Backups of the vault, and where it came from. */
export const backup = {
  'backup-plan-set': ({ plan }, shelf, { at }) => keep(shelf, { plan, plannedAt: plan ? at : null }),
  'backup-begun': ({ backup: begun }, shelf) => {
    shelf.put('backup', begun.id, begun)
    keep(shelf, { generation: Math.max(begun.generation, backupsOf(shelf).generation), lastTried: begun })
  },
  'backup-ended': ({ backupId, made, keptFor }, shelf) => {
    const ended = change(shelf, 'backup', backupId, (one) => ({ ...one, state: 'made', made, ...(keptFor ? { keptFor } : {}) }))
    keep(shelf, { lastMade: ended, ...tried(shelf, ended) })
  },
  'backup-failed': ({ backupId, why, path, at }, shelf) => keep(shelf, tried(shelf, change(shelf, 'backup', backupId, (one) => ({ ...one, state: 'failed', failed: { why, path, at } })))),
  'backups-removed': ({ names, at }, shelf) => {
    for (const one of shelf.list('backup')) if (one.made && names.includes(one.made.name)) shelf.put('backup', one.id, { ...one, removedAt: at })
  },
  'backup-checked': nothing,
  'vault-restored': ({ restored }, shelf) => keep(shelf, { restored }),
  'restoring-told': ({ id, told }, shelf) => {
    const { restored } = backupsOf(shelf)
    if (restored?.id === id) keep(shelf, { restored: { ...restored, told } })
  },
  'numbers-continued': ({ restoringId, numbers, from, admitted }, shelf) => {
    for (const { series, last } of numbers.flatMap((no) => seriesGiven(shelf, no))) shelf.put('series', series, { last: Math.max(last, shelf.get('series', series)?.last ?? 0) })
    if (from === 'word') keep(shelf, { numbersSaid: { restoringId, admitted } })
  },
} satisfies Projectors

const keep = (shelf: Shelf, changed: Partial<Backups>): void => shelf.put('backups', 'backups', { ...backupsOf(shelf), ...changed })
const tried = (shelf: Shelf, one: Backup): Partial<Backups> => (backupsOf(shelf).lastTried?.id === one.id ? { lastTried: one } : {})
