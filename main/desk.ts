import type { Desk } from '../core/contract.ts'
import { openDesk } from '../core/desk.ts'
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
 * an idle desk is left, and so is one that is closed, with the leaving written down.
 */
export async function openRealDesk(options: WorldOptions): Promise<RealDesk> {
  const world: RealWorld = await openWorld({ onIdle: () => leaveIdle(world), ...options })
  const underWay = new Set<Promise<unknown>>()
  return {
    desk: watched(openDesk(world), world, underWay),
    busy: () => underWay.size > 0,
    async close() {
      await lockVault(world, 'closed')
      await world.close()
    },
  }
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

/** What a screen asks without anybody touching it. */
const ASKED_BY_SCREENS = new Set(['vault.status'])

function watched(desk: Desk, { vault }: RealWorld, underWay: Set<Promise<unknown>>): Desk {
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
        return await asked
      } finally {
        underWay.delete(asked)
      }
    }])),
  ])) as unknown as Desk
}
