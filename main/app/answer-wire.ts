import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron'
import { worldly } from '../../core/refusal.ts'
import type { Log } from '../../core/wire/serve.ts'
import type { Message, Wire } from '../../core/wire/message.ts'
import { readEnvelope } from './envelope.ts'

/** How many bytes of inputs are held at once for calls that have no answer yet, those that wait included. */
const mostHeld = 64 * 1024 * 1024

/**
 * Lets the window, and only the window, call the desk. Each call brings one port of its own: answers go back through
 * it, a word from the other side or its closing calls the work off. A stranger is not answered at all.
 */
export function answerWire(wire: Wire, log: Log, isOurs: (frame: IpcMainEvent['senderFrame']) => boolean): void {
  let held = 0
  ipcMain.on('desk', (event, posted: unknown) => {
    const [port] = event.ports
    if (port && event.ports.length === 1 && isOurs(event.senderFrame)) answer(port, posted)
    else for (const each of event.ports) each.close()
  })

  function answer(port: MessagePortMain, posted: unknown): void {
    const tell = (message: Message): void => {
      port.postMessage(message)
      if (!('progress' in message)) port.close()
    }
    try {
      const { name, input, bytes } = readEnvelope(posted)
      if (held + bytes > mostHeld) return tell({ refused: [worldly('too-many-calls', {})] })
      held += bytes
      const callOff = wire.call(name, input, (message) => {
        if (!('progress' in (message as Message))) held -= bytes
        tell(message as Message)
      })
      port.once('message', callOff)
      port.once('close', callOff)
      port.start()
    } catch (error) {
      tell({ broken: { incident: log.incident(error) } })
    }
  }
}
