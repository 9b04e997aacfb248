import type { AnyLedger } from './definition.ts'
import { carryOuts } from './definitions/carryouts.ts'
import { copies } from './definitions/copies.ts'
import { deviceChecks } from './definitions/devices.ts'
import { documents, imported } from './definitions/documents.ts'
import { exceptions } from './definitions/exceptions.ts'
import { consultations, incidents } from './definitions/incidents.ts'
import { items } from './definitions/items.ts'
import { mailings, mails } from './definitions/mailings.ts'
import { media, stockTakes } from './definitions/media.ts'
import { faxes, provisions } from './definitions/outside.ts'
import { packages } from './definitions/packages.ts'
import { people } from './definitions/people.ts'
import { scans } from './definitions/scans.ts'
import { accounts, cards, selfChecks, trainings } from './definitions/staffing.ts'
import { subcontracts } from './definitions/subcontracts.ts'
import { wipes } from './definitions/wipes.ts'

/** Every 台帳 that this office keeps, in the order in which they are listed. How to add one is said in `definition.ts`. */
export const ledgers: readonly AnyLedger[] = [
  items, copies, packages, carryOuts, mailings, mails, faxes, provisions, subcontracts, media, scans, stockTakes, wipes, documents, people, trainings, accounts, cards, selfChecks, deviceChecks, exceptions, incidents, consultations, imported,
]

export const ledgerNamed = (name: string): AnyLedger | undefined => ledgers.find((definition) => definition.name === name)
