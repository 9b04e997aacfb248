import { ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron'
import type { Log } from '../../core/wire/serve.ts'
import type { Message, Wire } from '../../core/wire/message.ts'
import { readEnvelope } from './envelope.ts'

/**
 * Lets the window, and only the window, call the desk. Each call brings a port of its own: answers go back through
 * it, a word from the other side or its closing calls the work off. A stranger is not answered at all.
 */
export function answerWire(wire: Wire, log: Log, isOurs: (frame: IpcMainEvent['senderFrame']) => boolean): void {
  ipcMain.on('desk', (event, posted: unknown) => {
    const [port] = event.ports
    if (!port) return
    if (isOurs(event.senderFrame)) answer(port, posted)
    else port.close()
  })

  function answer(port: MessagePortMain, posted: unknown): void {
    const tell = (message: Message): void => {
      port.postMessage(message)
      if (!('progress' in message)) port.close()
    }
    try {
      const { name, input } = readEnvelope(posted)
      const callOff = wire.call(name, input, (message) => tell(message as Message))
      port.on('message', callOff)
      port.on('close', callOff)
      port.start()
    } catch (error) {
      tell({ broken: { incident: log.incident(error) } })
    }
  }
}
