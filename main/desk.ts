import { makeDueBackup } from '../core/backup/making.ts'
import type { Desk } from '../core/contract.ts'
import { openDesk } from '../core/desk.ts'
import { comingDue, type Late, watchDueTimes } from '../core/home/watch.ts'
import { checkIntegrity } from '../core/ledger/integrity.ts'
import { Refusal } from '../core/refusal.ts'
import { lockVault } from '../core/vault/use.ts'
import { pathsGiven } from './paths-given.ts'
import { refusalOfDisk } from './disk-refusal.ts'
import { openWorld, type RealWorld, type WorldOptions } from './world.ts'

/** The desk in one home. `busy` says whether anything is under way: then closing should ask first. */
export interface RealDesk {
  desk: Desk
  close(): Promise<void>
  busy(): boolean
  /** Looks at every due time, without counting as activity; null while the desk is locked. */
  watch(): Promise<Watched | null>
}
/** What is late, and what will be at which hour. */
export interface Watched { late: Late[]; coming: Late[] }

/**
 * Opens the desk of one home folder. Every question to it counts as activity, except those that a screen asks by itself;
 * an idle desk is left, and so is one that is closed, with the leaving written down. `checksLedger`: whoever comes in sets
 * the whole ledger being verified in the background, and 今日 says what was found. `backsUp`: backups that the plan asks for are made, in the background too.
 */
export async function openRealDesk({ checksLedger = false, backsUp = false, ...options }: WorldOptions & { checksLedger?: boolean; backsUp?: boolean }): Promise<RealDesk> {
  const world: RealWorld = await openWorld({ onIdle: () => leaveIdle(world), ...options })
  const underWay = new Set<Promise<unknown>>()
  const leaving = new AbortController()
  let checking: Promise<void> = Promise.resolve()
  let watching: Promise<Watched | null> = Promise.resolve(null)
  let backingUp: Promise<void> | null = null
  const watch = (): Promise<Watched | null> => {
    const next = watching.then(() => watchOnce(world))
    watching = next.catch(() => null)
    // After the check of whoever came in: both read all of the vault.
    if (backsUp) backingUp ??= checking.then(() => backUp(world, leaving.signal)).finally(() => { backingUp = null })
    return next
  }
  const entered = async (): Promise<void> => {
    if (checksLedger) checking = checking.then(() => checkIntegrity(world, leaving.signal)).catch(ignoreLeft)
    await watch()
  }
  return {
    desk: watched(openDesk(world), world, underWay, entered, pathsGiven(options.home), options.home),
    busy: () => underWay.size > 0,
    watch,
    async close() {
      leaving.abort()
      await checking
      await watching
      await backingUp
      await lockVault(world, 'closed')
      await world.close()
    },
  }
}

/** A desk that is locked, or is being locked right now, notices nothing; nor does one whose disk is full: it looks again in a minute. */
async function watchOnce(world: RealWorld): Promise<Watched | null> {
  if (!world.vault.session()) return null
  try {
    return { late: await watchDueTimes(world), coming: await comingDue(world) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return null
  }
}

/** What goes wrong is in the ledger and on 今日; a desk that was left, or whose disk is full, tries again in a minute. */
async function backUp(world: RealWorld, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await makeDueBackup(world, signal).catch(() => {})
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

function watched(desk: Desk, { vault }: RealWorld, underWay: Set<Promise<unknown>>, entered: () => Promise<void>, refuseOwn: (input: unknown) => Promise<void>, home: string): Desk {
  const groups = Object.entries(desk as unknown as Record<string, Record<string, AnyOperation>>)
  return Object.fromEntries(groups.map(([group, operations]) => [
    group,
    Object.fromEntries(Object.entries(operations).map(([name, run]) => [name, async (input: unknown, how?: unknown) => {
      // Asked before touched: a desk whose time ran out while the machine slept stays shut.
      vault.session()
      if (!ASKED_BY_SCREENS.has(`${group}.${name}`)) vault.touch()
      const asked = refuseOwn(input).then(() => run(input, how))
      underWay.add(asked)
      try {
        const answer = await asked
        if (ENTERING.has(`${group}.${name}`)) await entered()
        return answer
      } catch (error) {
        throw refusalOfDisk(error, home) ?? error
      } finally {
        underWay.delete(asked)
      }
    }])),
  ])) as unknown as Desk
}
