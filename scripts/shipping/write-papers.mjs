import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../set-up/run.mjs'
import { SetUpFailure } from '../set-up/say.mjs'
import { billOfMaterials } from './sbom.mjs'
import { notAllowed, whatShips, wordsOf } from './what-ships.mjs'

/**
 * Writes what goes with a build: the licences of all that is in it (dist/papers, packed beside the program), and its bill of materials (release/).
 * Refuses when the licence of anything is unknown or none that we give on.
 * @param {{ electron: string }} runtime
 */
export async function writePapers({ electron }) {
  const packages = whatShips()
  const refused = notAllowed(packages)
  if (refused.length > 0) throw new SetUpFailure(`these may not be given on: ${refused.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join(', ')}`)
  const { name, version } = /** @type {{ name: string, version: string }} */ (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  const [papers, release] = [join(root, 'dist/papers'), join(root, 'release')]
  await mkdir(papers, { recursive: true })
  await mkdir(release, { recursive: true })
  const licences = packages.map((shipped) => `${shipped.name} ${shipped.version} (${shipped.licence})\n${'-'.repeat(72)}\n${wordsOf(shipped) || 'This package brings no text of its licence.'}\n`)
  await writeFile(join(papers, 'THIRD-PARTY-LICENSES.txt'), `What others wrote and this program holds. The runtime's own licences lie beside it (LICENSE.electron.txt, LICENSES.chromium.html).\n\n${licences.join('\n\n')}`)
  const bill = `${JSON.stringify(billOfMaterials({ name, version, electron, at: new Date().toISOString() }, packages), null, 1)}\n`
  await writeFile(join(papers, 'azukari.cdx.json'), bill)
  await writeFile(join(release, `${name}-${version}.cdx.json`), bill)
  return packages.length
}
