import { describe, expect, test } from 'vitest'
import { defender, judgeDefender, readStatus, scanArguments } from '../../../main/viruses/defender.ts'

/** As MpCmdRun prints it, from published transcripts; it has not been run here. */
const CLEAN = ['Scan starting...', 'Scan finished.', 'Scanning E:\\ found no threats.']
const FOUND = [
  'Scan starting...', 'Scan finished.', 'Scanning E:\\ found 2 threats.', '',
  '<===========================LIST OF DETECTED THREATS==========================>',
  '----------------------------- Threat information ------------------------------',
  'Threat                  : Virus:DOS/EICAR_Test_File', 'Resources               : 2 total',
  '    containerfile       : E:\\送付 1.zip', '    file                : E:\\送付 1.zip->eicar.com',
  '----------------------------- Threat information ------------------------------',
  'Threat                  : Trojan:Win64/Meterpreter.A', 'Resources               : 1 total', '    file                : E:\\sub\\x.exe',
  '-------------------------------------------------------------------------------',
]
const NOT_RUN = ['Scan starting...', 'CmdTool: Failed with hr = 0x80508023. Check C:\\Users\\x\\AppData\\Local\\Temp\\MpCmdRun.log for more information']
const ended = (code: number | null) => ({ code, lastWords: '' })

describe('Microsoft Defender', () => {
  test('is asked about one path, without a shell, and told to touch nothing', () => {
    expect(scanArguments('E:\\a b & del *')).toEqual(['-Scan', '-ScanType', '3', '-File', 'E:\\a b & del *', '-DisableRemediation'])
  })

  test('that found no threats and ended well is clean', () => {
    expect(judgeDefender('E:\\', CLEAN, ended(0))).toMatchObject({ outcome: 'clean' })
  })

  test('that found threats names them and their files', () => {
    expect(judgeDefender('E:\\', FOUND, ended(2))).toMatchObject({ outcome: 'found', findings: [
      { name: 'Virus:DOS/EICAR_Test_File', path: 'E:\\送付 1.zip' }, { name: 'Virus:DOS/EICAR_Test_File', path: 'E:\\送付 1.zip->eicar.com' }, { name: 'Trojan:Win64/Meterpreter.A', path: 'E:\\sub\\x.exe' },
    ] })
    // Its exit code has been 0 where it had already acted: the words count.
    expect(judgeDefender('E:\\', FOUND, ended(0))).toMatchObject({ outcome: 'found' })
    expect(judgeDefender('E:\\', ['Scanning E:\\ found 1 threats.'], ended(2))).toMatchObject({ outcome: 'found', findings: [{ path: 'E:\\' }] })
  })

  test.each([
    ['could not scan', NOT_RUN, 2, /hr = 0x80508023/], ['ends badly after good words', CLEAN, 2, /exit 2/], ['says nothing', [], 0, /exit 0/],
    ['was killed', CLEAN, null, /signal/], ['speaks a language we do not know', ['スキャンが完了しました。'], 0, /exit 0/],
  ])('that %s is not believed', (_, lines, code, what) => {
    expect(judgeDefender('E:\\', lines, ended(code))).toEqual({ outcome: 'failed', what: expect.stringMatching(what) as string })
  })

  test('that skipped a path did not scan it', () => {
    expect(judgeDefender('E:\\x', ['Scan finished.', 'Scanning E:\\x was skipped.'], ended(0))).toMatchObject({ outcome: 'unscanned', unscanned: [{ path: 'E:\\x' }] })
  })

  test('is a scanner while its service runs and its signatures have a date', () => {
    expect(readStatus('True|True|1.1.24090.11|1.421.12.0|2026-12-06T22:11:05.0000000Z\r')).toEqual({ name: 'Microsoft Defender', engine: '1.1.24090.11', signatures: { version: '1.421.12.0', date: Date.parse('2026-12-06T22:11:05Z') } })
    for (const line of ['False|True|1|1|2026-12-06T22:11:05Z', 'True|False|1|1|2026-12-06T22:11:05Z', 'True|True|1|1|', 'True|True', '', 'Get-MpComputerStatus : invalid class']) expect(readStatus(line)).toBeNull()
  })

  test('is not here where there is no Windows', async () => {
    expect(await defender({})).toBeNull()
  })
})
