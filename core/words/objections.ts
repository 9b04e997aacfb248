import { anywhere, type AnywhereObjections } from './objections/anywhere.ts'
import { audits, type AuditObjections } from './objections/audits.ts'
import { backup, type BackupObjections } from './objections/backup.ts'
import { cancellations, type CancellationObjections } from './objections/cancellations.ts'
import { carryouts, type CarryOutObjections } from './objections/carryouts.ts'
import { city, type CityObjections } from './objections/city.ts'
import { cityOffice, type CityOfficeObjections } from './objections/city-office.ts'
import { consultations, type ConsultationObjections } from './objections/consultations.ts'
import { contracts, type ContractObjections } from './objections/contracts.ts'
import { copies, type CopyObjections } from './objections/copies.ts'
import { documents, type DocumentObjections } from './objections/documents.ts'
import { faxes, type FaxObjections } from './objections/faxes.ts'
import { handovers, type HandoverObjections } from './objections/handovers.ts'
import { incidents, type IncidentObjections } from './objections/incidents.ts'
import { ledgers, type LedgerObjections } from './objections/ledgers.ts'
import { mailings, type MailingObjections } from './objections/mailings.ts'
import { mails, type MailObjections } from './objections/mails.ts'
import { media, type MediaObjections } from './objections/media.ts'
import { packages, type PackageObjections } from './objections/packages.ts'
import { people, type PeopleObjections } from './objections/people.ts'
import { provisions, type ProvisionObjections } from './objections/provisions.ts'
import { settlement, type SettlementObjections } from './objections/settlement.ts'
import { staffing, type StaffingObjections } from './objections/staffing.ts'
import { subcontracts, type SubcontractObjections } from './objections/subcontracts.ts'
import { vault, type VaultObjections } from './objections/vault.ts'
import { viruses, type VirusObjections } from './objections/viruses.ts'
import { wipes, type WipeObjections } from './objections/wipes.ts'
import { workplace, type WorkplaceObjections } from './objections/workplace.ts'
import type { Sentences } from './objections/sentences.ts'

/** Every "no" this app can say, and the facts that its sentence needs: room by room, in `objections/`. */
export interface KnownObjections extends
  PeopleObjections, VaultObjections, StaffingObjections, ContractObjections, LedgerObjections, HandoverObjections,
  VirusObjections, WorkplaceObjections, MediaObjections, CarryOutObjections, IncidentObjections, ConsultationObjections, WipeObjections, SettlementObjections,
  DocumentObjections, PackageObjections, MailingObjections, ProvisionObjections, FaxObjections, SubcontractObjections,
  CopyObjections, MailObjections, CityObjections, CityOfficeObjections, BackupObjections, AuditObjections, CancellationObjections, AnywhereObjections {}

/** Their sentences. */
export const sentences: Sentences<KnownObjections> = {
  ja: {
    ...people.ja, ...vault.ja, ...staffing.ja, ...contracts.ja, ...ledgers.ja, ...handovers.ja, ...viruses.ja,
    ...workplace.ja, ...media.ja, ...carryouts.ja, ...incidents.ja, ...consultations.ja, ...wipes.ja, ...settlement.ja, ...documents.ja, ...packages.ja,
    ...mailings.ja, ...provisions.ja, ...faxes.ja, ...subcontracts.ja, ...copies.ja, ...mails.ja, ...city.ja, ...cityOffice.ja, ...backup.ja,
    ...audits.ja, ...cancellations.ja, ...anywhere.ja,
  },
  en: {
    ...people.en, ...vault.en, ...staffing.en, ...contracts.en, ...ledgers.en, ...handovers.en, ...viruses.en,
    ...workplace.en, ...media.en, ...carryouts.en, ...incidents.en, ...consultations.en, ...wipes.en, ...settlement.en, ...documents.en, ...packages.en,
    ...mailings.en, ...provisions.en, ...faxes.en, ...subcontracts.en, ...copies.en, ...mails.en, ...city.en, ...cityOffice.en, ...backup.en,
    ...audits.en, ...cancellations.en, ...anywhere.en,
  },
}
