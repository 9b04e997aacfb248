import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { azukari, type Ran } from './run.ts'

const PASSWORD = 'asagiri-to-tetsudou-7'
let room = ''
const asMizuno = (...words: string[]): Promise<Ran> => azukari([...words, '--home', join(room, 'home'), '--user', 'mizuno', '--json'], { env: { AZUKARI_PASSWORD: PASSWORD } })

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'ledgers-'))
  mkdirSync(join(room, 'out'))
  const order = {
    organisation: { kind: 'contractor', name: '株式会社ひかりの丘データサービス', address: '', representative: '', tel: '', email: '', docPrefix: 'ひ' },
    administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '', email: '', tel: '', loginId: 'mizuno', password: { $env: 'NEW_PASSWORD' }, roles: ['supervisor'] },
  }
  expect(await azukari(['vault', 'create', JSON.stringify(order), '--home', join(room, 'home'), '--json'], { env: { NEW_PASSWORD: PASSWORD } })).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(room, { recursive: true, force: true }))

test('a ledger is searched from the command line, and nothing but its name has to be said', async () => {
  const { code, out } = await asMizuno('ledgers', 'page', '{"ledger":"people","search":"みずの"}')
  expect([code, JSON.parse(out)]).toMatchObject([0, { total: 1, rows: [{ leadsTo: '/people' }] }])
})

test('a ledger is saved from the command line, and one that is not kept is refused in a sentence', async () => {
  const saved = await asMizuno('ledgers', 'export', JSON.stringify({ ledger: 'people', format: 'xlsx', into: join(room, 'out') }))
  const { path } = JSON.parse(saved.out.trim().split('\n').at(-1) ?? '') as { path: string }
  expect([saved.code, existsSync(path)]).toEqual([0, true])
  expect(await asMizuno('ledgers', 'page', '{"ledger":"imported"}')).toMatchObject({ code: 1, out: expect.stringContaining('台帳の一覧から選んでください') as string })
})
