import * as z from 'zod'
import { DriveHindrance, DriveIdentity } from '../../core/media/drive.ts'
import { BadRange, Checkpoint, Pattern, ReadBack, WipeOutcome, WipeProgress } from '../../core/wipes/overwrite.ts'

const Seed = z.string().regex(/^[0-9a-f]{64}$/)

/** What the engine's process is told, in its first line. A seed is told here and nowhere else: not as an argument, not in a file. */
export const EngineJob = z.object({
  do: z.enum(['overwrite', 'check']),
  path: z.string().min(1),
  identity: DriveIdentity.extend({ hindrances: z.array(DriveHindrance) }).nullable(),
  pattern: Pattern, seed: Seed.nullable(), readBack: ReadBack, sampleSeed: Seed,
  from: Checkpoint.nullable(), also: z.array(BadRange),
  /** Places whose drive is never to be written: the vault's, and the program's. */
  keepOut: z.array(z.string()),
})
export type EngineJob = z.infer<typeof EngineJob>

/** What it says, a line at a time. After `ended` or `refused` it says nothing more. */
export const EngineWord = z.discriminatedUnion('said', [
  z.object({ said: z.literal('progress'), progress: WipeProgress }),
  z.object({ said: z.literal('checkpoint'), checkpoint: Checkpoint }),
  z.object({ said: z.literal('ended'), outcome: WipeOutcome }),
  z.object({ said: z.literal('refused'), code: z.string(), facts: z.record(z.string(), z.string()) }),
])
export type EngineWord = z.infer<typeof EngineWord>

/** The one line that it understands after the first. The end of what it is told means the same. */
export const CALL_OFF = 'call off'
