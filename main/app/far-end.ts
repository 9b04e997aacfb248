import * as z from 'zod'
import { ask } from '../../core/wire/operation.ts'
import { serve, type Log, type Served } from '../../core/wire/serve.ts'
import { shell } from './shell.ts'

/** The desk as the window reaches it, with what only a desktop can do added. `close` ends it when the window has gone. */
export interface FarEnd {
  wire: Served
  close(): Promise<void>
}

/** Stands here until `main/desk.ts` does: a contract of the desktop's own operations alone. */
const contract = {
  shell: {
    pickFiles: ask(z.void(), z.array(z.string())),
    pickFolder: ask(z.void(), z.string().nullable()),
    pickSaveAs: ask(z.string().max(300), z.string().nullable()),
    showInFolder: ask(z.string().max(4096), z.boolean()),
    openExternal: ask(z.string().max(2048), z.boolean()),
  },
}

/** Opens the desk of one home folder. */
export async function openFarEnd(_home: string, log: Log): Promise<FarEnd> {
  return { wire: serve(contract, { shell }, { log, after }), close: async () => {} }
}

function after(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}
