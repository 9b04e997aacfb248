import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { taxContract } from '../cast.ts'
import { azukari } from './run.ts'

/** An office that writes letters, from the command line alone. */
let home = ''
let contractId = ''
const PASSWORD = 'asagiri-to-tetsudou-7'

async function desk<T>(operation: string, input?: unknown): Promise<{ code: number | null; said: T }> {
  const { code, out, err } = await azukari([operation, ...(input === undefined ? [] : [JSON.stringify(input)]), '--home', home, '--user', 'mizuno', '--json'], { env: { AZUKARI_PASSWORD: PASSWORD } })
  return { code, said: (out === '' ? { err } : JSON.parse(out)) as T }
}

beforeAll(async () => {
  home = join(mkdtempSync(join(tmpdir(), 'letters-')), 'home')
  mkdirSync(join(home, '../out'))
  const order = {
    organisation: { kind: 'contractor', name: '株式会社ひかりの丘データサービス', address: '', representative: '', tel: '', email: '', docPrefix: 'ひ' },
    administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '', email: 'mizuno@hikari.example', tel: '', loginId: 'mizuno', password: { $env: 'NEW_PASSWORD' }, roles: ['supervisor'] },
  }
  expect(await azukari(['vault', 'create', JSON.stringify(order), '--home', home, '--json'], { env: { NEW_PASSWORD: PASSWORD } })).toMatchObject({ code: 0 })
  contractId = (await desk<{ id: string }>('contracts.open', taxContract)).said.id
})
afterAll(() => rmSync(join(home, '..'), { recursive: true, force: true }))

describe('letters on the command line', () => {
  test('R-37 a letter is asked for, issued, handed in, and corrected by its next revision only when something changed', async () => {
    const { said: request } = await desk<{ id: string }>('requests.receive', { contractId, form: 'F-00', requestedBy: '青葉野市 税務課 森川 奏', requestedAt: Date.now() - 60_000, dueOn: null })
    const { said: letter } = await desk<{ id: string; docNo: string; bodies: unknown[] }>('forms.issue', { contractId, form: 'F-00' })
    expect(letter.bodies).toHaveLength(4)
    expect((await desk<{ paths: string[] }>('requests.answer', { requestId: request.id, documentId: letter.id, into: join(home, '../out') })).said.paths).toHaveLength(4)

    expect(await desk('documents.correct', { id: letter.id, reason: '念のため' })).toMatchObject({ code: 1, said: { refused: [{ rule: 'R-37', code: 'document-unchanged' }] } })
    await desk('corrections.record', { kind: 'contract', id: contractId, field: 'city.section', after: '総務部市民税課', reason: '所管課名の誤記' })
    expect(await desk('documents.correct', { id: letter.id, reason: '所管課名の誤記' })).toMatchObject({ code: 0, said: { docNo: letter.docNo, revision: 2, revisionKind: '訂正' } })
    expect(await desk('documents.cancel', { id: letter.id, reason: '誤り' })).toMatchObject({ code: 1, said: { refused: [{ rule: 'R-37', code: 'document-superseded' }] } })
  })
})
