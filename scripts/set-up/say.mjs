/** One line for whoever waits at the terminal. @param {string} line */
export function say(line) {
  console.log(`azukari: ${line}`)
}

/** Set-up cannot go on. The message is one sentence; `command` is what the reader may run to mend it. */
export class SetUpFailure extends Error {
  /** @override */
  name = 'SetUpFailure'

  /** @param {string} sentence @param {string} [command] */
  constructor(sentence, command) {
    super(command === undefined ? sentence : `${sentence}\n         Run: ${command}`)
  }
}

/**
 * Runs a script's work and ends the process: quietly when it went well, with one sentence when set-up failed,
 * with the stack when it is our own mistake.
 * @param {() => Promise<number | void>} work resolves to the exit code
 */
export async function runScript(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(error instanceof SetUpFailure ? `azukari: ${error.message}` : error)
    process.exitCode = 1
  }
}
