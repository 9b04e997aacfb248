import type { Checkpoint, WipeOutcome, WipeProgress } from '../../core/wipes/overwrite.ts'
import { type BeginEngine, spawnEngine } from './begin-engine.ts'
import { CALL_OFF, type EngineJob, EngineWord } from './engine-talk.ts'

export interface HowApart {
  signal: AbortSignal
  onProgress(progress: WipeProgress): void
  onCheckpoint(checkpoint: Checkpoint): Promise<void>
}

/**
 * Has a job done in a process of its own, and never throws for what happens there: an engine that dies is a run that failed, with the
 * checkpoints that it had told. A checkpoint that cannot be kept calls the run off, which then failed and was not abandoned by anybody: it
 * must not get further than what is written down. While one is being kept, only the last of those told meanwhile waits.
 */
export async function runApart(job: EngineJob, { signal, onProgress, onCheckpoint }: HowApart, begin: BeginEngine = spawnEngine): Promise<WipeOutcome> {
  let at: Pick<WipeOutcome, 'phase' | 'pass'> = { phase: 'examining', pass: job.from?.pass ?? 1 }
  let checkpoint = job.from
  let outcome: WipeOutcome | null = null
  let waiting: Checkpoint | null = null
  let keeping: Promise<void> | null = null
  let notKept: string | null = null
  const failed = (reason: string): WipeOutcome => ({ end: 'failed', reason: reason.slice(0, 500), ...at, reachedLba: null, figures: null, checkpoint })

  const engine = begin((line) => {
    const word = wordOf(line)
    switch (word?.said) {
      case 'progress':
        at = { phase: word.progress.phase, pass: word.progress.pass }
        onProgress(word.progress)
        break
      case 'checkpoint':
        checkpoint = word.checkpoint
        waiting = word.checkpoint
        keeping ??= keepWaiting()
        break
      case 'ended': outcome = word.outcome; break
      case 'refused': outcome = failed(word.code); break
    }
  })
  const callOff = (): void => { engine.say(CALL_OFF) }
  async function keepWaiting(): Promise<void> {
    try {
      for (let next = waiting; next; next = waiting) {
        waiting = null
        await onCheckpoint(next)
      }
    } catch (error) {
      notKept = error instanceof Error ? error.message : 'unknown'
      callOff()
    } finally {
      keeping = null
    }
  }
  engine.say(JSON.stringify(job))
  if (signal.aborted) callOff()
  signal.addEventListener('abort', callOff)
  const { how } = await engine.ended
  signal.removeEventListener('abort', callOff)
  // Set while lines were heard, which the compiler does not follow.
  await (keeping as Promise<void> | null)
  const ended = outcome as WipeOutcome | null
  if (ended?.end === 'abandoned' && notKept !== null && !signal.aborted) return { ...ended, end: 'failed', reason: `checkpoint not kept: ${notKept as string}`.slice(0, 500) }
  return ended ?? failed(how)
}

/** What is not one of its words (a warning of the runtime) is not for us. */
function wordOf(line: string): EngineWord | null {
  try {
    return EngineWord.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
