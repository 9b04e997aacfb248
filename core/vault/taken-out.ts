import * as z from 'zod'
import { record } from '../ledger/record.ts'
import { Instant } from '../time.ts'
import type { World } from '../world.ts'

/**
 * 台帳の全部の書出し: who (null: an ID that is gone), how much and where to (null, '' where nobody noted it), and when. `rescue`: at the locked door, where nothing can be
 * written into the ledger; said to have been let in, not to have got anything.
 */
export const LedgerTakenOut = z.object({ how: z.enum(['export', 'rescue']), loginId: z.string().nullable(), entries: z.number().int().nullable(), to: z.string(), at: Instant })
export type LedgerTakenOut = z.infer<typeof LedgerTakenOut>

/** Rescues that the keyring remembers are written down by whoever comes in next, and only then forgotten by it. */
export async function writeDownRescues(world: World): Promise<void> {
  const noted = await world.vault.rescues()
  if (noted.length === 0) return
  await record(world, () => ({
    entries: noted.map(({ loginId, at }) => ({ type: 'ledger-taken-out', data: { how: 'rescue', loginId, entries: null, to: '', at } })),
    byMachine: true,
    answer: () => undefined,
  }))
  await world.vault.forgetRescues(noted.length)
}
