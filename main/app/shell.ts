import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { type BrowserWindow, dialog, shell as desktop, type OpenDialogOptions } from 'electron'
import type { desktop as asked } from '../../core/desktop.ts'
import { isCarriersPage } from '../../core/mailings/carrier-pages.ts'
import type { DeskOf } from '../../core/wire/operation.ts'

/**
 * What only a desktop can do: ask for a path, show a file where it lies, open a page elsewhere. Not there for the command line. `front` is the window
 * of the desk: a picker hangs on it and on no other, or it would stand before the last question. `refuseOwn` refuses what no order may name either.
 */
export function shellOf(front: () => BrowserWindow | undefined, refuseOwn: (input: unknown) => Promise<void>): DeskOf<typeof asked>['shell'] {
  return {
    /** Lets the user choose files; none when the question was dismissed. */
    pickFiles: () => pick(front(), { properties: ['openFile', 'multiSelections'] }),

    /** Lets the user choose a folder, or make one; null when the question was dismissed. */
    pickFolder: async () => (await pick(front(), { properties: ['openDirectory', 'createDirectory'] }))[0] ?? null,

    /** Lets the user say where a file shall go; null when the question was dismissed. */
    async pickSaveAs(suggestion) {
      const options = { defaultPath: suggestion }
      const parent = standing(front())
      const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      return canceled || filePath === '' ? null : filePath
    },

    /** Shows a file in the desktop's file viewer; false when there is none at that absolute path. */
    async showInFolder(path) {
      await refuseOwn(path)
      if (!isAbsolute(path) || !existsSync(path)) return false
      desktop.showItemInFolder(path)
      return true
    },

    /** Opens a carrier's page in the user's browser; false for any other address. */
    async openExternal(url) {
      if (!isCarriersPage(url)) return false
      await desktop.openExternal(url)
      return true
    },
  }
}

async function pick(front: BrowserWindow | undefined, options: OpenDialogOptions): Promise<string[]> {
  const parent = standing(front)
  const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

function standing(window: BrowserWindow | undefined): BrowserWindow | undefined {
  return window?.isDestroyed() === false ? window : undefined
}
