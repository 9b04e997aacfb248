import type { Worker } from 'node:worker_threads'
import { beginThread, threadBeginning } from '../begin-thread.ts'
import { type Disk, realDisk } from '../files/disk.ts'
import { draftName, sweepDrafts } from '../files/draft.ts'
import type { Projection } from '../ledger/book.ts'
import { checkBackup, type Checked, type CheckHow, type ToCheck } from './check.ts'
import type { CheckAnswer, CheckTask } from './check-task.ts'
import { BackupProblem, onTarget } from './problem.ts'

export type Trial = (what: Omit<ToCheck, 'folder'>, how: CheckHow) => Promise<Checked>

/**
 * Puts backups together for trial in a folder beside `place`, on the vault's own disk, which is gone again afterwards: in a thread of its own, or here where
 * none can be had and where a test hands in another disk.
 */
export function trials(place: string, projection: Projection, disk: Disk): Trial {
  return async (what, how) => {
    await sweepDrafts(place, disk)
    const folder = draftName(place)
    await onTarget(folder, () => disk.mkdir(folder, { mode: 0o700 }))
    try {
      const thread = disk === realDisk ? beginCheckThread() : null
      return thread ? await checkIn(thread, { ...what, folder }, how) : await checkBackup({ ...what, folder }, how, projection, disk)
    } finally {
      await disk.rm(folder, { recursive: true, force: true })
    }
  }
}

function beginCheckThread(): Worker | null {
  const beginning = threadBeginning(import.meta.url, 'backup-worker', './check-worker.ts')
  return beginning ? beginThread(beginning) : null
}

/** Called off, the thread is ended where it stands. */
async function checkIn(thread: Worker, { path, secret, folder, expected }: ToCheck, { signal, onProgress }: CheckHow): Promise<Checked> {
  let callOff = (): void => {}
  try {
    return await new Promise<Checked>((resolve, reject) => {
      callOff = () => reject(signal.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError'))
      if (signal.aborted) return callOff()
      signal.addEventListener('abort', callOff, { once: true })
      thread.on('message', (answer: CheckAnswer) => {
        if ('progress' in answer) onProgress(answer.progress)
        else if ('checked' in answer) resolve(answer.checked)
        else reject('trouble' in answer ? new BackupProblem(answer.trouble, answer.path) : new Error(answer.broken))
      })
      thread.on('error', reject)
      thread.on('exit', () => reject(new Error('thread ended')))
      const task: CheckTask = { path, secret: Uint8Array.from(secret.bytes), folder, expected }
      thread.postMessage(task, [task.secret.buffer])
    })
  } finally {
    signal.removeEventListener('abort', callOff)
    await thread.terminate()
  }
}
