import { createHash } from 'node:crypto'

/** @typedef {import('./what-ships.mjs').Shipped} Shipped */

/**
 * The bill of materials of a build: CycloneDX 1.6 (ECMA-424), JSON. The same build has the same bill: its number is made from what it lists.
 * Our own script and not a generator, since those list what is installed, and a build holds a tenth of that.
 * @param {{ name: string, version: string, electron: string, at: string }} build `at` in ISO 8601
 * @param {readonly Shipped[]} packages
 */
export function billOfMaterials({ name, version, electron, at }, packages) {
  const own = `pkg:generic/${name}@${version}`
  const runtime = { type: 'framework', 'bom-ref': `pkg:npm/electron@${electron}`, name: 'electron', version: electron, purl: `pkg:npm/electron@${electron}`, licenses: [{ license: { id: 'MIT' } }], description: 'The runtime: Chromium, Node.js and V8; their licences lie beside it in LICENSES.chromium.html' }
  const components = [runtime, ...packages.map(component)]
  const id = createHash('sha256').update(JSON.stringify([own, components])).digest('hex')
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${id.slice(0, 8)}-${id.slice(8, 12)}-5${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20, 32)}`,
    version: 1,
    metadata: { timestamp: at, component: { type: 'application', 'bom-ref': own, name, version, purl: own } },
    components,
    dependencies: [{ ref: own, dependsOn: components.map((each) => each['bom-ref']) }],
  }
}

/** @param {Shipped} shipped */
function component({ name, version, licence, integrity }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  const [algorithm = '', digest = ''] = integrity.split('-')
  const alg = { sha512: 'SHA-512', sha1: 'SHA-1', sha256: 'SHA-256' }[algorithm]
  const isExpression = / (AND|OR) /.test(licence)
  return {
    type: 'library', 'bom-ref': purl, name, version, purl,
    licenses: isExpression ? [{ expression: licence }] : [{ license: { id: licence } }],
    // What npm calls integrity is the hash of the package as it was published, in base64.
    ...(alg === undefined ? {} : { externalReferences: [{ type: 'distribution', url: `https://registry.npmjs.org/${name}/-/${name.replace(/^@[^/]+\//, '')}-${version}.tgz`, hashes: [{ alg, content: Buffer.from(digest, 'base64').toString('hex') }] }] }),
  }
}
