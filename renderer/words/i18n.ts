import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { audits } from './audits.ts'
import { backup } from './backup.ts'
import { cancellations } from './cancellations.ts'
import { carryouts } from './carryouts.ts'
import { city } from './city.ts'
import { exporting } from './exporting.ts'
import { cityOffice } from './city-office.ts'
import { consultations } from './consultations.ts'
import { contracts } from './contracts.ts'
import { copies } from './copies.ts'
import { custody } from './custody.ts'
import { exceptions } from './exceptions.ts'
import { faxes } from './faxes.ts'
import { provisions } from './provisions.ts'
import { subcontracts } from './subcontracts.ts'
import { corrections } from './corrections.ts'
import { documents } from './documents.ts'
import { frame } from './frame.ts'
import { incidents } from './incidents.ts'
import { jobs } from './jobs.ts'
import { languageKept } from './language.ts'
import { ledger } from './ledger.ts'
import { ledgers } from './ledgers.ts'
import { media } from './media.ts'
import { pack } from './pack.ts'
import { parts } from './parts.ts'
import { devices } from './devices.ts'
import { people } from './people.ts'
import { places } from './places.ts'
import { receive } from './receive.ts'
import { send } from './send.ts'
import { settings } from './settings.ts'
import { reports } from './reports.ts'
import { settlement } from './settlement.ts'
import { staffing } from './staffing.ts'
import { start } from './start.ts'
import { today } from './today.ts'
import { unpack } from './unpack.ts'
import { viruses } from './viruses.ts'
import { wipes } from './wipes.ts'
import { wipesOtherwise } from './wipes-otherwise.ts'
import { workplace } from './workplace.ts'
import { writing } from './writing.ts'

const rooms = { audits, cancellations, backup, devices, places, workplace, subcontracts, provisions, faxes, exceptions, custody, copies, carryouts, corrections, city, cityOffice, consultations, contracts, documents, exporting, frame, incidents, jobs, ledger, ledgers, media, pack, parts, people, receive, reports, send, settings, settlement, staffing, start, today, unpack, viruses, wipes, wipesOtherwise, writing }
type Rooms = { [R in keyof typeof rooms]: (typeof rooms)[R]['ja'] }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'parts'
    resources: Rooms
  }
}

const spoken = (language: 'ja' | 'en') => Object.fromEntries(Object.entries(rooms).map(([room, texts]) => [room, texts[language]]))

/** Every text lies in the bundle: both languages are there at once, and nothing is fetched. */
export async function learnToSpeak(): Promise<void> {
  document.documentElement.lang = languageKept()
  await i18next.use(initReactI18next).init({
    lng: languageKept(), fallbackLng: 'ja', defaultNS: 'parts', resources: { ja: spoken('ja'), en: spoken('en') },
    interpolation: { escapeValue: false }, returnNull: false, showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0])
}
