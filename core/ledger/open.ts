import type { Kept, Kind, Reading } from './shelf.ts'

/**
 * What is not over yet: what may still lay a card on 今日, or change with something else. Over is said only of what nobody has to think of any more;
 * in doubt a thing stays open. Told when it is put on the shelf, from itself and from what never changes (a package's lock),
 * so that 今日 reads what is open and not the work of years.
 */
const over: { [K in Kind]?: (kept: Kept[K], reading: Pick<Reading, 'get'>) => boolean } = {
  handover: ({ state }) => state === 'receipted',
  issued: ({ state }) => state === 'acknowledged',
  package: ({ state }) => state === 'left' || state === 'abandoned',
  mailing: (m, reading) => m.state === 'withdrawn'
    || ((m.state === 'received' || m.state === 'returned') && m.recipient.exception === null && (m.medium === null || !isNone(m.mediumBack))
      && (m.state === 'returned' || m.keyTold !== null || m.packages.every((id) => reading.get('package', id)?.lock.envelope))),
  mail: (m) => (m.state === 'withdrawn' || m.state === 'received') && isNone(m.misdirected),
  plan: ({ state }) => state === 'done' || state === 'withdrawn',
  wipe: ({ state, result }) => state === 'certified' || (state === 'verified' && result !== '合格'),
  copy: ({ state }) => state === 'ended' || state === 'declined' || state === 'withdrawn',
  'carry-out': ({ state }) => state === 'completed' || state === 'rejected' || state === 'withdrawn',
  incident: ({ state }) => state === 'closed' || state === 'not-an-incident',
  audit: ({ state }) => state === 'closed',
  answered: () => true,
  designation: ({ withdrawn }) => withdrawn !== null,
  imported: ({ cityReceiptNo, supersededBy }) => cityReceiptNo !== '' || supersededBy !== null,
}

/** Whether a thing is still open. Kinds that nobody counts are always open. */
export function isOpen<K extends Kind>(kind: K, kept: Kept[K], reading: Pick<Reading, 'get'>): boolean {
  const isOver = over[kind] as ((kept: Kept[K], reading: Pick<Reading, 'get'>) => boolean) | undefined
  return isOver === undefined || !isOver(kept, reading)
}

/** How openness is told, as a text: when it differs, what was told earlier is told again. */
export const opennessSaid = (): string => Object.entries(over).map(([kind, told]) => `${kind} ${String(told)}`).join('\n')

/** Older things lack the field. */
const isNone = (value: unknown): boolean => value === null || value === undefined
