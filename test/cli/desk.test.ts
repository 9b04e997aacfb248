import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { azukari, type Ran } from './run.ts'

/** One office, run from the command line alone. */
let home = ''
const PASSWORD = 'asagiri-to-tetsudou-7'
const asMizuno = (...words: string[]): Promise<Ran> => azukari([...words, '--home', home, '--user', 'mizuno', '--json'], { env: { AZUKARI_PASSWORD: PASSWORD } })

beforeAll(async () => {
  home = join(mkdtempSync(join(tmpdir(), 'desk-')), 'home')
  const order = {
    organisation: { kind: 'contractor', name: '株式会社ひかりの丘データサービス', address: '', representative: '', tel: '', email: '', docPrefix: 'ひ' },
    administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '', email: 'mizuno@hikari.example', tel: '', loginId: 'mizuno', password: { $env: 'NEW_PASSWORD' }, roles: ['supervisor'] },
  }
  const made = await azukari(['vault', 'create', JSON.stringify(order), '--home', home, '--json'], { env: { NEW_PASSWORD: PASSWORD } })
  expect(made, made.err).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(join(home, '..'), { recursive: true, force: true }))

describe('the desk on the command line', () => {
  test('an operation takes JSON and answers one JSON object', async () => {
    const { code, out } = await asMizuno('people', 'list')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ name: '水野 灯里', roles: ['administrator', 'supervisor'] }])
    expect(out.trim()).not.toContain('\n')
  })

  test('the input may come from standard input', async () => {
    const order = { name: '𠮷田 美咲', kana: 'ヨシダ ミサキ', company: null, employment: '正社員', title: '', email: '', tel: '', roles: ['worker'] }
    const { code, out } = await azukari(['people.register', '-', '--home', home, '--user', 'mizuno', '--json'], { input: JSON.stringify(order), env: { AZUKARI_PASSWORD: PASSWORD } })
    expect([code, (JSON.parse(out) as { name: string }).name]).toEqual([0, '𠮷田 美咲'])
  })

  test('a refusal is exit code 1, with article, rule and a sentence', async () => {
    const { code, out } = await asMizuno('handovers', 'look', '{"paths":["/nowhere"]}')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ refused: [{ rule: 'R-01', article: '7', message: expect.stringContaining('（第7条）') as string }, { rule: 'R-01', article: '8②' }, { rule: 'R-25' }, { rule: 'R-25' }] })
  })

  test('an input of another shape is exit code 2', async () => {
    const { code, out } = await asMizuno('contracts', 'open', '{"contractNo":7}')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ refused: expect.arrayContaining([expect.objectContaining({ code: 'input-not-understood' })]) as unknown })
  })

  test('nobody comes in with a wrong password, and nothing is done without one', async () => {
    expect(await azukari(['people', 'list', '--home', home, '--user', 'mizuno'], { env: { AZUKARI_PASSWORD: 'guess' } })).toMatchObject({ code: 1, err: expect.stringContaining('IDかパスワードが違います') as string })
    expect(await azukari(['people', 'list', '--home', home])).toMatchObject({ code: 1, err: expect.stringContaining('施錠されています') as string })
    expect(await azukari(['people', 'list', '--home', home, '--user', 'mizuno'])).toMatchObject({ code: 2 })
  })

  test('a passphrase never stands on the command line', async () => {
    const order = (passphrase: unknown) => JSON.stringify({ packageId: null, path: join(home, '../none.zip'), key: { kind: 'passphrase', passphrase }, contractId: null })
    expect(await asMizuno('packages', 'verify', order('Kd7mW-xR4nT'))).toMatchObject({ code: 2, out: expect.stringContaining('passphrase must not be an argument') as string })
    writeFileSync(join(home, '..', 'told'), 'Kd7mW-xR4nT\n')
    expect((await asMizuno('packages', 'verify', order({ $file: join(home, '..', 'told') }))).out).toContain('person-not-trained')
  })

  test('the ledger is whole, and goes out to a folder once', async () => {
    expect(JSON.parse((await asMizuno('ledger', 'verify')).out)).toMatchObject({ problems: [] })
    expect(await asMizuno('ledger', 'export', join(home, '..', 'exported'))).toMatchObject({ code: 0 })
    expect(await asMizuno('ledger', 'export', join(home, '..', 'exported'))).toMatchObject({ code: 1 })
  })

  test('a key store that is damaged is a plain refusal', async () => {
    const broken = join(home, '..', 'broken')
    const created = await azukari(['vault', 'status', '--home', broken, '--json'])
    expect(JSON.parse(created.out)).toMatchObject({ state: 'absent' })
    mkdirSync(join(broken, 'vault'), { recursive: true })
    writeFileSync(join(broken, 'vault', 'keyring.json'), 'not a keyring')
    writeFileSync(join(broken, 'vault', 'vault.db'), 'not a database')
    const { code, out } = await azukari(['people', 'list', '--home', broken, '--user', 'mizuno', '--json'], { env: { AZUKARI_PASSWORD: PASSWORD } })
    expect([code, out.includes('vault-damaged')]).toEqual([1, true])
  })
})
