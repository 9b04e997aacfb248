import type { BrowserWindow } from 'electron'
import { contract } from '../../core/contract.ts'
import { desktop } from '../../core/desktop.ts'
import type { World } from '../../core/world.ts'
import { serve, type Log, type Served } from '../../core/wire/serve.ts'
import { after } from '../after.ts'
import { openRealDesk, type Watched } from '../desk.ts'
import { pathsGiven } from '../paths-given.ts'
import { shellOf } from './shell.ts'
import { utilityEngine } from './utility-engine.ts'

/** The desk as the window reaches it, and beside it what only a desktop can do. `close` ends it when the window has gone. */
export interface FarEnd {
  wire: Served
  /** Looks at every due time; null while the desk is locked. */
  watch(): Promise<Watched | null>
  close(): Promise<void>
}

/** Opens the desk of one home folder. `front`: the window that reaches it, once it is there. */
export async function openFarEnd(home: string, log: Log, confirm: World['confirm'], front: () => BrowserWindow | undefined): Promise<FarEnd> {
  const { desk, close, watch } = await openRealDesk({ home, checksLedger: true, backsUp: true, confirm, engine: utilityEngine })
  return { wire: serve({ ...contract, ...desktop }, { ...desk, shell: shellOf(front, pathsGiven(home)) }, { log, after }), close, watch }
}
