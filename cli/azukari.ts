import { backup } from './backup.ts'
import { city } from './city.ts'
import { documentVerify } from './document.ts'
import { demo } from './demo.ts'
import { engine } from './engine.ts'
import { ledger } from './ledger.ts'
import { operation } from './operation.ts'
import { EXIT, type Exit, Usage } from './exit.ts'
import { readArguments } from './arguments.ts'
import { printError } from './print.ts'
import { usage } from './usage.ts'

/** The desk without a window: `azukari contracts open '{…}' --home DIR --user ID --password-file P`. See `usage.ts`. */
async function main(argv: readonly string[]): Promise<Exit> {
  const cancellation = new AbortController()
  const interrupt = () => cancellation.abort(new Error('interrupted'))
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const json = argv.includes('--json')
  try {
    const [command = '', ...rest] = argv
    const call = { ...readArguments(rest), signal: cancellation.signal }
    switch (command) {
      case '': case 'help': case '--help': process.stdout.write(usage); return command === '' ? EXIT.usage : EXIT.done
      case 'engine': return await engine(call)
      case 'document': return await documentVerify(call)
      case 'ledger': return await ledger(call)
      case 'city': return await city(call)
      case 'backup': return await backup(call)
      case 'demo': return await demo(call)
      default: return await operation(command, call)
    }
  } catch (error) {
    if (cancellation.signal.aborted) return EXIT.interrupted
    if (error instanceof Usage) {
      printError(json, { usage: error.message }, `${error.message}\n\nazukari help`)
      return EXIT.usage
    }
    printError(json, { broken: error instanceof Error ? error.name : 'unknown' }, error instanceof Error ? (error.stack ?? error.message) : 'unknown failure')
    return EXIT.broken
  }
}

// Should the program run out of work in the middle of a wait, it has not done what it was asked.
process.exitCode = EXIT.broken
void main(process.argv.slice(2)).then((code) => { process.exitCode = code })
