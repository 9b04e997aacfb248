import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What a runtime for development carries and a release must not.
 * @param {{ appOutDir: string }} packed
 */
export default async function afterPack({ appOutDir }) {
  for (const name of ['resources/default_app.asar', 'fallback']) await rm(join(appOutDir, name), { force: true })
}
