import { join } from 'node:path'
import type { Antivirus, Application, WorkstationFacts } from '../../core/devices/check.ts'
import type { Day } from '../../core/time.ts'
import { readPlist } from '../drives/macos/plist.ts'
import { fieldsOf, line, listOf } from '../drives/said.ts'
import { dayOfIso, newest } from './days.ts'
import type { Machine } from './machine.ts'

type Facts = Pick<WorkstationFacts, 'os' | 'lastUpdateOn' | 'antivirus' | 'applications'>

/** What a Mac says of itself: sw_vers, the history of what was installed, and the applications that lie where applications lie. */
export async function readMac({ ask, list, home }: Machine): Promise<Facts> {
  const history = parseHistory(await ask('/usr/bin/plutil', ['-convert', 'xml1', '-o', '-', '/Library/Receipts/InstallHistory.plist']) ?? '')
  const folders = ['/Applications', '/Applications/Utilities', join(home, 'Applications')]
  const applications = (await Promise.all(folders.map(list))).flat().filter((name) => name.endsWith('.app')).map((name): Application => ({ name: line(name.slice(0, -4)), version: '' }))
  const os = parseSwVers(await ask('/usr/bin/sw_vers', []) ?? '')
  return { os, lastUpdateOn: history.updatedOn, antivirus: history.xprotect && { ...history.xprotect, engine: os?.build ?? '' }, applications: applications.length === 0 ? null : applications }
}

/** `ProductName:		macOS`, one fact a line; newer versions add `ProductVersionExtra`. */
export function parseSwVers(text: string): WorkstationFacts['os'] {
  const said = new Map([...text.matchAll(/^(\w+):[ \t]*(.+)$/gm)].map(([, key = '', value]) => [key, line(value)]))
  const name = [said.get('ProductName'), said.get('ProductVersion'), said.get('ProductVersionExtra')].filter(Boolean).join(' ')
  return said.get('ProductName') ? { name, build: said.get('BuildVersion') ?? '' } : null
}

/** The system's own updates, and among them those of XProtect, its built-in scanner. What a user installs is no update. */
export function parseHistory(text: string): { updatedOn: Day | null; xprotect: Antivirus | null } {
  const rows = listOf(readPlist(text)).map(fieldsOf).map(({ date, displayName, displayVersion, processName }) => ({ on: dayOfIso(line(date)), name: line(displayName), version: line(displayVersion), by: line(processName) }))
  const bySystem = rows.filter(({ by }) => SYSTEM.has(by))
  const isPattern = ({ name }: { name: string }): boolean => /^(XProtect|MRT|Gatekeeper|TCC|Chinese Word|Core Suggestions|CoreLSKD)/i.test(name)
  const patterns = bySystem.filter(({ name }) => /^XProtectPlistConfigData/i.test(name))
  const patternOn = newest(patterns.map(({ on }) => on))
  return {
    updatedOn: newest(bySystem.filter((row) => !isPattern(row)).map(({ on }) => on)),
    xprotect: patternOn === null ? null : { product: `XProtect ${patterns.find(({ on }) => on === patternOn)?.version ?? ''}`.trim(), engine: '', patternOn, active: true },
  }
}

const SYSTEM = new Set(['softwareupdated', 'Software Update', 'macOS Installer', 'OS X Installer', 'OSInstaller', 'softwareupdate'])
