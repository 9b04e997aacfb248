import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { azukari, run, startAzukari } from './run.ts'

let folder = ''
const at = (...names: string[]) => join(folder, ...names)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'))
  writeFileSync(at('password'), 'kumo-wa-shiroi-7\n')
  writeFileSync(at('宛名.csv'), '90000001,青葉野　太郎\n'.repeat(5000))
})

const seal = (...more: string[]) => azukari(['engine', 'seal', at('宛名.csv'), '--out', at('p.zip'), '--password-file', at('password'), '--json', ...more])

describe('the engine on the command line', () => {
  test('what it seals, it verifies and opens, and so does 7-Zip', async () => {
    expect(JSON.parse((await seal()).out)).toMatchObject({ files: 1 })
    const verified = await azukari(['engine', 'verify', at('p.zip'), '--password-file', at('password'), '--json'])
    expect(JSON.parse(verified.out)).toMatchObject({ files: 1, sha256: createHash('sha256').update(readFileSync(at('p.zip'))).digest('hex') })
    expect(await azukari(['engine', 'open', at('p.zip'), '--out', at('opened'), '--password-file', at('password'), '--json'])).toMatchObject({ code: 0 })
    expect(readFileSync(at('opened', '宛名.csv'))).toEqual(readFileSync(at('宛名.csv')))
    expect(await run('7zz', ['t', '-pkumo-wa-shiroi-7', at('p.zip')])).toMatchObject({ code: 0 })
  })

  test('names are hidden unless they are to be shown', async () => {
    await seal()
    expect((await run('7zz', ['l', at('p.zip')])).out).not.toContain('宛名')
    await azukari(['engine', 'seal', at('宛名.csv'), '--out', at('shown.zip'), '--password-file', at('password'), '--show-names', '--store'])
    expect((await run('7zz', ['l', at('shown.zip')])).out).toContain('宛名.csv')
  })

  test('a wrong password is a refusal in Japanese and leaves nothing', async () => {
    await seal()
    writeFileSync(at('wrong'), 'ame-wa-yozora-9\n')
    const opened = await azukari(['engine', 'open', at('p.zip'), '--out', at('opened'), '--password-file', at('wrong')])
    expect(opened).toMatchObject({ code: 1, err: expect.stringContaining('パスワードが違うか、ファイルが壊れています') as string })
    expect(readdirSync(folder)).not.toContain('opened')
  })

  test('a package that is there already is not written over', async () => {
    await seal()
    const before = readFileSync(at('p.zip'))
    expect(JSON.parse((await seal()).out)).toMatchObject({ refused: [{ code: 'target-exists' }] })
    expect(readFileSync(at('p.zip'))).toEqual(before)
  })

  test.each([
    [['engine', 'seal']], [['engine', 'seal', 'x', '--out', 'y']], [['engine', 'melt']], [['engine', 'verify', 'a', 'b', '--password-file', 'p']], [['--flag']], [['nothing', 'such']],
    [['contracts', 'toString']], [['__proto__', 'constructor']], [['contracts', 'list', 'no json']], [['engine', 'seal', 'x', '--out', 'y', '--password-file', '/nowhere/p']], [['contracts', 'list', '--hom', 'x']],
  ])('%j is not understood and says so with exit code 2', async (words) => {
    expect(await azukari(words)).toMatchObject({ code: 2, err: expect.stringContaining('azukari help') as string })
  })

  test('a secret on the command line is refused before anything is done with it', async () => {
    const refused = await azukari(['vault', 'unlock', '{"loginId":"mizuno","password":"kumo-wa-shiroi-7"}', '--home', at('home')])
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.err).not.toContain('kumo-wa-shiroi-7')
    expect(readdirSync(folder)).not.toContain('home')
  })

  test('interrupted, it leaves nothing behind and says 130', async () => {
    // A hole of twenty gigabytes: nobody gets to its end before the signal.
    writeFileSync(at('big.bin'), '')
    truncateSync(at('big.bin'), 20_000_000_000)
    const child = startAzukari(['engine', 'seal', at('big.bin'), '--out', at('big.zip'), '--password-file', at('password'), '--store'])
    await expect.poll(() => readdirSync(folder).some((name) => name.includes('big.zip'))).toBe(true)
    child.kill('SIGINT')
    expect(await new Promise((done) => child.once('exit', done))).toBe(130)
    expect(readdirSync(folder).filter((name) => name.includes('big.zip'))).toEqual([])
  })
})
