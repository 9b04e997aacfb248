import * as z from 'zod'
import { Sha256 } from '../text.ts'
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

/** 台帳の整合証明: what a contractor hands to whoever holds older checkpoints. For each of them the proof (RFC 6962 §2.1.2) that the newest continues it. */
export const ConsistencyFile = z.strictObject({
  v: z.literal(1), kind: z.literal('azukari-ledger-consistency'), checkpoint: z.string().max(4000),
  proofs: z.array(z.strictObject({ size: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER), proof: z.array(Sha256).max(128) })).max(100_000),
})
export type ConsistencyFile = z.infer<typeof ConsistencyFile>
