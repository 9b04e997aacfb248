import * as z from 'zod'
import { Restored } from '../backup/backup.ts'
import type { Documents } from '../world.ts'
import type { ConsistencyFile, SeenCheckpoint } from './witnessed.ts'

/** One restoring as the contractor's ledger tells it. `toldLost`: the most that it ever said were lost. */
export interface ToldRestoring { restored: Restored; seq: number; entry: string; toldLost: number }

/**
 * The restorings that a file shows, oldest first; `'forged'` when one line of it is not what it says: not below the signed checkpoint, of another ledger, no
 * entry of a restoring, or one that does not stand right behind the last entry that it claims to have kept.
 */
export function toldRestorings(documents: Pick<Documents, 'liesBelow'>, { restorings }: ConsistencyFile, checkpoint: { origin: string; size: number; root: string }): ToldRestoring[] | 'forged' {
  const told: ToldRestoring[] = []
  for (const { seq, entry, proof } of restorings.toSorted((a, b) => a.seq - b.seq)) {
    const said = documents.liesBelow({ seq, entry, proof }, checkpoint) ? readEntry(entry) : null
    if (!said || said.seq !== seq || said.log !== checkpoint.origin) return 'forged'
    if (said.type === 'restoring-told') {
      const of = told.find(({ restored }) => restored.id === said.data.id)
      if (of) Object.assign(of, { restored: { ...of.restored, told: said.data.told }, toldLost: Math.max(of.toldLost, said.data.told.lost ?? 0) })
      continue
    }
    const { restored } = said.data
    // A restored ledger says so first: at most its clock, found behind, speaks before.
    const follows = seq === restored.from.entries ? said.prev === restored.from.head.hash : seq === restored.from.entries + 1
    if (!follows || restored.from.head.size !== restored.from.entries) return 'forged'
    told.push({ restored, seq, entry, toldLost: restored.missing })
  }
  return told
}

/** What became of one checkpoint that we hold: `null` where the file says nothing of its size. */
export interface Judged { seen: SeenCheckpoint; holds: boolean | null }

/**
 * Which restoring explains what is no longer there. One explains what was witnessed before it and lies beyond what it kept, and nothing else: not what was
 * witnessed afterwards (another cut), nor what it says it kept. What is in no restoring's `gone` stays as unexplained as it was.
 */
export function explainedBy(told: readonly ToldRestoring[], judged: readonly Judged[]): { told: ToldRestoring; gone: SeenCheckpoint[] }[] {
  const gone = told.map((one) => ({ told: one, gone: [] as SeenCheckpoint[] }))
  for (const { seen, holds } of judged) {
    if (holds === true) continue
    // A checkpoint that came with a proof and no document bears no day of the contractor's.
    gone.find(({ told: { restored } }) => seen.size > restored.from.entries && (seen.docNo === '' || seen.issuedAt <= restored.at))?.gone.push(seen)
  }
  return gone
}

/** Whether it admits as much as we know to be lost. */
export const admits = ({ restored, toldLost }: ToldRestoring, gone: readonly SeenCheckpoint[]): boolean => gone.every(({ size }) => size <= restored.from.entries + toldLost)

/** An entry as a ledger writes it (canonical JSON of evidence §8). */
const Kept = z.strictObject({ v: z.literal(1), log: z.string(), seq: z.number(), prev: z.string(), ts: z.string(), type: z.enum(['vault-restored', 'restoring-told']), by: z.string().nullable(), data: z.unknown() })
const Said = z.object({ restored: Restored })
const Told = z.object({ id: z.string(), told: Restored.shape.told.unwrap() })

type Telling = Omit<z.output<typeof Kept>, 'type' | 'data'> & ({ type: 'vault-restored'; data: z.output<typeof Said> } | { type: 'restoring-told'; data: z.output<typeof Told> })

/** Null for anything else. */
function readEntry(text: string): Telling | null {
  try {
    const { type, data, ...place } = Kept.parse(JSON.parse(text))
    return type === 'vault-restored' ? { ...place, type, data: Said.parse(data) } : { ...place, type, data: Told.parse(data) }
  } catch {
    return null
  }
}
