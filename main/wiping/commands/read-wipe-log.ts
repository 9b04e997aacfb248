import type { WipeLog } from '../../../core/wipes/drive-commands.ts'
import { readBlancco } from './read-blancco.ts'
import { readNwipe } from './read-nwipe.ts'

const LARGEST = 8 << 20

/**
 * Reads the log of another wiping program as evidence: nwipe's log file, or a Blancco Drive Eraser report (XML). One answer for each drive in it;
 * null when it is neither, is cut short, or does not say how a drive ended. Nothing is guessed, and nothing here is verified.
 */
export function readWipeLog(bytes: Uint8Array): WipeLog[] | null {
  if (bytes.length > LARGEST) return null
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.trimStart().startsWith('<') ? readBlancco(text) : readNwipe(text)
}
