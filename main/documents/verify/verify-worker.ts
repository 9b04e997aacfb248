import { parentPort } from 'node:worker_threads'
import type { Trust } from '../../../core/world.ts'
import { verifyFile } from './verify-file.ts'

export interface VerifyTask { readonly path: string; readonly trust: Trust }
export type VerifyAnswer = { readonly done: Awaited<ReturnType<typeof verifyFile>> } | { readonly broken: string }

/** A thread that verifies one file after the other. It has no key: verifying needs none. */
parentPort?.on('message', ({ path, trust }: VerifyTask) => {
  verifyFile(path, trust).then(
    (done) => answer({ done }),
    (error: unknown) => answer({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
parentPort?.postMessage('ready')

function answer(message: VerifyAnswer): void {
  parentPort?.postMessage(message)
}
