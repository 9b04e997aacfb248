import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { questions } from '../../../core/evidence/questions.ts'
import { ask, askBoth } from '../documents/tools.ts'
import { septemberReceipt } from '../documents/receipts.ts'
import { certificateOver } from '../documents/certificates.ts'
import { cityWithAVault } from './city-with-a-vault.ts'

let office: Awaited<ReturnType<typeof cityWithAVault>>
let unpacked = ''

beforeAll(async () => {
  office = await cityWithAVault()
  const { city, contract, other, issued, take, at } = office
  for (const end of ['pdf', 'csv', 'json']) await take((await issued(septemberReceipt))(end))
  await take((await issued(certificateOver()))('pdf'))
  await take((await issued({ ...septemberReceipt, docNo: 'A-R8-031-001', contract: { contractNo: other.contractNo, title: other.title } }))('pdf'))
  const packed = await city.evidence.pack({ contractId: contract.id, into: at('pack') })
  if (packed.outcome !== 'packed') throw new Error('nobody called it off')
  expect(packed.documents).toBe(2)
  unpacked = at('unpacked')
  ask('7zz', 'x', `-o${unpacked}`, packed.path)
})
afterAll(() => office.close())

/** Straight from RFC 6962 §2.1 and RFC 9162 §2.1.3.2, with nothing of ours. */
const rfc6962 = `
import base64, hashlib, json, sys
body = open(sys.argv[1] + '/checkpoint.txt').read().split('\\n\\n')[0].split('\\n')
size, root = int(body[1]), base64.b64decode(body[2])
H = lambda b: hashlib.sha256(b).digest()
good = 0
for raw, proof in zip(open(sys.argv[1] + '/entries.ndjson', 'rb').read().split(b'\\n'), open(sys.argv[1] + '/proofs.ndjson')):
    p = json.loads(proof)
    fn, sn, r = p['seq'], size - 1, H(b'\\0' + raw)
    for c in p['proof']:
        c = bytes.fromhex(c)
        assert sn > 0
        if fn & 1 or fn == sn:
            r = H(b'\\1' + c + r)
            while not fn & 1 and fn: fn >>= 1; sn >>= 1
        else: r = H(b'\\1' + r + c)
        fn >>= 1; sn >>= 1
    assert sn == 0 and r == root, p['seq']
    good += 1
print(good)
`

test('every entry of the pack lies below its checkpoint, by a few lines of Python', () => {
  const entries = readFileSync(join(unpacked, 'ledger/entries.ndjson'), 'utf8').trimEnd().split('\n')
  expect(Number(ask('python3', '-c', rfc6962, join(unpacked, 'ledger')))).toBe(entries.length)
  expect(ask('python3', join(unpacked, 'check.py'))).toMatch(/^GOOD: azukari\//)
  expect(execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: unpacked, encoding: 'utf8' })).toBe('')
})

test('a changed entry, a changed proof and a changed checkpoint are found', () => {
  for (const [name, from, to] of [['entries.ndjson', 'R8-税-017', 'R8-税-018'], ['proofs.ndjson', /"proof":\["[0-9a-f]{2}/, '"proof":["00'], ['checkpoint.txt', /\n\d+\n/, '\n9999\n']] as const) {
    const path = join(unpacked, 'ledger', name)
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace(from, to))
    expect(() => execFileSync('python3', [join(unpacked, 'check.py')], { stdio: 'pipe' }), name).toThrow()
    writeFileSync(path, before)
  }
})

test('documents lie in it as they came, and their signatures need no program of ours', () => {
  const folder = join(unpacked, 'documents/F-25/A-R8-017-001_1')
  expect(askBoth('pdfsig', join(folder, 'A-R8-017-001.pdf'))).toContain('Signature is Valid')
  expect(askBoth('openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', join(folder, 'A-R8-017-001.json.p7s'), '-content', join(folder, 'A-R8-017-001.json'), '-CAfile', join(unpacked, 'keys/counterpart/root.pem'), '-purpose', 'any', '-attime', String(Date.parse('2026-12-08') / 1000), '-out', '/dev/null')).toContain('successful')
})

test('nothing of another contract is in it', () => {
  expect(spawnSync('grep', ['-rl', 'R8-031', unpacked]).status).toBe(1)
  expect(spawnSync('grep', ['-rl', 'A-R8-017-001', unpacked]).status).toBe(0)
})

test('the index answers every question of the auditor in a line, on paper with page and 和暦', () => {
  const text = ask('pdftotext', '-layout', join(unpacked, 'index.pdf'), '-').replaceAll(/\s/g, '')
  for (const { article } of questions) expect(text).toContain(article.replaceAll(/\s/g, '').slice(0, 4))
  expect(text).toMatch(/令和9年4月1日/)
  expect(text).toMatch(/1／\d/)
  const rows = readFileSync(join(unpacked, 'index.csv'), 'utf8')
  expect(rows.match(/"問い"/g)).toHaveLength(questions.length)
  for (const { asks } of questions) expect(rows).toContain(asks)
  expect(rows).toContain('A-R8-017-001')
})
