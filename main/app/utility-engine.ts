import { utilityProcess } from 'electron'
import { type BeginEngine, engineBundle } from '../wiping/begin-engine.ts'

/**
 * Begins the engine as a utility process: a release cannot be started as plain Node (its fuse says so). It ends with this process, at the
 * latest; whatever it was at is then a question at the next start.
 */
export const utilityEngine: BeginEngine = (heard) => {
  const bundle = engineBundle()
  if (bundle === null) return { pid: undefined, say: () => {}, ended: Promise.resolve({ how: 'wipe-engine.cjs is missing' }) }
  const child = utilityProcess.fork(bundle, [], { stdio: 'pipe', serviceName: 'Azukari wiping' })
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { complaint = (complaint + text).slice(-400) })
  child.on('message', (line: unknown) => { if (typeof line === 'string') heard(line) })
  return {
    // Known only once it has begun.
    get pid() { return child.pid },
    say: (line) => { child.postMessage(line) },
    ended: new Promise((resolve) => { child.on('exit', (code) => { resolve({ how: `exit ${code} ${complaint}`.trim() }) }) }),
  }
}
