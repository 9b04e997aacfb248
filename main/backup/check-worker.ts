import { parentPort } from 'node:worker_threads'
import { project, PROJECTION_VERSION } from '../../core/ledger/project.ts'
import { realDisk } from '../files/disk.ts'
import { VaultSecret } from '../vault/vault-keys.ts'
import { checkBackup } from './check.ts'
import type { CheckAnswer, CheckTask } from './check-task.ts'
import { BackupProblem } from './problem.ts'

/** The thread that puts a backup together for trial, so that nobody at the window waits for it. Whoever calls it off ends it, and removes what it left. */
parentPort?.once('message', (task: CheckTask) => void check(task))

async function check({ path, secret: bytes, folder, expected }: CheckTask): Promise<void> {
  const secret = new VaultSecret(bytes)
  const how = { signal: new AbortController().signal, onProgress: (progress: { done: number; total: number }) => answer({ progress }) }
  try {
    answer({ checked: await checkBackup({ path, secret, folder, expected }, how, { version: PROJECTION_VERSION, project }, realDisk) })
  } catch (error) {
    if (error instanceof BackupProblem) answer({ trouble: error.code, path: error.path })
    else answer({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    secret.forget()
  }
}

function answer(message: CheckAnswer): void {
  parentPort?.postMessage(message)
}
