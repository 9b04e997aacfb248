import { parentPort } from 'node:worker_threads'
import type { SharedPages } from '../../crypto/zip/assembly.ts'
import { benchOver } from '../../crypto/zip/counter-bench.ts'
import { deflateBlockHere } from '../../crypto/zip/deflate.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { type Steps, stepsOf } from './lane.ts'
import { packSmall } from './pack-small.ts'
import type { Answer, Task } from './task.ts'

/** A thread of the crew. It holds no file open and decides nothing: it is given bytes or small files, and gives back bytes. */
const lanes = new Map<number, { steps: Steps; memory: SharedPages | undefined }>()

parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  try {
    const done = perform(task)
    const memory = done instanceof Uint8Array ? done.buffer : typeof done === 'object' ? done.body.buffer : undefined
    answer({ id, done }, memory instanceof ArrayBuffer ? [memory] : [])
  } catch (error) {
    if (error instanceof PackageProblem) answer({ id, problem: { code: error.code, facts: error.facts } }, [])
    else answer({ id, broken: error instanceof Error ? (error.stack ?? error.message) : String(error) }, [])
  }
})
parentPort?.postMessage('ready')

function perform(task: Task) {
  if (task.do === 'pack-small') return packSmall(task.batch)
  if (task.do === 'deflate') return ownMemory(deflateBlockHere(task.block))
  if (task.do === 'begin') return void lanes.set(task.lane, { steps: stepsOf(task.work, task.bench && benchOver(task.bench.memory, task.bench.at)), memory: task.bench?.memory })
  const { steps, memory } = lanes.get(task.lane)!
  if (task.do === 'step') return steps.step(task.bytes instanceof Uint8Array ? task.bytes : new Uint8Array(memory!.buffer, task.bytes.at, task.bytes.length))
  lanes.delete(task.lane)
  return ownMemory(steps.finish())
}

/** Small results come from Node's common pool, which must not be given away with them. */
function ownMemory(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength * 4 < bytes.buffer.byteLength || bytes.buffer.byteLength <= 65_536 ? Uint8Array.from(bytes) : bytes
}

function answer(message: Answer, memory: ArrayBuffer[]): void {
  parentPort?.postMessage(message, memory)
}
