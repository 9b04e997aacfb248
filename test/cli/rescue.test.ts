import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseOf, fillOffice, type Known, PAGE } from '../faults/damage-cast.ts'
import { password } from '../main/vault/hanako.ts'
import { offices } from '../main/vault/office.ts'
import { filesOf } from '../migrations/landed.ts'
import { azukari, type Ran, run } from './run.ts'

const { office } = offices()
const shelf = mkdtempSync(join(tmpdir(), 'azukari-cli-rescue-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))
const into = join(shelf, 'rescued')
let home = ''
let known: Known
let before: Record<string, string>
let after: Record<string, string>
let rescued: Ran
interface Keyring { version: number; rescues?: unknown[] }
const keyrings: Keyring[] = []

const desk = (...words: string[]): Promise<Ran> => azukari([...words, '--home', home, '--user', 'hanako', '--password-file', join(shelf, 'hanako.secret'), '--json'])
const filesIn = (): Record<string, string> => Object.fromEntries(Object.entries(filesOf(home)).filter(([name]) => !/door|keyring\.json/.test(name)))
const keyring = (): Keyring => JSON.parse(readFileSync(join(home, 'vault/keyring.json'), 'utf8')) as Keyring

beforeAll(async () => {
  const made = office()
  known = await fillOffice(made, 100)
  home = made.home
  writeFileSync(join(shelf, 'hanako.secret'), `${password}\n`)
  // The first page, without which nothing opens, and one that holds late entries.
  const bytes = readFileSync(databaseOf(made))
  bytes.fill(7, 0, PAGE)
  const late = Math.floor(bytes.length / PAGE * 0.8) * PAGE
  bytes.fill(7, late, late + PAGE)
  writeFileSync(databaseOf(made), bytes)
  before = filesIn()
  keyrings.push(keyring())
  rescued = await desk('ledger', 'rescue', into)
  after = filesIn()
  keyrings.push(keyring())
})

test('of a vault that no longer opens what can be read is taken out, and not a byte of it changes but the note of who did it', async () => {
  expect(await desk('ledger', 'verify')).toMatchObject({ code: 1, out: expect.stringContaining('vault-damaged') as string })
  const answer = JSON.parse(rescued.out) as { folder: string; entries: number; total: number; missing: { from: number; to: number }[] }
  expect(rescued).toMatchObject({ code: 1, err: '' })
  expect(answer).toMatchObject({ folder: into, total: known.entries.length, damagedPages: null })
  expect(answer.missing.length).toBeGreaterThan(0)
  expect(after).toEqual(before)
  const [was, is] = keyrings
  expect({ ...is, rescues: undefined, version: 2 }).toEqual({ ...was, rescues: undefined })
  expect([was?.rescues, is?.rescues?.length]).toEqual([undefined, 1])
})

test('Python finds every entry fitting its hash and its place, and the checkpoint\'s root; openssl its signature', async () => {
  const script = `
import sys, json, hashlib, base64, os
into = sys.argv[1]
lines = open(os.path.join(into, 'entries.ndjson'), 'rb').read().split(b'\\n')[:-1]
report = json.load(open(os.path.join(into, 'report.json')))
leaf = lambda b: hashlib.sha256(b'\\0' + b).digest()
entries = {json.loads(l)['seq']: l for l in lines}
assert len(entries) == len(lines) == report['entries']
missing = {n for r in report['missing'] for n in range(r['from'], r['to'] + 1)}
assert missing == set(range(report['total'])) - set(entries), 'what is missing is named'
for n, line in entries.items():
    if n - 1 in entries: assert json.loads(line)['prev'] == leaf(entries[n - 1]).hex(), n
def root(hashes):
    if len(hashes) == 1: return hashes[0]
    k = 1
    while k * 2 < len(hashes): k *= 2
    return hashlib.sha256(b'\\1' + root(hashes[:k]) + root(hashes[k:])).digest()
notes = [n for n in open(os.path.join(into, 'checkpoints.txt')).read().replace('\\nazukari/', '\\n\\fazukari/').split('\\f')]
note = next(n for n in notes if int(n.split('\\n')[1]) == report['proved'])
body, signed = note.rstrip('\\n').split('\\n\\n')
assert base64.b64decode(body.split('\\n')[2]) == root([leaf(entries[n]) for n in range(report['proved'])])
open(sys.argv[2] + '/body', 'w').write(body + '\\n')
open(sys.argv[2] + '/sig', 'wb').write(base64.b64decode(signed.split(' ')[2])[4:])
open(sys.argv[2] + '/key.pem', 'w').write(json.loads(entries[0])['data']['keys']['checkpointKeyPem'])
print(len(lines), report['proved'])`
  const bench = join(shelf, 'checked')
  mkdirSync(bench)
  const { out, err, code } = await run('python3', ['-c', script, into, bench])
  expect([code, err]).toEqual([0, ''])
  const [entries, proved] = out.trim().split(' ').map(Number)
  expect(entries).toBeGreaterThan(known.entries.length * 0.9)
  expect(proved).toBeGreaterThan(10)
  expect(await run('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', join(bench, 'key.pem'), '-rawin', '-in', join(bench, 'body'), '-sigfile', join(bench, 'sig')])).toMatchObject({ code: 0 })
})

test('it says where to go next, on the screen and in the folder; and what lies there already stays as it is', async () => {
  const again = await azukari(['ledger', 'rescue', join(shelf, 'second'), '--home', home, '--user', 'hanako', '--password-file', join(shelf, 'hanako.secret')])
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('azukari backup restore') as string })
  expect(readFileSync(join(into, 'README.txt'), 'utf8')).toContain('バックアップから戻してください')

  const kept = filesOf(into)
  expect(await desk('ledger', 'rescue', into)).toMatchObject({ code: 1, out: expect.stringContaining('target-exists') as string })
  expect(await desk('ledger', 'rescue', join(shelf, 'nowhere', 'rescued'))).toMatchObject({ code: 1, out: expect.stringContaining('folder-missing') as string })
  expect(await desk('ledger', 'rescue')).toMatchObject({ code: 2 })
  expect(filesOf(into)).toEqual(kept)
  expect(readdirSync(shelf).toSorted()).toEqual(['checked', 'hanako.secret', 'rescued', 'second'])
})
