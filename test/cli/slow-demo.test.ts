import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { azukari, run, type Ran } from './run.ts'

/** The scenario played once; then what it left is put before other people's tools. */
let out = ''
let played: Ran
const left = (...names: string[]) => join(out, ...names)
const receipt = (ending: string) => left('documents', `A-R8-017-001.${ending}`)

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'demo-'))
  played = await azukari(['demo', '--out', out])
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name))
const python = (script: string, ...words: string[]) => run('python3', ['-c', script, ...words])

describe('the demo', () => {
  test('plays every step and every refusal to its end', () => {
    expect(played).toMatchObject({ code: 0, err: '' })
    for (const article of ['第7条', '第8条第2項', '第11条第2号', '第11条第3号', '第11条第4号', '第11条第5号', '第11条第6号', '第11条第7号', '第14条', '第15条第1項', '第15条第2項', '第15条第3項', '第15条第5項']) expect(played.out).toContain(`（${article}）`)
    // Rooms add refusals of their own; none may go missing.
    expect((played.out.match(/✘/g) ?? []).length).toBeGreaterThanOrEqual(33)
  })

  test('does not write into a folder that holds something', async () => {
    expect(await azukari(['demo', '--out', out])).toMatchObject({ code: 2 })
  })
})

describe('the receipt, before other people\'s tools', () => {
  test('qpdf finds nothing wrong with it', async () => {
    expect(await run('qpdf', ['--check', receipt('pdf')])).toMatchObject({ code: 0, out: expect.stringContaining('No syntax or stream encoding errors') as string })
  })

  test('pdfsig calls its signature valid over the whole document', async () => {
    const { out: said } = await run('pdfsig', ['-nocert', receipt('pdf')])
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
  })

  test('pdfdetach takes the record out, and it is the record that was signed beside it', async () => {
    mkdirSync(left('detached'))
    expect((await run('pdfdetach', ['-saveall', '-o', left('detached'), receipt('pdf')])).code).toBe(0)
    expect(readFileSync(left('detached', 'A-R8-017-001.json'))).toEqual(readFileSync(receipt('json')))
  })

  test('pdftotext reads names with 𠮷 and 髙 as they are written, and the date in 和暦', async () => {
    const { out: text } = await run('pdftotext', ['-layout', receipt('pdf'), '-'])
    for (const words of ['令和8年12月7日', '青葉野市長', 'R8-税-017', '第14条', 'R09_shiminzei_atena.csv']) expect(text).toContain(words)
  })

  test('openssl believes the signature by the root of the 公開鍵届, and nothing that was changed', async () => {
    const notices = readdirSync(left('key-notices')).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(left('key-notices', name), 'utf8')) as { organisation: string; rootPem: string })
    writeFileSync(left('root.pem'), notices.find(({ organisation }) => organisation.includes('ひかりの丘'))?.rootPem ?? '')
    // The scenario plays in December 2026; openssl would ask this machine's clock.
    const believe = (content: string) => run('openssl', ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', receipt('json.p7s'), '-content', content, '-CAfile', left('root.pem'), '-purpose', 'any', '-attime', '1796605200', '-out', left('believed')])
    expect(await believe(receipt('json'))).toMatchObject({ code: 0 })
    writeFileSync(left('changed.json'), readFileSync(receipt('json'), 'utf8').replace('"count":12', '"count":13'))
    expect((await believe(left('changed.json'))).code).not.toBe(0)
  })

  test('zbarimg reads the QR code from the printed page', async () => {
    await run('pdftoppm', ['-r', '150', '-png', receipt('pdf'), left('page')])
    const pages = readdirSync(out).filter((name) => /^page-\d+\.png$/.test(name)).map((name) => left(name))
    const { out: read } = await run('zbarimg', ['--quiet', '--raw', ...pages])
    expect(read).toMatch(/^AZK1/m)
  })

  test('Python reads the CSV: one row an item, and the very names and hashes', async () => {
    const { out: rows } = await python('import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1],encoding="utf-8-sig",newline="")))))', receipt('csv'))
    expect(JSON.parse(rows)).toMatchObject([{ 'ファイル名': 'R09_futo_sample.txt' }, { 'ファイル名': 'R09_record_layout.csv' }, { 'ファイル名': 'R09_shiminzei_atena.csv', '件数': '12', sha256: '974b7500b0eec6a780051f3072e805a1a03db1ffa85f8941ef4e5d42621e47a2', '発行日和暦': '令和8年12月7日' }])
  })
})

describe('the package, before other people\'s tools', () => {
  const zip = () => left('stick-MED-2026-0003', 'P-R8-017-002.zip')
  const passphrase = () => readFileSync(left('passphrase-told-by-telephone', 'passphrase.txt'), 'utf8').trim()
  const HASH = '974b7500b0eec6a780051f3072e805a1a03db1ffa85f8941ef4e5d42621e47a2'
  const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

  test('7-Zip opens it with the passphrase, and the inner archive holds the files as they came', async () => {
    expect(await run('7zz', ['x', '-y', `-p${passphrase()}`, `-o${left('by-7zip')}`, zip()])).toMatchObject({ code: 0 })
    expect(await run('7zz', ['x', '-y', `-o${left('by-7zip', 'inner')}`, left('by-7zip', 'contents.zip')])).toMatchObject({ code: 0 })
    expect(sha256(left('by-7zip', 'inner', 'R09_shiminzei_atena.csv'))).toBe(HASH)
  })

  test('bsdtar opens it too', async () => {
    mkdirSync(left('by-bsdtar'))
    expect(await run('bsdtar', ['-x', '--passphrase', passphrase(), '-C', left('by-bsdtar'), '-f', zip()])).toMatchObject({ code: 0 })
    expect(await run('bsdtar', ['-x', '-C', left('by-bsdtar'), '-f', left('by-bsdtar', 'contents.zip')])).toMatchObject({ code: 0 })
    expect(sha256(left('by-bsdtar', 'R09_shiminzei_atena.csv'))).toBe(HASH)
  })

  test('nobody opens it with another passphrase, and its outside names nothing', async () => {
    expect((await run('7zz', ['t', '-pwrong', zip()])).code).not.toBe(0)
    expect((await run('7zz', ['l', zip()])).out).not.toContain('R09')
  })
})

test('Python\'s email reads the draft: unsent, one attachment, and it is the package', async () => {
  const script = `import email,email.policy,json,sys,hashlib
m=email.message_from_binary_file(open(sys.argv[1],'rb'),policy=email.policy.default)
a=list(m.iter_attachments())
print(json.dumps([m['X-Unsent'],m['To'],m['Subject'],len(a),a[0].get_filename(),hashlib.sha256(a[0].get_content()).hexdigest()]))`
  const { out: said, err } = await python(script, left('mail-drafts', 'M-R8-017-001.eml'))
  expect(err).toBe('')
  const hash = createHash('sha256').update(readFileSync(left('stick-MED-2026-0003', 'P-R8-017-002.zip'))).digest('hex')
  expect(JSON.parse(said)).toEqual(['1', 'morikawa@city.aobano.example', '校正データの送付', 1, 'P-R8-017-002.zip', hash])
})

test('the exported ledger is checked by the script that lies beside it, and by nothing of ours', async () => {
  expect(await run('python3', [left('ledger', 'contractor', 'check.py')])).toMatchObject({ code: 0, out: expect.stringContaining('GOOD') as string })
})

describe('what leaves the vault', () => {
  const planted = ['青葉野　太郎', '納税　花子', '架空町', 'R09_shiminzei_atena', 'R09_record_layout', 'R09_futo_sample', '𠮷田', '水野', '髙橋', 'mizuno', 'yoshida', '納税通知書']
  const inEveryEncoding = async (words: string): Promise<Buffer[]> => {
    const { out: hex } = await python('import sys; s=sys.argv[1]; print("\\n".join(s.encode(e,"ignore").hex() for e in ("utf-8","utf-16-le","utf-16-be","cp932")))', words)
    return hex.trim().split('\n').map((line) => Buffer.from(line, 'hex')).filter((bytes) => bytes.length >= 6)
  }

  test('no file of either vault holds a name, an ID or a file name of the scenario, in any encoding', async () => {
    const files = [...filesBelow(left('vault-contractor')), ...filesBelow(left('vault-city'))]
    expect(files.length).toBeGreaterThan(4)
    const needles = (await Promise.all(planted.map(inEveryEncoding))).flat()
    expect(needles.length).toBeGreaterThan(30)
    for (const file of files) {
      const bytes = readFileSync(file)
      for (const needle of needles) expect(bytes.includes(needle), `${needle.toString('hex')} in ${file}`).toBe(false)
      for (const words of planted) expect(file).not.toContain(words)
    }
  })
})

describe('document verify, without a vault', () => {
  const trust = () => ['--trust', left('key-notices', readdirSync(left('key-notices')).find((name) => name.endsWith('.json') && readFileSync(left('key-notices', name), 'utf8').includes('ひかりの丘')) ?? '')]

  test('a document whose date lies ahead of this machine\'s clock is not believed, and it says so', async () => {
    const { code, out: said } = await azukari(['document', 'verify', receipt('pdf'), ...trust(), '--json'])
    const line = JSON.parse(said) as { verdict: string; document: { docNo: string } }
    if (Date.now() < Date.parse('2026-12-07T10:40:00+09:00')) expect([code, line.verdict]).toEqual([1, 'refused'])
    else expect([code, line.verdict]).toEqual([0, 'verified'])
  })

  test('garbage is refused in one line and with exit code 1', async () => {
    writeFileSync(left('garbage.pdf'), 'this is no document')
    const { code, out: said } = await azukari(['document', 'verify', left('garbage.pdf'), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(said)).toMatchObject({ verdict: 'refused', document: null })
  })
})
