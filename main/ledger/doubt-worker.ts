import { parentPort } from 'node:worker_threads'
import { project } from '../../core/ledger/project.ts'
import { Doubt } from './doubt.ts'
import { type DoubtAnswer, type DoubtTask, unpack } from './doubt-task.ts'

/** The thread that doubts a ledger. It is given what lies in the database; it has neither the database nor its key. */
let doubt: Doubt | null = null

parentPort?.on('message', (task: DoubtTask) => {
  try {
    answer({ done: perform(task) })
  } catch (error) {
    answer({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

function perform(task: DoubtTask) {
  if (task.do === 'begin') {
    doubt = new Doubt(task.log, project)
    return null
  }
  if (!doubt) throw new Error('nothing was begun')
  if (task.do === 'suspects') return doubt.suspects()
  if (task.do === 'finish') return doubt.finish({ ...task.rest, batch: unpack(task.rest.batch) })
  if (task.do === 'entries') doubt.entries(unpack(task.batch))
  else doubt.kept(task.kind, task.rows)
  return null
}

function answer(message: DoubtAnswer): void {
  parentPort?.postMessage(message)
}
