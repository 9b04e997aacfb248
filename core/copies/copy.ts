import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ItemId } from '../handovers/item.ts'
import { MediumNo } from '../media/medium.ts'
import { CoSigner } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'
import { WipeId } from '../wipes/wipe.ts'

export const CopyId = z.string().min(1).max(64).brand<'CopyId'>()
export type CopyId = z.infer<typeof CopyId>

/** Art. 11(8): what a copy is made for. A print is a copy on paper. */
export const CopyKind = z.enum(['作業用', 'バックアップ', '印刷'])
export type CopyKind = z.infer<typeof CopyKind>

/** How a copy ended, and what proves it. */
export const CopyEnd = z.object({ at: Instant, how: Name, by: PersonId, /** The verified erasure that its file lay under. */ wipeId: WipeId.nullable() })
export type CopyEnd = z.infer<typeof CopyEnd>

/** 複製 (F-19): one copy of one item of the city, from the asking to its end. */
export const Copy = z.object({
  id: CopyId,
  /** C-001, counted within the contract. */
  no: z.string(),
  contractId: ContractId,
  itemId: ItemId,
  itemName: z.string(),
  kind: CopyKind,
  purpose: Lines,
  /** Where it is kept: a place, in words. */
  place: Name,
  /** The registered medium that it is kept on; null for a machine or paper. */
  medium: MediumNo.nullable(),
  useUntil: Day,
  requestedBy: PersonId,
  requestedAt: Instant,
  approved: z.object({ by: PersonId, at: Instant }).nullable(),
  /** The file, or the sheets, once it was made. */
  made: z.object({ by: PersonId, at: Instant, path: z.string().nullable(), size: z.number().int(), sha256: Sha256, sheets: z.number().int().nullable() }).nullable(),
  /** Where it is being written, so that an interruption can be looked into. */
  target: z.string().nullable(),
  ended: CopyEnd.nullable(),
  state: z.enum(['requested', 'approved', 'making', 'in use', 'ended', 'declined', 'withdrawn']),
})
export type Copy = z.infer<typeof Copy>

/** Purpose and parent may be left empty here, so that the rule can say what is missing. With an approver beside the clerk it is approved at once. */
export const RequestCopy = z.object({
  contractId: ContractId, itemId: ItemId.nullable(), kind: CopyKind, purpose: Lines, place: Name, medium: MediumNo.nullable(), useUntil: Day, approver: CoSigner.nullable().default(null),
})
export type RequestCopy = z.infer<typeof RequestCopy>
const OfCopy = z.object({ copyId: CopyId })
export const ApproveCopy = OfCopy
export const DeclineCopy = OfCopy.extend({ reason: Name })
export const WithdrawCopy = OfCopy.extend({ reason: Name })
/** The folder that the copy is written into, whole and read back. */
export const MakeCopy = OfCopy.extend({ into: Path })
/** 印刷: how many sheets came out, and of which item; without an approval the attempt is recorded and refused. */
export const PrintCopy = z.object({ contractId: ContractId, itemId: ItemId, copyId: CopyId.nullable(), sheets: z.number().int().min(1).max(1_000_000) })
export type PrintCopy = z.infer<typeof PrintCopy>
export const EndCopy = OfCopy.extend({ at: Instant, how: Text, wipeId: WipeId.nullable().default(null) })

export const Made = z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('made'), copy: Copy, path: z.string() }), z.object({ outcome: z.literal('abandoned') })])
export type Made = z.infer<typeof Made>
