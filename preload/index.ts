import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Message, Wire } from '../core/wire/message.ts'

/** One port for each call, so that two calls cannot hear each other, and so that a window that dies calls off what it began. */
const wire: Wire = {
  call(name, input, hear) {
    const { port1: ours, port2: theirs } = new MessageChannel()
    ours.onmessage = ({ data }: MessageEvent<Message>) => {
      if (!('progress' in data)) ours.close()
      hear(data)
    }
    ipcRenderer.postMessage('desk', [name, input], [theirs])
    return () => ours.postMessage('call off')
  },
}

contextBridge.exposeInMainWorld('wire', wire)
/** Where a dropped file lies on this machine; '' when it lies nowhere. */
contextBridge.exposeInMainWorld('pathOf', (file: File) => webUtils.getPathForFile(file))
