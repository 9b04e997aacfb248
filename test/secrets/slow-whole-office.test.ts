import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aobano, hikari, mizuno, morikawa, oba, PASSWORD, takahashi, yoshida } from '../../cli/demo/people.ts'
import { keepFigures } from '../figures.ts'
import { playSession } from './one-session.ts'
import { searchFor, searchIn, searchThese } from './search.ts'

const root = mkdtempSync(join(tmpdir(), 'azukari-whole-office-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const at = (...names: string[]): string => join(root, ...names)
/** Everything that a program might take for its own place on this machine. */
const machine = Object.fromEntries(['HOME', 'TMPDIR', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_RUNTIME_DIR'].map((name) => [name, at('machine', name)]))
for (const folder of Object.values(machine)) mkdirSync(folder, { recursive: true, mode: 0o700 })
const machineEnvironment = { PATH: process.env['PATH'], ...machine, LANG: 'ja_JP.UTF-8' }
mkdirSync(at('given'))
mkdirSync(at('backups'))

const names = {
  yoshida: yoshida.name, takahashi: takahashi.name, oba: oba.name, mizuno: mizuno.name, morikawa: morikawa.name, mail: morikawa.email, ourMail: mizuno.email, contractor: hikari.name, city: aobano.name,
  file: 'R09_shiminzei_atena', content: '架空町1番地', broken: '𠮷田_髙子_名簿',
}
const secrets = { password: PASSWORD, wrong: 'machigatta-aikotoba-3', next: 'atarashii-aikotoba-𠮷-5', passphrase: 'umi-no-mieru-eki-6', smtp: 'kaze-to-hikari-9!', restored: 'modotta-kura-no-aikotoba-2' }

test('a whole office leaves no secret and no name where none belongs: no file, no word, no argument and no environment', async () => {
  const begun = Date.now()
  const seen = watchProcesses()
  const said: string[] = []
  const home = at('out', 'vault-contractor')
  const secret = (name: keyof typeof secrets): string => {
    const path = at('given', `${name}.secret`)
    writeFileSync(path, `${secrets[name]}\n`)
    return path
  }
  const azukari = async (words: string[], input = ''): Promise<number | null> => {
    const ran = await run(words, input)
    said.push(ran.said)
    return ran.code
  }
  const desk = (operation: string[], input: unknown, password: keyof typeof secrets = 'password'): Promise<number | null> =>
    azukari([...operation, '-', '--home', home, '--user', mizuno.loginId, '--password-file', secret(password), '--json'], JSON.stringify(input))

  const told = await playOffice(azukari)
  const broken = at('given', `${names.broken}.zip`)
  writeFileSync(broken, `PK\u0003\u0004 ${names.yoshida}`)
  // What goes wrong, with secrets in it.
  expect(await azukari(['people', 'list', '--home', home, '--user', mizuno.loginId, '--password-file', secret('wrong')])).toBe(1)
  expect(await desk(['packages', 'verify'], { packageId: null, path: broken, key: { kind: 'passphrase', passphrase: { $file: secret('passphrase') } }, contractId: null })).not.toBe(0)
  expect(await desk(['packages', 'open'], { path: broken, key: { kind: 'passphrase', passphrase: secrets.passphrase }, into: at('given'), contractId: null })).not.toBe(0)
  expect(await desk(['vault', 'changePassword'], { current: secrets.wrong, next: secrets.next })).not.toBe(0)
  expect(await desk(['vault', 'changePassword'], { current: [secrets.wrong], next: { x: secrets.next.repeat(500) } })).not.toBe(0)
  // What goes right, with secrets in it.
  expect(await azukari(['engine', 'seal', at('given', 'src'), '--out', at('given', 'X.zip'), '--password-file', secret('passphrase')])).toBe(0)
  expect(await azukari(['engine', 'verify', at('given', 'X.zip'), '--password-file', secret('passphrase')])).toBe(0)
  expect(await desk(['post', 'setServer'], { host: 'mail.hikari.example', port: 465, security: 'tls', user: 'desk', from: { name: '預かり窓口', address: 'desk@hikari.example' }, caPem: null, fingerprint: null, password: secrets.smtp })).toBe(0)
  expect(await desk(['vault', 'changePassword'], { current: secrets.password, next: secrets.next })).toBe(0)
  expect(await azukari(['people', 'list', '--home', home, '--user', mizuno.loginId, '--password-file', secret('next')])).toBe(0)
  // What is told in one session; and a vault that comes back from a backup by the key that was told there.
  const session = await playSession({ home, loginId: mizuno.loginId, password: secrets.next, backups: at('backups'), env: machineEnvironment, cwd: at('machine') })
  expect(session.refused.split('\n')).toHaveLength(4)
  said.push(session.refused)
  writeFileSync(at('given', 'recoveryKey.secret'), `${session.told.recoveryKey}\n`)
  expect(await azukari(['backup', 'verify', session.backup, '--home', home, '--user', mizuno.loginId, '--password-file', secret('wrong')])).toBe(1)
  expect(await azukari(['backup', 'restore', session.backup, '--home', at('out', 'vault-restored'), '--user', mizuno.loginId, '--recovery-key-file', at('given', 'recoveryKey.secret'), '--new-password-file', secret('restored')])).toBe(0)
  const processes = seen.stop()

  const everything = { ...secrets, told, ...session.told }
  const kept = searchFor({ ...everything, ...names }, [home, at('out', 'vault-city'), at('out', 'vault-restored'), at('backups'), at('machine')])
  const elsewhere = searchFor(everything, [root], (path) => path.startsWith('given/') && path.endsWith('.secret') || path.endsWith('passphrase.txt'))
  expect(kept.hits).toEqual([])
  expect(elsewhere.hits).toEqual([])
  expect(searchThese(session.told, changedSince(begun, ['/tmp', '/var/tmp', '/dev/shm', tmpdir()]))).toMatchObject({ hits: [] })
  expect(searchIn(everything, said.join('\n'))).toEqual([])
  expect(processes.length).toBeGreaterThan(8)
  expect(searchIn({ ...everything, yoshida: names.yoshida }, processes.join('\n'))).toEqual([])
  // The search would have found them: the sheet with the password, and the papers that carry names.
  expect(searchFor(everything, [at('given')]).hits).not.toEqual([])
  expect(searchFor(names, [at('given')]).hits).not.toEqual([])
  keepFigures('secrets', { 'files searched for secrets': elsewhere.files, 'of these also for names': kept.files, 'processes looked at': processes.length, 'secrets and names planted': Object.keys({ ...everything, ...names }).length, hits: kept.hits.length + elsewhere.hits.length })
})

/** The whole year of an office with its city. Answers a passphrase that was told on the way. */
async function playOffice(azukari: (words: string[]) => Promise<number | null>): Promise<string> {
  mkdirSync(at('given', 'src'))
  writeFileSync(at('given', 'src', `${names.file}.csv`), `${names.takahashi},${names.content}`)
  expect(await azukari(['demo', '--out', at('out')])).toBe(0)
  return readFileSync(at('out', 'passphrase-told-by-telephone', 'passphrase.txt'), 'utf8').trim()
}

/** Small files that came or changed since then near the top of folders that every program may write into, without the test's own. */
function changedSince(begun: number, folders: readonly string[]): string[] {
  return [...new Set(folders)].flatMap((folder) => near(folder, 2)).filter((path) => {
    try {
      const { mtimeMs, size } = statSync(path)
      return !path.startsWith(root) && mtimeMs >= begun && size < 4_000_000
    } catch {
      return false
    }
  })
}

function near(folder: string, depth: number): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(folder, entry.name)] : entry.isDirectory() && depth > 1 ? near(join(folder, entry.name), depth - 1) : []))
  } catch {
    // Somebody else's, or gone meanwhile.
    return []
  }
}

/** The built command line on a machine of its own. */
function run(words: string[], input: string): Promise<{ code: number | null; said: string }> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../dist/cli/azukari.cjs'), ...words], { env: machineEnvironment, cwd: at('machine') })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text })
    child.once('close', (code) => settle({ code, said }))
    child.stdin.end(input)
  })
}

/** What everybody on this machine, and everybody of this user, can read of each process of the office while it runs. */
function watchProcesses(): { stop(): string[] } {
  const seen = new Map<string, string>()
  const looked = new Map<string, number>()
  const look = (): void => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      // A process says the same for as long as it lives, once it has become what it was begun for.
      const times = looked.get(pid) ?? 0
      if (times >= 5) continue
      looked.set(pid, times + 1)
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'latin1')
        if (!environment.includes(at('machine'))) continue
        const words = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
        seen.set(`${pid} ${words}`, Buffer.from(`${words}\n${environment}`, 'latin1').toString('utf8'))
      } catch {
        // It ended while it was looked at.
      }
    }
  }
  const timer = setInterval(look, 50)
  return { stop() { clearInterval(timer); return [...seen.values()] } }
}
