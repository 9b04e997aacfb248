import type { ElectronApplication } from '@playwright/test'
import { inMain } from './in-main.ts'

/**
 * From now on every engine is stopped (SIGSTOP) as it comes to its first byte, so that one can look at the progress for as long
 * as one likes, on however fast a machine.
 */
export async function holdAtFirstByte(app: ElectronApplication): Promise<void> {
  await inMain(app, ({ utilityProcess }) => {
    const held = globalThis as unknown as { engines?: number[] }
    if (held.engines) return
    held.engines = []
    const fork = utilityProcess.fork.bind(utilityProcess)
    utilityProcess.fork = (...words) => {
      const child = fork(...words)
      const stop = (said: unknown): void => {
        if (!String(said).includes('"phase":"writing"') || child.pid === undefined) return
        child.off('message', stop)
        held.engines?.push(child.pid)
        process.kill(child.pid, 'SIGSTOP')
      }
      child.on('message', stop)
      return child
    }
  })
}

/** The engines that were stopped go on. */
export async function letGo(app: ElectronApplication): Promise<void> {
  await inMain(app, () => {
    const held = globalThis as unknown as { engines?: number[] }
    for (const pid of held.engines?.splice(0) ?? []) process.kill(pid, 'SIGCONT')
  })
}
