import { integrityOf, type Integrity } from '../ledger/integrity.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { underWay } from '../ledger/under-way.ts'
import type { PersonId } from '../people/person.ts'
import type { Instant } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { ofAudits } from './cards/audits.ts'
import { ofBackups } from './cards/backup.ts'
import { ofCancellations } from './cards/cancellations.ts'
import { ofCarryOuts } from './cards/carryouts.ts'
import { ofImports } from './cards/city.ts'
import { ofCityOffice } from './cards/city-office.ts'
import { hereFor, ofKeys } from './cards/contracts.ts'
import { ofCopies } from './cards/copies.ts'
import { ofFaxes } from './cards/faxes.ts'
import { ofHandovers } from './cards/handovers.ts'
import { ofIntegrity, ofClock } from './cards/ledger.ts'
import { ofIncidents } from './cards/incidents.ts'
import { ofMailings } from './cards/mailings.ts'
import { ofMails } from './cards/mails.ts'
import { ofLosses, ofStock } from './cards/media.ts'
import { ofPackages } from './cards/packages.ts'
import { ofPeople } from './cards/people.ts'
import { ofProvisions } from './cards/provisions.ts'
import { questions } from './cards/questions.ts'
import { ofSettlements } from './cards/settlement.ts'
import { ofSubcontracts } from './cards/subcontracts.ts'
import { ofReports } from './cards/reports.ts'
import { ofRequests } from './cards/requests.ts'
import { ofLockOuts } from './cards/vault.ts'
import { ofPlans, ofWipes } from './cards/wipes.ts'
import { ofWorkplace } from './cards/workplace.ts'
import type { Card, Today } from './home.ts'

const URGENCY: readonly Card['kind'][] = ['overdue', 'question', 'approval', 'asked', 'todo', 'out', 'waiting', 'calm']

/** What every room may look at besides the office's shelf. */
interface Seen { at: Instant; personId: PersonId; ours: ReadonlySet<string>; integrity: Integrity | null }

/** Every room says what it has for today. */
const rooms: readonly ((reading: Reading, seen: Seen) => Card[])[] = [
  (_reading, { integrity }) => ofIntegrity(integrity),
  (reading, { at }) => ofClock(reading, at),
  (reading, { at, personId }) => ofBackups(reading, at, personId),
  (reading, { ours }) => questions(reading, ours),
  (reading, { at }) => ofIncidents(reading, at),
  (reading, { at }) => ofAudits(reading, at),
  (reading, { at }) => ofCancellations(reading, at),
  hereFor,
  (reading, { at }) => ofHandovers(reading, at),
  (reading, { at, personId }) => ofCarryOuts(reading, at, personId),
  ofPackages,
  (reading, { at }) => ofMailings(reading, at),
  (reading, { ours }) => ofMails(reading, ours),
  ofFaxes,
  ofProvisions,
  (reading, { at }) => ofSubcontracts(reading, at),
  (reading, { at }) => ofCopies(reading, at),
  (reading, { at }) => ofRequests(reading, at),
  (reading, { at }) => ofReports(reading, at),
  ofImports,
  (reading, { at }) => ofCityOffice(reading, at),
  ofLosses,
  (reading, { at }) => ofWorkplace(reading, at),
  (reading, { at }) => ofStock(reading, at),
  (reading, { at }) => ofPlans(reading, at),
  (reading, { ours }) => ofWipes(reading, ours),
  (reading, { at }) => ofSettlements(reading, at),
  ofKeys,
  (reading, { personId, at }) => ofLockOuts(reading, personId, at),
  (reading, { personId, at }) => ofPeople(reading, personId, at),
]

/** 今日: what is overdue, what is unfinished, what waits, what is out; the most urgent first, and what has no hour before what has one. Empty when all is well. */
export async function today(world: World): Promise<Today> {
  const seen: Seen = { at: world.now(), personId: signedIn(world).personId, ours: underWay(world), integrity: integrityOf(world) }
  const cards = await look(world, (reading) => rooms.flatMap((room) => room(reading, seen)).map((card) => asSeenBy(card, seen.personId)))
  return { at: seen.at, cards: cards.sort((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || (a.at ?? 0) - (b.at ?? 0)) }
}

/** What waits for a confirmation waits for somebody else when it was this person who did it. */
const asSeenBy = (card: Card, me: PersonId): Card => (card.kind === 'approval' && card.doneBy === me ? { ...card, kind: 'waiting' } : card)
