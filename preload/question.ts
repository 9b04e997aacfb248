import { contextBridge, ipcRenderer } from 'electron'

/** What the window of the last question may do: read what it asks about, and hand in what was typed, or no. */
contextBridge.exposeInMainWorld('question', {
  asked: (): Promise<unknown> => ipcRenderer.invoke('question'),
  typed: (serial: string): Promise<boolean> => ipcRenderer.invoke('typed', serial) as Promise<boolean>,
  no: (): void => ipcRenderer.send('no'),
})
