import type { Antivirus, Application, WorkstationFacts } from '../../core/devices/check.ts'
import type { Day } from '../../core/time.ts'
import { count, fieldsOf, line, listOf, readJson, yes } from '../drives/said.ts'
import { powershell } from '../drives/windows/script.ts'
import { dayAt, dayFrom, dayOfIso, newest } from './days.ts'
import type { Machine } from './machine.ts'

type Facts = Pick<WorkstationFacts, 'os' | 'lastUpdateOn' | 'antivirus' | 'applications'>

/**
 * The one question to Windows PowerShell 5.1: version and UBR, updates, Defender, the products of the Security Centre, and the programs that
 * have an uninstaller, for this user and for all. Days are asked for as text: the culture of the session would change their writing.
 */
export const WORKSTATION_SCRIPT = String.raw`
$ErrorActionPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
$iso = { param($at) if ($at -is [datetime]) { $at.ToUniversalTime().ToString('o', [Globalization.CultureInfo]::InvariantCulture) } else { [string]$at } }
$current = Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$os = Get-CimInstance Win32_OperatingSystem
$fixes = @(Get-CimInstance Win32_QuickFixEngineering | ForEach-Object { [pscustomobject]@{ id = $_.HotFixID; on = (& $iso $_.InstalledOn) } })
$mp = Get-MpComputerStatus
$defender = if ($mp) { [pscustomobject]@{ running = $mp.AMServiceEnabled; enabled = $mp.AntivirusEnabled; active = $mp.RealTimeProtectionEnabled; mode = [string]$mp.AMRunningMode; engine = $mp.AMEngineVersion; signatures = (& $iso $mp.AntivirusSignatureLastUpdated) } } else { $null }
$products = @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct | ForEach-Object { [pscustomobject]@{ name = $_.displayName; state = $_.productState } })
$keys = @('HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*')
$programs = @(Get-ItemProperty $keys | Where-Object { $_.DisplayName } | ForEach-Object { [pscustomobject]@{ name = [string]$_.DisplayName; version = [string]$_.DisplayVersion } })
[pscustomobject]@{ v = 1; caption = $os.Caption; build = $os.BuildNumber; ubr = $current.UBR; release = $current.DisplayVersion; fixes = $fixes; defender = $defender; products = $products; programs = $programs } | ConvertTo-Json -Depth 4 -Compress
`.trim()

/** What a Windows machine says of itself. */
export async function readWindows({ ask }: Machine): Promise<Facts> {
  const { tool, words } = powershell(WORKSTATION_SCRIPT, process.env['SystemRoot'] ?? 'C:\\Windows')
  return parseWindows(await ask(tool, words) ?? '')
}

/** The script's answer. Never throws for what the text holds; null for whatever it does not say. */
export function parseWindows(text: string): Facts {
  const said = fieldsOf(readJson(text))
  if (said['v'] !== 1) return { os: null, lastUpdateOn: null, antivirus: null, applications: null }
  const caption = line(said['caption']).replace(/^Microsoft /, '')
  const build = [line(said['build']), line(said['ubr'])].filter(Boolean).join('.')
  const applications = listOf(said['programs']).map(fieldsOf).flatMap(({ name, version }): Application[] => (line(name) ? [{ name: line(name), version: line(version) }] : []))
  return {
    os: caption === '' ? null : { name: [caption, line(said['release'])].filter(Boolean).join(' '), build },
    lastUpdateOn: newest(listOf(said['fixes']).map((fix) => dayOfFix(fieldsOf(fix)['on']))),
    antivirus: antivirusOf(said),
    applications: applications.length === 0 ? null : applications,
  }
}

/**
 * When an update was put in. The class keeps what the installer wrote: `11/28/2026` in most languages, `2026/11/28` or `20261128` from some,
 * and since Vista now and then a FILETIME in hexadecimal. Which of two small numbers is the month is the writer's, not the reader's, culture: the class writes American.
 */
export function dayOfFix(said: unknown): Day | null {
  const text = line(said)
  const iso = dayOfIso(text)
  if (iso) return iso
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: |$)/.exec(text) ?? []
  if (year !== undefined) return dayFrom(Number(year), Number(month), Number(day))
  const [, y, m, d] = /^(\d{4})[/.-]?(\d{1,2})[/.-]?(\d{1,2})(?:[ T]|$)/.exec(text) ?? []
  if (y !== undefined) return dayFrom(Number(y), Number(m), Number(d))
  const [, dd, mm, yyyy] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: |$)/.exec(text) ?? []
  if (yyyy !== undefined) return dayFrom(Number(yyyy), Number(mm), Number(dd))
  if (/^01[0-9a-f]{14}$/i.test(text)) return dayAt(Number(BigInt(`0x${text}`) / 10_000n) - FILETIME_EPOCH)
  const ticks = /^\/Date\((\d+)\)\/$/.exec(text)?.[1]
  return ticks === undefined ? null : dayAt(Number(ticks))
}

/** Milliseconds from 1601 to 1970. */
const FILETIME_EPOCH = 11_644_473_600_000

/** Another product that the Security Centre knows to be on comes before Defender, which then stands aside. */
function antivirusOf(said: ReturnType<typeof fieldsOf>): Antivirus | null {
  const { running, enabled, active, mode, engine, signatures } = fieldsOf(said['defender'])
  const defends = yes(running) === true && yes(enabled) === true && line(mode) !== 'Passive Mode'
  const other = listOf(said['products']).map(fieldsOf).map(({ name, state }) => ({ name: line(name), state: count(state) })).filter(({ name }) => name !== '' && !/^(Windows|Microsoft) Defender/.test(name))
  const watching = other.find(({ state }) => isOn(state))
  if (watching) return { product: watching.name, engine: '', patternOn: null, active: true }
  if (defends) return { product: 'Microsoft Defender', engine: line(engine), patternOn: dayOfIso(line(signatures)), active: yes(active) }
  const [asleep] = other
  return asleep ? { product: asleep.name, engine: '', patternOn: null, active: asleep.state === null ? null : false } : null
}

/** WSC_SECURITY_PROVIDER: bits 12 to 15 of productState are 1 where the product is on. */
const isOn = (state: number | null): boolean => state !== null && ((state >> 12) & 0xf) === 1
