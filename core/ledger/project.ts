import type { Entry } from './entry.ts'
import { audits } from './projectors/audits.ts'
import { backup } from './projectors/backup.ts'
import { cancellations } from './projectors/cancellations.ts'
import { carryOuts } from './projectors/carryouts.ts'
import { city } from './projectors/city.ts'
import { cityOffice } from './projectors/city-office.ts'
import { consultations } from './projectors/consultations.ts'
import { contracts } from './projectors/contracts.ts'
import { copies } from './projectors/copies.ts'
import { projectException } from './projectors/exceptions.ts'
import { faxes } from './projectors/faxes.ts'
import { mark } from './projectors/marks.ts'
import { provisions } from './projectors/provisions.ts'
import { subcontracts } from './projectors/subcontracts.ts'
import { corrections } from './projectors/corrections.ts'
import { documents } from './projectors/documents.ts'
import { forms } from './projectors/forms.ts'
import { handovers } from './projectors/handovers.ts'
import { incidents } from './projectors/incidents.ts'
import { mailings } from './projectors/mailings.ts'
import { mails } from './projectors/mails.ts'
import { media } from './projectors/media.ts'
import { packages } from './projectors/packages.ts'
import { people } from './projectors/people.ts'
import { requests } from './projectors/requests.ts'
import { settlement } from './projectors/settlement.ts'
import { staffing } from './projectors/staffing.ts'
import { vault } from './projectors/vault.ts'
import { viruses } from './projectors/viruses.ts'
import { wipes } from './projectors/wipes.ts'
import { workplace } from './projectors/workplace.ts'
import type { AllProjectors } from './projectors/projectors.ts'
import type { Shelf } from './shelf.ts'

/** Counts up when the projection of any entry changes; a store that finds an older number rebuilds from the ledger. */
export const PROJECTION_VERSION = 6

/**
 * What each version projects otherwise than the one before: entries of these types, or `all` where one cannot tell. A ledger that never held one of them has the
 * same rows by either and is not made anew, which saves a large office its wait after an update. Say too much rather than too little: rows
 * that a version left as they were are found when the whole ledger is checked (`kept-differs`). Before 5 nobody noted which types a ledger holds.
 */
const PROJECTED_OTHERWISE: Readonly<Record<number, readonly (keyof AllProjectors)[] | 'all'>> = { 5: 'all', 6: ['incident-drafted'] }

/** The types of entries that this version projects otherwise than version `before` did. */
export function changedSince(before: number): readonly string[] | 'all' {
  const types: string[] = []
  for (let version = before + 1; version <= PROJECTION_VERSION; version++) {
    const changed = PROJECTED_OTHERWISE[version] ?? 'all'
    if (changed === 'all') return 'all'
    types.push(...changed)
  }
  return types
}

/** Every type of entry has its projector, or it does not compile. */
const projectors: AllProjectors = {
  ...vault, ...contracts, ...people, ...staffing, ...media, ...viruses, ...handovers, ...documents, ...packages, ...mailings, ...mails,
  ...city, ...cityOffice, ...workplace, ...carryOuts, ...wipes, ...incidents, ...requests, ...forms, ...corrections, ...settlement,
  ...subcontracts, ...copies, ...faxes, ...provisions, ...consultations, ...backup, ...audits, ...cancellations,
}

/**
 * Brings the shelf up to date with one entry. Pure but for the shelf: the same ledger always fills the same shelf.
 * Throws when an entry speaks of something that is not there, which rolls the append back.
 */
export function project(entry: Entry, shelf: Shelf): void {
  const projector = projectors[entry.type] as (data: unknown, shelf: Shelf, entry: Entry) => void
  projector(entry.data, shelf, entry)
  projectException(entry, shelf)
  mark(entry, shelf)
  shelf.put('clock', 'clock', { at: entry.at })
}
