import { randomBytes } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '../../core/refusal.ts'
import type { Drive } from '../../core/media/drive.ts'
import type { FileWipeOrder } from '../../core/wipes/files.ts'
import type { WipeOutcome } from '../../core/wipes/overwrite.ts'
import type { How, Wiping } from '../../core/world.ts'
import { BLOB } from '../files/blobs.ts'
import { listDrives } from '../drives/drives.ts'
import { type HowApart, runApart } from './apart.ts'
import type { BeginEngine } from './begin-engine.ts'
import { abilitiesOf, hiddenAreas } from './commands/abilities.ts'
import { type Ask, asker } from './commands/ask.ts'
import { sampleDrive } from './commands/command-samples.ts'
import { holdDrive } from './commands/hold-drive.ts'
import { perform } from './commands/perform.ts'
import { readWipeLog } from './commands/read-wipe-log.ts'
import { wasNotAllowed } from './elevated-engine.ts'
import type { EngineJob } from './engine-talk.ts'
import { wipeFreeSpace } from './files/free-space.ts'
import { around, planFiles } from './files/list-files.ts'
import { wipeFiles } from './files/wipe-files.ts'

export interface WipingOptions {
  /** Where the vault and the program lie, which are never written over. */
  keepOut: readonly string[]
  /** The folder of the vault's sealed files. */
  sealed: string
  /** How an engine is begun where that is not by starting Node. */
  begin?: BeginEngine | undefined
  /** How an engine with an administrator's rights is begun, where the first may not touch the drive. */
  elevated?: BeginEngine | null | undefined
  /** While something is erased, the desk is not left for being idle; its signal says that it is left all the same. */
  hold?: () => { signal: AbortSignal; end(): void }
  /** How programs are asked; tests hand in ones that only answer. */
  ask?: Ask
}

/** Erasing behind the world's door: whole drives in a process of their own, files one by one, and drives that do it themselves. */
export function realWiping({ keepOut, sealed, begin, elevated = null, hold = free, ask = asker() }: WipingOptions): Wiping {
  const job = ({ drive, seed }: { drive: Drive; seed: Uint8Array | null }): Pick<EngineJob, 'path' | 'identity' | 'seed' | 'sampleSeed' | 'keepOut'> => ({
    path: drive.path, identity: drive, seed: seed && Buffer.from(seed).toString('hex'), sampleSeed: randomBytes(32).toString('hex'), keepOut: [...keepOut],
  })
  const long = async <P, H extends How<P>, T>(how: H, act: (how: H) => Promise<T>): Promise<T> => {
    const work = hold()
    try {
      return await act({ ...how, signal: AbortSignal.any([how.signal, work.signal]) })
    } finally {
      work.end()
    }
  }
  const looking = async () => around(await resolvedOf(keepOut))
  return {
    overwrite: ({ drive, pattern, readBack, seed, resume }, how) =>
      long(how, (held) => runAllowed({ do: 'overwrite', ...job({ drive, seed }), pattern, readBack, from: resume, also: [] }, held, { begin, elevated })),
    check: ({ drive, pattern, readBack, seed }, how) =>
      long(how, (held) => runAllowed({ do: 'check', ...job({ drive, seed }), pattern, readBack, from: null, also: [] }, { ...held, onCheckpoint: async () => {} }, { begin, elevated })),
    freshSeed: () => new Uint8Array(randomBytes(32)),
    listFiles: (paths, how) => long(how, async (held) => planFiles(paths, held, await looking())),
    wipeFiles: (order, how) => long(how, async (held) => wipeFiles(order, held, await looking())),
    listSealed: (blobs, how) => long(how, async (held) => planFiles(blobs.map((blob) => sealedAt(sealed, blob)), held, around())),
    wipeSealed: (order, how) => long(how, async (held) => wipeFiles(onlySealed(order, await realpath(sealed)), held, around())),
    wipeFreeSpace: (order, how) => long(how, (held) => wipeFreeSpace(order, held)),
    abilities: async (drive) => ({ ...await abilitiesOf(drive, ask), hidden: await hiddenAreas(drive, ask) }),
    command: ({ drive, method }, how) => long(how, (held) => perform(method, drive, { ...held, ask, reread: (path) => drivePresent(path, keepOut), hold: (one) => holdDrive(one), sample: (one) => sampleDrive(one) })),
    readLog: readWipeLog,
  }
}

/** With the rights that one has; and where the system says that they are not enough, once more with an administrator's, if somebody allows it. */
async function runAllowed(job: EngineJob, how: HowApart, { begin, elevated }: Pick<WipingOptions, 'begin' | 'elevated'>): Promise<WipeOutcome> {
  const run = await runApart(job, how, begin)
  if (!elevated || run.reason !== 'target-forbidden' || run.figures !== null || how.signal.aborted) return run
  const again = await runApart(job, how, elevated)
  return wasNotAllowed(again.reason) ? run : again
}

/** Where a blob lies; whatever is no blob's name must not become a path. */
function sealedAt(folder: string, blob: string): string {
  if (!new RegExp(`^${BLOB.source}$`).test(blob)) throw new RangeError('not the name of a blob')
  return join(folder, blob)
}

/** The vault is kept out of every other wiping; here nothing but its blobs is let in. */
function onlySealed(order: FileWipeOrder, folder: string): FileWipeOrder {
  if (order.list.roots.some((root) => root.folder !== folder || !new RegExp(`^${BLOB.source}$`).test(root.name)) || order.list.files.some(({ way }) => way !== '')) throw new RangeError('not a list of sealed files')
  return order
}

const free = (): { signal: AbortSignal; end(): void } => ({ signal: new AbortController().signal, end: () => {} })

/** Where the vault and the program lie in truth: with every link resolved, and of the program the whole folder. */
async function resolvedOf(places: readonly string[]): Promise<string[]> {
  const all = [...places, dirname(process.execPath)]
  return Promise.all(all.map((place) => realpath(place).catch(() => resolve(place))))
}

/** The drive at a path, as it is now; null when none is there, or when nobody can tell. */
async function drivePresent(path: string, keepOut: readonly string[]): Promise<Drive | null> {
  try {
    return (await listDrives({ keepOut })).find((drive) => drive.path === path) ?? null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
