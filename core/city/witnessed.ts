import * as z from 'zod'
import { PersonId } from '../people/person.ts'
import { Sha256, Text } from '../text.ts'
import { Instant } from '../time.ts'

/** A checkpoint of a contractor's ledger, as a document carried it (evidence §8). `proved`: it is known to begin, or to continue, the others. */
export const SeenCheckpoint = z.object({ size: z.number().int().nonnegative(), root: Sha256, text: z.string(), docNo: z.string(), issuedAt: Instant, seenAt: Instant, proved: z.boolean() })
export type SeenCheckpoint = z.infer<typeof SeenCheckpoint>

/** What cannot be: a ledger that became shorter, or two ledgers of one length. It stays written. */
export const LedgerContradiction = z.object({
  kind: z.enum(['ROLLBACK', 'FORK']), docNo: z.string(), size: z.number().int(), root: Sha256, text: z.string(),
  known: z.object({ size: z.number().int(), root: Sha256, docNo: z.string() }), at: Instant, contractId: z.string(),
})
export type LedgerContradiction = z.infer<typeof LedgerContradiction>

/** What a city knows of one contractor's ledger: the checkpoints it has seen, from the shortest on, and how far they are proved to be one ledger. */
export const KnownLedger = z.object({
  origin: z.string(), organisation: z.string(), contractIds: z.array(z.string()), checkpoints: z.array(SeenCheckpoint), contradictions: z.array(LedgerContradiction),
})
export type KnownLedger = z.infer<typeof KnownLedger>

/**
 * 復元の届出: what a contractor's restored ledger says of itself, proved to stand in it, beside what we hold. `keptTo`: so many entries the backup had, by its word;
 * `toldLost`: so many after them are lost, by its word; `provedTo`: as far as we could follow it ourselves. `gone`: what we had witnessed and it no longer holds.
 */
export const ShownRestoring = z.object({
  id: z.string(), origin: z.string(), organisation: z.string(), contractId: z.string(),
  restoredAt: Instant, madeAt: Instant, keptTo: z.number().int().nonnegative(), toldLost: z.number().int().nonnegative(), cityRef: z.string(), toldAt: Instant.nullable(),
  seq: z.number().int().nonnegative(), entry: z.string(), checkpoint: z.object({ size: z.number().int(), root: Sha256, text: z.string() }),
  provedTo: z.number().int().nonnegative(), proved: z.array(z.object({ size: z.number().int(), root: Sha256 })), gone: z.array(SeenCheckpoint), shownAt: Instant,
})
export type ShownRestoring = z.infer<typeof ShownRestoring>

/** 復元した台帳を続きとして認めるか: never decided by the program. */
export const RestoringDecision = z.object({ decision: z.enum(['accepted', 'kept-refused']), reason: z.string(), by: PersonId, at: Instant })
export type RestoringDecision = z.infer<typeof RestoringDecision>

/** `checkpointSize`: how long the ledger was that was looked at, so that nobody accepts more than was on the page. */
export const DecideRestoring = z.object({ contractId: z.string().min(1).max(64), origin: z.string().min(1).max(200), id: z.string().min(1).max(64), checkpointSize: z.number().int().nonnegative(), decision: z.enum(['accepted', 'kept-refused']), reason: Text })

export const KnownRestoring = ShownRestoring.extend({ decided: RestoringDecision.nullable() })
export type KnownRestoring = z.infer<typeof KnownRestoring>

/** A contractor's ledger as the city sees it: with every restoring that it has shown. */
export const WitnessedLedger = KnownLedger.extend({ restorings: z.array(KnownRestoring) })
export type WitnessedLedger = z.infer<typeof WitnessedLedger>

const Proof = z.array(Sha256).max(128)

/**
 * 台帳の整合証明: what a contractor hands to whoever holds older checkpoints. For each of them the proof (RFC 6962 §2.1.2) that the newest continues it; and of a
 * restored ledger the entries that say so, as they were hashed, each with the proof (§2.1.1) that it stands in it.
 */
export const ConsistencyFile = z.strictObject({
  v: z.literal(1), kind: z.literal('azukari-ledger-consistency'), checkpoint: z.string().max(4000),
  proofs: z.array(z.strictObject({ size: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER), proof: Proof })).max(100_000),
  restorings: z.array(z.strictObject({ seq: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER), entry: z.string().max(1_000_000), proof: Proof })).max(1000).default([]),
})
export type ConsistencyFile = z.infer<typeof ConsistencyFile>

/** What still has no proof. */
export const unproved = ({ checkpoints }: KnownLedger): SeenCheckpoint[] => checkpoints.filter(({ proved }) => !proved)

/** What contradicts: a cut that a proof has since explained is none, nor is a fork from what a restoring lost that was accepted. */
export const standing = ({ contradictions, checkpoints }: KnownLedger, restorings: readonly KnownRestoring[]): LedgerContradiction[] => {
  const left = restorings.filter(isAccepted).flatMap(({ gone }) => gone)
  return contradictions.filter((one) => !checkpoints.some((seen) => seen.proved && isSame(seen, one)) || (one.kind === 'FORK' && !left.some((lost) => isSame(lost, one.known))))
}

/** Restorings that somebody has to decide on: they lost something that we had witnessed. */
export const undecided = (restorings: readonly KnownRestoring[]): KnownRestoring[] => restorings.filter(({ gone, decided }) => gone.length > 0 && decided === null)
export const isAccepted = ({ decided }: KnownRestoring): boolean => decided?.decision === 'accepted'
/** The numbers of the first and the last entry that we had witnessed and that are no longer there; counted from 1, as they are printed. */
export const goneNumbers = ({ keptTo, gone }: Pick<ShownRestoring, 'keptTo' | 'gone'>): { from: number; to: number } => ({ from: keptTo + 1, to: Math.max(keptTo, ...gone.map(({ size }) => size)) })
/** Where it stands on the shelf: whoever chose the id, it is one of this ledger. */
export const restoringId = ({ origin, id }: { origin: string; id: string }): string => `${origin} ${id}`
export const isSame = (a: { size: number; root: string }, b: { size: number; root: string }): boolean => a.size === b.size && a.root === b.root
