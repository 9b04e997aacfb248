import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ImportanceClass, ItemId } from '../handovers/item.ts'
import type { EntryBody } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import { PackageId } from '../packages/package.ts'
import { PersonId } from '../people/person.ts'
import { CityRef, Lines, Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'
import type { World } from '../world.ts'

/** What went wrong, as far as the desk can tell. */
export const IncidentKind = z.enum(['carry-out-overdue', 'parcel-not-arrived', 'mail-misdirected', 'medium-lost', 'document-lost', 'virus-found'])
export type IncidentKind = z.infer<typeof IncidentKind>

export const IncidentId = z.string().min(1).max(64)

/**
 * The draft of an incident report (Art. 18①): what the ledger knows already of content, count, place and circumstances, so that the
 * first report can leave at once. Whether it has to be reported is the city's judgement, never ours.
 */
export const IncidentDraft = z.object({
  id: IncidentId,
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
  /** What is concerned, where the subject does not name it itself. */
  packages: z.array(PackageId).optional(),
  itemIds: z.array(ItemId).optional(),
  draftedAt: Instant,
})
export type IncidentDraft = z.infer<typeof IncidentDraft>

/** 種別: what may have happened. What it is in the end, the city says. */
export const IncidentNature = z.enum(['漏えい', '漏えいのおそれ', '滅失', '滅失のおそれ', '毀損', '毀損のおそれ', 'その他'])
export type IncidentNature = z.infer<typeof IncidentNature>

/** An incident that somebody noticed, as they wrote it down; it is about their contract unless something else is named. */
export const NoticedIncident = IncidentDraft.omit({ kind: true }).extend({
  kind: z.literal('noticed'),
  nature: IncidentNature,
  /** null: not known yet. */
  occurredAt: Instant.nullable(),
  importanceClass: ImportanceClass,
  packages: z.array(PackageId),
  itemIds: z.array(ItemId),
})
export type NoticedIncident = z.infer<typeof NoticedIncident>

/** What F-35 says of an incident. A fact is completed by what is known better later; what was said before stays. */
export const FactKey = z.enum([
  'nature', 'occurredAt', 'place', 'content', 'count', 'circumstances', 'encryption', 'keyCustody', 'secondaryDamage', 'measures', 'cause', 'toPersons', 'publication', 'prevention', 'attachments', 'remarks',
])
export type FactKey = z.infer<typeof FactKey>
export const FactSaid = z.object({ key: FactKey, value: Lines, by: PersonId, at: Instant })
export type FactSaid = z.infer<typeof FactSaid>

/** 経過: who did what, when. Written down once, and never taken out. */
export const TimelineKind = z.enum(['発生状況', '初動対応', '拡大防止', '証拠保全', '関係者連絡', 'その他'])
export type TimelineKind = z.infer<typeof TimelineKind>
export const TimelineEntry = z.object({ at: Instant, kind: TimelineKind, what: Lines, who: Name, recordedBy: PersonId, recordedAt: Instant })
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const ReportKind = z.enum(['第一報', '続報', '最終報'])
export type ReportKind = z.infer<typeof ReportKind>
/** One F-35 that went out. `elapsedMinutes`: from discovery to this report. */
export const IncidentReport = z.object({
  no: z.number().int().positive(), kind: ReportKind, documentId: z.string(), docNo: z.string(), reportedAt: Instant, elapsedMinutes: z.number().int().nonnegative(),
  /** Facts that it left as 確認中. */
  checking: z.array(FactKey), by: PersonId,
})
export type IncidentReport = z.infer<typeof IncidentReport>

/** What the city said of it: its number, its day, and who told it. */
const CitySaid = z.object({ cityRef: CityRef, on: Day, toldBy: Name })
const Judgement = CitySaid.extend({ reason: Lines, by: PersonId, at: Instant })
export const IncidentClosed = CitySaid.extend({ by: PersonId, at: Instant })
/** 公表 (Art. 18③): the city may make it public. */
export const Publication = z.object({ publishedOn: Day, where: Text, by: PersonId, at: Instant })
/** R-36: evidence is kept as it is until the end; earlier only with the city's consent. */
export const FreezeLifted = CitySaid.extend({ reason: Lines, by: PersonId, at: Instant })

/** 発見 → 第一報 → 初動 → 続報 → 最終報 → 終結; or no incident, by the city's judgement. */
export const IncidentState = z.enum(['found', 'first-reported', 'responding', 'followed-up', 'final-reported', 'closed', 'not-an-incident'])
export type IncidentState = z.infer<typeof IncidentState>

/** An incident as it stands, whoever began it: `kind` is `noticed` where a person did. */
export const Incident = IncidentDraft.omit({ kind: true }).extend({
  kind: z.enum([...IncidentKind.options, 'noticed']),
  nature: IncidentNature.nullable(), occurredAt: Instant.nullable(), importanceClass: ImportanceClass.nullable(), packages: z.array(PackageId), itemIds: z.array(ItemId),
  state: IncidentState, facts: z.array(FactSaid), timeline: z.array(TimelineEntry), reports: z.array(IncidentReport),
  closed: IncidentClosed.nullable(), dismissed: Judgement.nullable(), published: Publication.nullable(), freezeLifted: FreezeLifted.nullable(),
})
export type Incident = z.infer<typeof Incident>

/** 監査等による保全 (Art. 17, R-36): the city asked that a contract's records stay as they are. */
export const AuditFreeze = z.object({
  id: z.string().min(1).max(64), no: z.string(), contractId: ContractId, reason: Lines, cityRef: Text, since: Instant, by: PersonId, lifted: FreezeLifted.nullable(),
  /** The audit (F-34) for which it was begun; it ends with it. */
  auditId: z.string().min(1).max(64).optional(),
})
export type AuditFreeze = z.infer<typeof AuditFreeze>

/** Why a contract's records stay as they are: an incident until its end, or an audit until the city lets go. */
export const Freeze = z.object({ what: z.enum(['incident', 'audit']), id: z.string(), no: z.string(), contractId: z.string() })
export type Freeze = z.infer<typeof Freeze>

/** R-35: within how many minutes of discovery the first report leaves. */
export const FirstReportLimit = z.object({ contractId: ContractId, minutes: z.number().int().min(5).max(1440) })
export type FirstReportLimit = z.infer<typeof FirstReportLimit>
export const FIRST_REPORT_MINUTES = 60

const OfIncident = z.object({ incidentId: IncidentId })
/** What somebody who found something can say at once; what is empty is being looked into. */
export const BeginIncident = z.object({
  contractId: ContractId, foundAt: Instant, occurredAt: Instant.nullable().default(null), nature: IncidentNature, subject: Text.default(''), place: Text.default(''), circumstances: Lines.default(''), content: Text.default(''),
  records: z.number().int().min(0).max(1_000_000_000).nullable().default(null), importanceClass: ImportanceClass, personalInfo: z.boolean(), myNumber: z.boolean(),
  packages: z.array(PackageId).max(1000).default([]), itemIds: z.array(ItemId).max(10_000).default([]),
  /** Erasures that run now and are stopped, so that what they would take stays. */
  callOff: z.array(z.string().min(1).max(64)).max(100).optional(),
})
export type BeginIncident = z.infer<typeof BeginIncident>
export const CompleteFacts = OfIncident.extend({ facts: z.array(z.object({ key: FactKey, value: Lines })).min(1).max(FactKey.options.length) })
export type CompleteFacts = z.infer<typeof CompleteFacts>
export const NoteDeed = OfIncident.extend({ at: Instant, kind: TimelineKind, what: Lines, who: Name })
export type NoteDeed = z.infer<typeof NoteDeed>
/** `leaveOpen`: what is not known yet is printed as 確認中. */
export const ReportIncident = OfIncident.extend({ kind: ReportKind, leaveOpen: z.boolean().default(false) })
export type ReportIncident = z.infer<typeof ReportIncident>
export const CloseIncident = OfIncident.extend(CitySaid.shape)
export const DismissIncident = CloseIncident.extend({ reason: Lines })
export const PublishIncident = OfIncident.extend({ publishedOn: Day, where: Text.default('') })
export const LiftIncidentFreeze = CloseIncident.extend({ reason: Lines })
export const BeginAuditFreeze = z.object({ contractId: ContractId, reason: Lines, cityRef: Text.default(''), auditId: AuditFreeze.shape.auditId })
export const LiftAuditFreeze = CitySaid.extend({ freezeId: z.string().min(1).max(64), reason: Lines })

export type IncidentFacts = Omit<IncidentDraft, 'id' | 'no' | 'draftedAt'>

/** The entry that drafts an incident, once for each thing it comes of: nothing where there is a draft of this kind already. */
export function draftIncident(world: World, reading: Reading, facts: IncidentFacts): EntryBody<'incident-drafted'>[] {
  if (reading.list('incident', facts.contractId).some(({ kind, subjectId }) => kind === facts.kind && subjectId === facts.subjectId)) return []
  return [{ type: 'incident-drafted', data: { incident: { ...facts, id: world.newId(), no: nextIncidentNo(reading, facts.contractId), draftedAt: world.now() } } }]
}

export function nextIncidentNo(reading: Reading, contractId: string): string {
  const shortNo = reading.get('contract', contractId)?.shortNo ?? ''
  return `I-${shortNo}-${String((reading.get('series', `incident:${contractId}`)?.last ?? 0) + 1).padStart(3, '0')}`
}
