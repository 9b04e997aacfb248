import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { BrowserWindow, dialog, shell as desktop, type OpenDialogOptions } from 'electron'
import { isCarriersPage } from '../../core/mailings/carrier-pages.ts'

/** What only a desktop can do: ask for a path, show a file where it lies, open a page elsewhere. Not there for the command line. */
export const shell = {
  /** Lets the user choose files; none when the question was dismissed. */
  async pickFiles(): Promise<string[]> {
    return pick({ properties: ['openFile', 'multiSelections'] })
  },

  /** Lets the user choose a folder, or make one; null when the question was dismissed. */
  async pickFolder(): Promise<string | null> {
    return (await pick({ properties: ['openDirectory', 'createDirectory'] }))[0] ?? null
  },

  /** Lets the user say where a file shall go; null when the question was dismissed. */
  async pickSaveAs(suggestion: string): Promise<string | null> {
    const options = { defaultPath: suggestion }
    const parent = front()
    const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
    return canceled || filePath === '' ? null : filePath
  },

  /** Shows a file in the desktop's file viewer; false when there is none at that absolute path. */
  async showInFolder(path: string): Promise<boolean> {
    if (!isAbsolute(path) || !existsSync(path)) return false
    desktop.showItemInFolder(path)
    return true
  },

  /** Opens a carrier's page in the user's browser; false for any other address. */
  async openExternal(url: string): Promise<boolean> {
    if (!isCarriersPage(url)) return false
    await desktop.openExternal(url)
    return true
  },
}

async function pick(options: OpenDialogOptions): Promise<string[]> {
  const parent = front()
  const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

function front(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
}
