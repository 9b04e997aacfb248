// Stands in for the app that Electron's own distribution starts when it is given a folder: `electron [switches] FOLDER [arguments]`.
// A module with `await` at its top, because Electron then waits with 'ready' until the folder's own entry has run.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

process.defaultApp = true
const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
try {
  const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(productName ?? name)
  app.setVersion(version ?? '0.0.0')
  app.setAppPath(folder)
  const profile = app.commandLine.getSwitchValue('user-data-dir')
  app.setPath('userData', profile ? resolve(profile) : join(app.getPath('appData'), app.getName()))
  await import(pathToFileURL(join(folder, main ?? 'index.js')).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}
