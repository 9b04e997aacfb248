import { desktop } from '../../core/desktop.ts'
import { serve, type Log, type Served } from '../../core/wire/serve.ts'
import { shell } from './shell.ts'

/** The desk as the window reaches it, with what only a desktop can do added. `close` ends it when the window has gone. */
export interface FarEnd {
  wire: Served
  close(): Promise<void>
}

/** Opens the desk of one home folder. */
export async function openFarEnd(_home: string, log: Log): Promise<FarEnd> {
  return { wire: serve(desktop, { shell }, { log, after }), close: async () => {} }
}

function after(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}
