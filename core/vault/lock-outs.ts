import * as z from 'zod'
import { record } from '../ledger/record.ts'
import { Instant } from '../time.ts'
import type { World } from '../world.ts'

/** 連続失敗による受付停止: whose ID (null: one that nobody has), after how many failures, when, and whether at the closed door. */
export const LockOut = z.object({ loginId: z.string().nullable(), failures: z.number().int(), at: Instant, where: z.enum(['desk', 'door']) })
export type LockOut = z.infer<typeof LockOut>

export const lockOutKey = ({ loginId, at }: Pick<LockOut, 'loginId' | 'at'>): string => `${loginId ?? ''} ${at}`

/**
 * Behind a closed door nobody can write: what the keyring counted meanwhile is written down by whoever comes in next, each
 * lock-out once, and only then forgotten by the keyring.
 */
export async function writeDownLockOuts(world: World): Promise<void> {
  const counted = await world.vault.lockOuts()
  if (counted.length === 0) return
  await record(world, (reading) => ({
    entries: counted.filter((each) => !reading.get('lock-out', lockOutKey(each))).map((each) => ({ type: 'locked-out-at-door', data: each })),
    byMachine: true,
    answer: () => undefined,
  }))
  await world.vault.forgetLockOuts(counted.length)
}
