import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { contract } from '../../core/contract.ts'
import { Refusal } from '../../core/refusal.ts'
import { serve } from '../../core/wire/serve.ts'
import { after } from '../../main/after.ts'
import { openRealDesk } from '../../main/desk.ts'
import { incidentLog } from '../../main/incidents.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { hikari, PASSWORD } from '../cast.ts'
import { cost } from '../main/vault/hanako.ts'
import { TEN_IN_THE_MORNING } from '../world.ts'
import { searchFor, searchIn } from './search.ts'

const shelf = mkdtempSync(join(tmpdir(), 'azukari-said-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))

const planted = { password: 'fukurou-ga-mori-de-9', passphrase: 'Zk7Q-planted-𠮷-Passphrase', recoveryKey: 'PLNT-ED4R-EC0V-ERYK-EY23', code: '918273' }
/** Under every name that a secret has in the contract, at every depth that an order has; of the right type, of another, and too long. */
const orders = [planted.password, [planted.passphrase], { $file: planted.recoveryKey }, planted.code.repeat(400)].map((secret) => {
  const flat = Object.fromEntries(['password', 'newPassword', 'current', 'next', 'recoveryKey', 'passphrase', 'code', 'secret'].map((name) => [name, secret]))
  const within = Object.fromEntries(['second', 'checker', 'witness', 'administrator', 'server', 'exception'].map((name) => [name, { loginId: 'mizuno', ...flat }]))
  return { loginId: 'mizuno', personId: 'p', contractId: 'c', path: '/nowhere', paths: ['/nowhere'], into: '/nowhere', ...flat, ...within, key: { kind: 'passphrase', ...flat } }
})

test('no operation answers, refuses or logs with a secret that it was given, whatever is wrong with the order', async () => {
  const home = join(shelf, 'home')
  const { desk, close } = await openRealDesk({ home, now: () => TEN_IN_THE_MORNING, idleClock: () => 0, cost, viruses: noScanner })
  await desk.vault.create({ organisation: hikari, administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '', email: 'mizuno@hikari.example', tel: '', loginId: 'mizuno', password: PASSWORD, roles: ['supervisor'] } })
  const served = serve(contract, desk, { log: incidentLog(home), after, bounds: { ask: 1000, job: 1000, waiting: 1000, perSecond: 1e9 } })
  const operations = Object.entries(contract).flatMap(([group, names]) => Object.keys(names).map((name) => `${group}.${name}`)).filter((name) => !['vault.create', 'vault.lock'].includes(name))
  const said: string[] = []

  for (const name of operations) for (const order of orders) said.push(JSON.stringify(await answerOf(name, order)))

  expect(said.filter((answer) => /refused|incident/.test(answer)).length).toBeGreaterThan(operations.length * 2)
  // Hashes and ids are chance: any six digits may stand in them.
  expect(searchIn(planted, said.join('\n').replaceAll(/\b[0-9a-f]{32,}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, ''))).toEqual([])
  await served.whenIdle()
  await close()
  const left = searchFor({ ...planted, first: PASSWORD }, [home])
  expect(left.files).toBeGreaterThan(2)
  expect(left.hits).toEqual([])

  function answerOf(name: string, order: unknown): Promise<unknown> {
    return new Promise((settle) => { served.call(name, order, (message) => { if (!('progress' in (message as object))) settle(message) }) })
  }
})

test('an error whose words, name, code, cause and stack hold a secret is logged by what it is and where, without them', () => {
  const home = join(shelf, 'log-only')
  const log = incidentLog(home, () => new Date(0))
  const secret = planted.password
  const worst = Object.assign(new Error(`wrong password ${secret}`, { cause: new Refusal([{ code: 'nothing-found', article: null, rule: null, facts: { what: 'person', id: secret } }]) }), { name: secret, code: `E_${secret}`, path: `/home/${secret}` })
  worst.stack = `Error: ${secret}\n    at ${secret} (/home/${secret}/names.csv:1:1)\n    at work (${import.meta.filename}:10:3)`

  log.incident(worst)
  log.incident(secret)
  log.incident({ toString: () => secret, name: secret })

  expect(searchFor(planted, [home])).toMatchObject({ files: 1, hits: [] })
})
