import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import type { EntryBody } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Text } from '../text.ts'
import { Instant } from '../time.ts'
import type { World } from '../world.ts'

/** What went wrong, as far as the desk can tell. */
export const IncidentKind = z.enum(['carry-out-overdue', 'parcel-not-arrived', 'mail-misdirected', 'medium-lost', 'document-lost', 'virus-found'])
export type IncidentKind = z.infer<typeof IncidentKind>

/**
 * The draft of an incident report (Art. 18①): what the ledger knows already of content, count, place and circumstances, so that the
 * first report can leave at once. Whether it has to be reported is the city's judgement, never ours.
 */
export const IncidentDraft = z.object({
  id: z.string().min(1).max(64),
  /** 事故番号, `I-R8-017-001`. */
  no: z.string().min(1).max(60),
  contractId: ContractId,
  kind: IncidentKind,
  /** The carry-out, mailing or mail that it came of, and how people call it. */
  subjectId: z.string().min(1).max(64),
  subject: Text,
  foundAt: Instant,
  /** null: noticed by the machine. */
  foundBy: PersonId.nullable(),
  place: Text,
  circumstances: Lines,
  /** What is concerned: kinds of information, and records where they were counted. */
  content: Text,
  items: z.number().int(),
  records: z.number().int().nullable(),
  personalInfo: z.boolean(),
  myNumber: z.boolean(),
  /** How it was sealed, in the words of the package's lock; '' where it was not. */
  encryption: Text,
  keyCustody: Text,
  draftedAt: Instant,
})
export type IncidentDraft = z.infer<typeof IncidentDraft>

export type IncidentFacts = Omit<IncidentDraft, 'id' | 'no' | 'draftedAt'>

/** The entry that drafts an incident, once for each thing it comes of: nothing where there is a draft of this kind already. */
export function draftIncident(world: World, reading: Reading, facts: IncidentFacts): EntryBody<'incident-drafted'>[] {
  if (reading.list('incident', facts.contractId).some(({ kind, subjectId }) => kind === facts.kind && subjectId === facts.subjectId)) return []
  const shortNo = reading.get('contract', facts.contractId)?.shortNo ?? ''
  const no = `I-${shortNo}-${String((reading.get('series', `incident:${facts.contractId}`)?.last ?? 0) + 1).padStart(3, '0')}`
  return [{ type: 'incident-drafted', data: { incident: { ...facts, id: world.newId(), no, draftedAt: world.now() } } }]
}
