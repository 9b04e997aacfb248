import { accessSync, constants } from 'node:fs'
import { type BeginEngine, engineArguments, spawnEngineFrom } from './begin-engine.ts'

const PKEXEC = '/usr/bin/pkexec'
/** What pkexec answers in the engine's place: nobody allowed it, or nobody could be asked. */
const NOT_ALLOWED = /^exit (126|127)\b/

/**
 * The engine with the rights of an administrator, for a program that has none: pkexec asks whoever sits there, and starts the same engine. All
 * that passes between us goes through the pipe that it inherits and nobody else can open; its guards are its own and not ours to lift.
 * null where that cannot be: another platform, no pkexec, or rights that one has already.
 */
export function elevatedEngine({ pkexec = PKEXEC, words = engineArguments(), platform = process.platform, uid = process.getuid?.() ?? 0 } = {}): BeginEngine | null {
  if (platform !== 'linux' || uid === 0 || !isProgram(pkexec)) return null
  // pkexec clears the environment and wants programs by their whole path.
  return spawnEngineFrom([process.execPath, ...words], pkexec)
}

/** Whether an elevated run never was one: then the answer of the run before it stands. */
export const wasNotAllowed = (reason: string | null): boolean => reason !== null && NOT_ALLOWED.test(reason)

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
