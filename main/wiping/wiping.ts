import { randomBytes } from 'node:crypto'
import type { Drive } from '../../core/media/drive.ts'
import type { Wiping } from '../../core/world.ts'
import { runApart } from './apart.ts'
import type { BeginEngine } from './begin-engine.ts'
import type { EngineJob } from './engine-talk.ts'

/** Where the vault and the program lie, which are never written over; and how an engine is begun where that is not by starting Node. */
export interface WipingOptions { keepOut: readonly string[]; begin?: BeginEngine | undefined }

/** Overwriting and reading back behind the world's door, each in a process of its own. */
export function realWiping({ keepOut, begin }: WipingOptions): Wiping {
  const job = ({ drive, seed }: { drive: Drive; seed: Uint8Array | null }): Pick<EngineJob, 'path' | 'identity' | 'seed' | 'sampleSeed' | 'keepOut'> => ({
    path: drive.path, identity: drive, seed: seed && Buffer.from(seed).toString('hex'), sampleSeed: randomBytes(32).toString('hex'), keepOut: [...keepOut],
  })
  return {
    overwrite: ({ drive, pattern, readBack, seed, resume }, how) =>
      runApart({ do: 'overwrite', ...job({ drive, seed }), pattern, readBack, from: resume, also: [] }, how, begin),
    check: ({ drive, pattern, readBack, seed }, how) =>
      runApart({ do: 'check', ...job({ drive, seed }), pattern, readBack, from: null, also: [] }, { ...how, onCheckpoint: async () => {} }, begin),
    freshSeed: () => new Uint8Array(randomBytes(32)),
  }
}
