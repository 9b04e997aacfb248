import type { TriedServer } from '../../core/mails/mail-server.ts'
import type { ServerAccess } from '../../core/world.ts'
import { openConnection, type Patience } from './connection.ts'

/** Connects, verifies the certificate, logs in, and leaves without a word of mail. */
export async function tryServer(server: ServerAccess, signal: AbortSignal, patience: Patience): Promise<TriedServer> {
  const opened = await openConnection(server, signal, patience)
  if ('stage' in opened) return { outcome: 'refused', ...opened }
  opened.connection.quit()
  return { outcome: 'ready', certificate: opened.certificate() }
}
