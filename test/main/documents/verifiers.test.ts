import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Trust } from '../../../core/world.ts'
import { hireVerifiers } from '../../../main/documents/verify/verifiers.ts'
import { verifyFile } from '../../../main/documents/verify/verify-file.ts'
import { openDesk, trustIn } from './desk-of-documents.ts'

let paths: string[]
let trust: Trust
beforeAll(async () => {
  const desk = await openDesk()
  trust = trustIn(desk.keys)
  const { bodies } = await desk.documents.bodies(desk.receipt())
  for (const { name, bytes } of bodies) await desk.put(name, bytes)
  const damaged = await desk.put('damaged.pdf', (bodies[0]?.bytes ?? new Uint8Array()).slice(0, 5000))
  paths = [...bodies.map(({ name }) => join(desk.folder, name)), damaged, join(desk.folder, 'none'), ...bodies.map(({ name }) => join(desk.folder, name))]
})

const verdictsBy = async (verify: (path: string, trust: Trust) => ReturnType<typeof verifyFile>) =>
  (await Promise.all(paths.map((path) => verify(path, trust)))).map((found) => found.map(({ verification, record }) => ({ verification, record })))

test('threads say of every file what is said without them', async () => {
  const verifiers = hireVerifiers({ threads: 2 })
  expect(await verdictsBy(verifiers.verify)).toEqual(await verdictsBy(verifyFile))
  await verifiers.dismiss()
})

test.each<[string, Parameters<typeof hireVerifiers>[0]]>([
  ['no thread is to be had', { beginning: undefined }], ['threads die before they begin', { threads: 2, beginning: { code: 'process.exit(1)' } }],
])('where %s, the work is done all the same', async (_how, options) => {
  const verifiers = hireVerifiers(options)
  expect(await verdictsBy(verifiers.verify)).toEqual(await verdictsBy(verifyFile))
  await verifiers.dismiss()
})

test('a file that a thread dies of is refused, and not tried again where the desk would die of it', async () => {
  const dying = "const { parentPort } = require('node:worker_threads'); parentPort.on('message', () => process.exit(1)); parentPort.postMessage('ready')"
  const verifiers = hireVerifiers({ threads: 1, beginning: { code: dying } })
  const [, ...answers] = await Promise.all(paths.slice(0, 4).map((path) => verifiers.verify(path, trust)))
  for (const [found] of answers) expect(found?.verification).toMatchObject({ verdict: 'refused', body: null, reasons: [{ code: 'verification-gave-up' }] })
  await verifiers.dismiss()
})
