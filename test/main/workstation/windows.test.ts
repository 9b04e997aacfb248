import { describe, expect, test } from 'vitest'
import { dayOfFix, parseWindows } from '../../../main/workstation/windows.ts'

const pc021 = {
  v: 1, caption: 'Microsoft Windows 11 Pro', build: '26200', ubr: 7171, release: '25H2',
  fixes: [{ id: 'KB5070311', on: '2026-11-27T15:00:00.0000000Z' }, { id: 'KB5054156', on: '10/2/2026' }, { id: 'KB0', on: '' }],
  defender: { running: true, enabled: true, active: true, mode: 'Normal', engine: '1.1.25100.9', signatures: '2026-12-06T22:11:05.0000000Z' },
  products: [{ name: 'Windows Defender', state: 397568 }],
  programs: [{ name: '7-Zip 25.01 (x64)', version: '25.01' }, { name: 'Dropbox', version: '217.4.4417' }, { name: '一太郎2026', version: '36.0.1' }],
}
const said = (changes: object = {}) => parseWindows(`\uFEFF${JSON.stringify({ ...pc021, ...changes })}`)

describe('a Windows machine says', () => {
  test('version, update, Defender and programs', () => {
    expect(said()).toEqual({
      os: { name: 'Windows 11 Pro 25H2', build: '26200.7171' }, lastUpdateOn: '2026-11-28',
      antivirus: { product: 'Microsoft Defender', engine: '1.1.25100.9', patternOn: '2026-12-07', active: true },
      applications: [{ name: '7-Zip 25.01 (x64)', version: '25.01' }, { name: 'Dropbox', version: '217.4.4417' }, { name: '一太郎2026', version: '36.0.1' }],
    })
  })

  test('that another product watches, of which it knows no patterns', () => {
    expect(said({ products: [{ name: 'Windows Defender', state: 393472 }, { name: 'ウイルスバスター クラウド', state: 266240 }] }).antivirus).toEqual({ product: 'ウイルスバスター クラウド', engine: '', patternOn: null, active: true })
  })

  test('that the only product is off', () => {
    expect(said({ defender: null, products: { name: 'ESET Security', state: 262144 } }).antivirus).toEqual({ product: 'ESET Security', engine: '', patternOn: null, active: false })
    expect(said({ defender: { ...pc021.defender, active: false } }).antivirus).toMatchObject({ active: false })
    expect(said({ defender: { ...pc021.defender, mode: 'Passive Mode' }, products: [] }).antivirus).toBeNull()
  })

  test('one program where PowerShell makes one of a list', () => {
    expect(said({ programs: { name: 'Winny', version: null } }).applications).toEqual([{ name: 'Winny', version: '' }])
  })

  test.each([
    ['11/28/2026', '2026-11-28'], ['11/28/2026 12:00:00 AM', '2026-11-28'], ['2026/11/28', '2026-11-28'], ['2026/11/28 0:00:00', '2026-11-28'], ['20261128', '2026-11-28'], ['28.11.2026', '2026-11-28'],
    ['2026-11-27T15:00:00.0000000Z', '2026-11-28'], ['/Date(1795878000000)/', '2026-11-29'], ['01dd7ee48e897800', '2026-11-28'],
    ['', null], ['28/11/2026', null], ['2026/13/01', null], ['令和8年11月28日', null], ['yesterday', null], ['0'.repeat(16), null],
  ])('the day of an update written as %s', (written, day) => { expect(dayOfFix(written)).toBe(day) })

  test.each(['', 'null', '[]', '{"v":2}', '<html>', '{"v":1}', '{"v":1,"programs":[null,5,{}],"fixes":"x","products":7,"defender":[]}'])('nothing in %s', (text) => {
    expect(parseWindows(text)).toEqual({ os: null, lastUpdateOn: null, antivirus: null, applications: null })
  })
})
