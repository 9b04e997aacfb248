import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DocumentRecord } from '../../../core/documents/records.ts'
import type { Instant } from '../../../core/time.ts'
import { importOrganisationKeys, type StoredKeys } from '../../../crypto/organisation-keys.ts'
import { realDocuments } from '../../../main/documents/documents.ts'
import { findElectronRuntime } from '../../../scripts/set-up/electron-runtime.mjs'
import { trustIn } from './desk-of-documents.ts'
import { prints } from './prints.ts'

const shipped = join(import.meta.dirname, '../../vectors/documents')
const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(shipped, name), 'utf8')) as T
const shippedPrints = async () => ({ receipts: await read('prints.json'), disposals: await read('prints-of-disposals.json'), letters: await read('prints-of-letters.json') })
const keys = importOrganisationKeys(await read<StoredKeys>('keys.json'))
const documents = realDocuments({ organisation: () => keys })

const DISPOSALS = ['N-R8-017-001', 'E-R8-017-001', 'E-R8-017-002', 'E-R8-017-003'].flatMap((no) => [`${no}.pdf`, `${no}.json`, ...(no.startsWith('E') ? [`${no}.csv`] : [])])
const ANSWERS = ['C2-ひ-R8-006-1.pdf', 'C2-ひ-R8-006-1.json', 'C2-ひ-R8-006-1.csv']
const LETTERS = ['ひ-R8-001', 'ひ-R8-002'].flatMap((no) => [`${no}.pdf`, `${no}.json`, `${no}.csv`])

describe('what was once issued', () => {
  test.each(['A-R8-017-001.pdf', 'A-R8-017-001.json', 'A-R8-017-001.csv', 'K-0001.pdf', 'K-0001.json', 'K-0002.pdf', 'K-0002.json', 'C-0001.json', ...ANSWERS, ...DISPOSALS, ...LETTERS])('%s is believed for ever', async (name) => {
    const [found] = await documents.verify(join(shipped, name), trustIn(keys, { at: Date.parse('2036-01-01T00:00:00Z') as Instant }))
    expect(found?.verification.reasons).toEqual([])
    expect(found?.verification.verdict).toBe('verified')
  })

  test.each(['A-R8-017-001.json', 'K-0001.json', 'K-0002.json', 'C-0001.json', ...[...ANSWERS, ...DISPOSALS, ...LETTERS].filter((name) => name.endsWith('.json'))])('%s would be issued again with the very same bytes', async (name) => {
    const { bodies } = await documents.bodies(DocumentRecord.parse(await read(name)))
    for (const { name: body, bytes } of bodies) expect(Buffer.compare(bytes, await readFile(join(shipped, body))), body).toBe(0)
  })
})

describe('a print', () => {
  test('of every turn that the form takes comes out as it did on the first day', async () => {
    expect(prints()).toEqual(await shippedPrints())
  })

  const electron = findElectronRuntime()
  test.skipIf(electron === undefined)('comes out the same in Electron', async () => {
    const tsx = join(import.meta.dirname, '../../../node_modules/tsx/dist/esm/index.mjs')
    const said = execFileSync(electron?.executable ?? '', ['--import', `file://${tsx}`, join(import.meta.dirname, 'prints.ts')], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual(await shippedPrints())
  })
})
