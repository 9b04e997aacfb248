import { audits } from './contract/audits.ts'
import { backup } from './contract/backup.ts'
import { cancellations } from './contract/cancellations.ts'
import { carryouts } from './contract/carryouts.ts'
import { city } from './contract/city.ts'
import { cityOffice } from './contract/city-office.ts'
import { consultations } from './contract/consultations.ts'
import { contracts } from './contract/contracts.ts'
import { copies } from './contract/copies.ts'
import { documents } from './contract/documents.ts'
import { evidence } from './contract/evidence.ts'
import { faxes } from './contract/faxes.ts'
import { handovers } from './contract/handovers.ts'
import { home } from './contract/home.ts'
import { incidents } from './contract/incidents.ts'
import { ledgers } from './contract/ledgers.ts'
import { mailings } from './contract/mailings.ts'
import { mails } from './contract/mails.ts'
import { media } from './contract/media.ts'
import { packages } from './contract/packages.ts'
import { people } from './contract/people.ts'
import { provisions } from './contract/provisions.ts'
import { staffing } from './contract/staffing.ts'
import { subcontracts } from './contract/subcontracts.ts'
import { vault } from './contract/vault.ts'
import { wipes } from './contract/wipes.ts'
import { workplace } from './contract/workplace.ts'
import type { DeskOf } from './wire/operation.ts'

/** Everything one can ask of this app, whether from a window, from the command line or from a test: room by room, in `contract/`. */
export const contract = {
  ...vault, ...home, ...contracts, ...people, ...staffing, ...workplace, ...media, ...handovers, ...wipes, ...packages,
  ...mailings, ...mails, ...carryouts, ...incidents, ...subcontracts, ...copies, ...faxes, ...provisions, ...consultations, ...documents, ...city, ...cityOffice,
  ...ledgers, ...evidence, ...backup, ...audits, ...cancellations,
}

export type Desk = DeskOf<typeof contract>
export type OperationName = { [G in keyof typeof contract & string]: `${G}.${keyof (typeof contract)[G] & string}` }[keyof typeof contract & string]
