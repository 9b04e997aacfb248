import { listDrives } from '../drives/drives.ts'
import { Refusal } from '../../core/refusal.ts'
import { CALL_OFF, EngineJob, type EngineWord } from './engine-talk.ts'
import { realHow } from './how.ts'
import type { KnownDrive } from './order.ts'
import { check, overwrite } from './overwrite.ts'
import { WipeProblem } from './problem.ts'

/** The far side: what it is told, line by line, and how it answers. */
export interface Telling {
  /** Resolves when nothing more will be told. */
  lines(heard: (line: string) => void): Promise<void>
  /** Answers whether there is room for more; where there is none, what can be spared is not said. */
  say(word: EngineWord): boolean
}

/** The engine as its own process runs it: one job, then it is done. Whoever started it going away calls the run off. */
export async function engage({ lines, say }: Telling): Promise<void> {
  const callingOff = new AbortController()
  let tellJob: (line: string | null) => void = () => {}
  const first = new Promise<string | null>((resolve) => { tellJob = resolve })
  void lines((line) => { if (line === CALL_OFF) callingOff.abort(); else tellJob(line) }).then(() => { callingOff.abort(); tellJob(null) })
  const line = await first
  if (line === null) return
  const job = EngineJob.parse(JSON.parse(line))
  try {
    say({ said: 'ended', outcome: await run(job, callingOff.signal, say) })
  } catch (error) {
    if (!(error instanceof WipeProblem)) throw error
    say({ said: 'refused', code: error.code, facts: { ...error.facts } })
  }
}

function run({ seed, sampleSeed, also, from, readBack, keepOut, ...job }: EngineJob, signal: AbortSignal, say: Telling['say']) {
  let room = true
  const how = realHow({
    signal,
    onProgress: (progress) => { if (room || progress.bytesDone === progress.bytesTotal) room = say({ said: 'progress', progress }) },
    onCheckpoint: (checkpoint) => { room = say({ said: 'checkpoint', checkpoint }) },
    reread: (path) => drivePresent(path, keepOut),
  })
  const order = { ...job, seed: seed === null ? null : Buffer.from(seed, 'hex'), sampleSeed: Buffer.from(sampleSeed, 'hex') }
  if (job.do === 'overwrite') return overwrite({ ...order, readBack, from }, how)
  return check({ ...order, readBack: readBack === 'sample' ? 'sample' : 'full', also }, how)
}

/** The drive at a path, as it is now; null when none is there, or when nobody can tell. */
async function drivePresent(path: string, keepOut: readonly string[]): Promise<KnownDrive | null> {
  try {
    return (await listDrives({ keepOut })).find((drive) => drive.path === path) ?? null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
