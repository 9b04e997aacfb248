import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../set-up/run.mjs'

/** What a package may be given on under, to whoever receives a build. Anything else, and anything unknown, stops the build. */
export const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'OFL-1.1', 'MIT-0', 'Unlicense', 'CC0-1.0', 'BlueOak-1.0.0', 'Zlib'])

/** Said nowhere but in the text of the licence itself, which was read. */
const read = /** @type {Record<string, string>} */ ({ 'png-js': 'MIT' })

/** Of these no script of ours keeps a trace, but a style, a typeface or a program. */
const besideScripts = ['@digital-go-jp/design-tokens', '@fontsource-variable/noto-sans-jp', '@expo-google-fonts/noto-sans-jp', '@mantine/core', '@mantine/dates', 'zxing-wasm']

/**
 * @typedef {{ name: string, version: string, licence: string, integrity: string, folder: string }} Shipped
 * @typedef {Record<string, { version?: string, license?: string, integrity?: string, dev?: boolean, devOptional?: boolean, optional?: boolean }>} Locked
 */

/** The packages of npm that a build holds: those that the bundles' maps name, those left outside the bundles with all that they need, and what is only laid out. @returns {Shipped[]} in order of name */
export function whatShips(dist = join(root, 'dist')) {
  const locked = /** @type {{ packages: Locked }} */ (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages
  const folders = new Set([...bundled(dist), ...besideScripts.map((name) => `node_modules/${name}`), ...leftOutside(locked)])
  return [...folders].map((folder) => shipped(folder, locked)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/** Packages whose licence is not known, or not one that we give on. @param {readonly Shipped[]} packages */
export function notAllowed(packages) {
  return packages.filter(({ licence }) => !licence.split(/ AND /).every((one) => allowed.has(one.replace(/[()]/g, ''))) && !licence.replace(/[()]/g, '').split(/ OR /).some((one) => allowed.has(one)))
}

/** What `npm ci --omit=dev` would install, which the packer takes along as it is. @param {Locked} locked */
export function leftOutside(locked) {
  // SQLite's headers are needed to compile it, and left out by electron-builder.yml.
  return Object.entries(locked).filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional).map(([folder]) => folder).filter((folder) => folder !== 'node_modules/node-addon-api')
}

/** @param {string} dist */
function bundled(dist) {
  const maps = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map'))
  if (maps.length < 5) throw new Error('the bundles have no maps: build first')
  const sources = maps.flatMap((name) => /** @type {{ sources: string[] }} */ (JSON.parse(readFileSync(join(dist, name), 'utf8'))).sources)
  return sources.flatMap((source) => {
    const at = source.indexOf('node_modules/')
    const found = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(source.slice(Math.max(at, 0)))
    return at >= 0 && found?.[1] !== undefined ? [found[1]] : []
  })
}

/** @param {string} folder @param {Locked} locked @returns {Shipped} */
export function shipped(folder, locked) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const about = locked[folder]
  if (about?.version === undefined) throw new Error(`${folder} is in a bundle and not in package-lock.json`)
  return { name, version: about.version, licence: about.license ?? read[name] ?? 'unknown', integrity: about.integrity ?? '', folder }
}

/** The words of a package's licence; of one that only names MIT, those of MIT and whose it says to be; '' when there are none to be had. @param {Shipped} shipped */
export function wordsOf({ folder, licence }) {
  const here = join(root, folder)
  const names = existsSync(here) ? readdirSync(here).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort() : []
  if (names.length > 0) return names.map((name) => readFileSync(join(here, name), 'utf8').trim()).join('\n\n')
  const { author } = /** @type {{ author?: string | { name: string } }} */ (JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')))
  return licence === 'MIT' && author !== undefined ? `Copyright (c) ${typeof author === 'string' ? author : author.name}\n\n${MIT}` : ''
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
