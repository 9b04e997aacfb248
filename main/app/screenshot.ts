import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

/** True when something is drawn, the fonts are there, and no part of the page says that it is still busy. */
const isDrawn = `document.getElementById('root').innerText.trim() !== '' && document.fonts.status === 'loaded'
  && document.querySelector('[aria-busy="true"]') === null`

/** Saves a picture (PNG) of the window once its first page stands, or after ten seconds as it is by then. */
export async function takeScreenshot(window: BrowserWindow, path: string): Promise<void> {
  for (let tries = 0; tries < 100 && !(await window.webContents.executeJavaScript(isDrawn)); tries++) await wait(100)
  // Two frames: one in which the last change is drawn, one in which it is shown.
  await window.webContents.executeJavaScript('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))')
  const picture = await window.webContents.capturePage()
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, picture.toPNG())
}
