import type { Desk } from '../core/contract.ts'
import { openDesk } from '../core/desk.ts'
import { checkIntegrity } from '../core/ledger/integrity.ts'
import { Refusal } from '../core/refusal.ts'
import { lockVault } from '../core/vault/use.ts'
import { openWorld, type RealWorld, type WorldOptions } from './world.ts'

/** The desk in one home. `busy` says whether anything is under way: then closing should ask first. */
export interface RealDesk {
  desk: Desk
  close(): Promise<void>
  busy(): boolean
}

/**
 * Opens the desk of one home folder. Every question to it counts as activity, except those that a screen asks by itself;
 * an idle desk is left, and so is one that is closed, with the leaving written down. `checksLedger`: whoever comes in sets
 * the whole ledger being verified in the background, and 今日 says what was found.
 */
export async function openRealDesk({ checksLedger = false, ...options }: WorldOptions & { checksLedger?: boolean }): Promise<RealDesk> {
  const world: RealWorld = await openWorld({ onIdle: () => leaveIdle(world), ...options })
  const underWay = new Set<Promise<unknown>>()
  const leaving = new AbortController()
  let checking: Promise<void> = Promise.resolve()
  const entered = (): void => { if (checksLedger) checking = checking.then(() => checkIntegrity(world, leaving.signal)).catch(ignoreLeft) }
  return {
    desk: watched(openDesk(world), world, underWay, entered),
    busy: () => underWay.size > 0,
    async close() {
      leaving.abort()
      await checking
      await lockVault(world, 'closed')
      await world.close()
    },
  }
}

/** The desk was locked while the check went on: the next one who comes in begins another. */
function ignoreLeft(error: unknown): void {
  if (!(error instanceof Refusal) && !(error instanceof Error && error.name === 'AbortError')) throw error
}

/** A full disk must not keep the door open: then the vault locks without the entry. */
async function leaveIdle(world: RealWorld): Promise<void> {
  try {
    await lockVault(world, 'idle')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

type AnyOperation = (input: unknown, how?: unknown) => Promise<unknown>

const ENTERING = new Set(['vault.unlock', 'vault.recover'])
/** What a screen asks without anybody touching it. */
const ASKED_BY_SCREENS = new Set(['vault.status'])

function watched(desk: Desk, { vault }: RealWorld, underWay: Set<Promise<unknown>>, entered: () => void): Desk {
  const groups = Object.entries(desk as unknown as Record<string, Record<string, AnyOperation>>)
  return Object.fromEntries(groups.map(([group, operations]) => [
    group,
    Object.fromEntries(Object.entries(operations).map(([name, run]) => [name, async (input: unknown, how?: unknown) => {
      // Asked before touched: a desk whose time ran out while the machine slept stays shut.
      vault.session()
      if (!ASKED_BY_SCREENS.has(`${group}.${name}`)) vault.touch()
      const asked = run(input, how)
      underWay.add(asked)
      try {
        const answer = await asked
        if (ENTERING.has(`${group}.${name}`)) entered()
        return answer
      } finally {
        underWay.delete(asked)
      }
    }])),
  ])) as unknown as Desk
}
