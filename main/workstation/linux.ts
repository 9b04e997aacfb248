import { join } from 'node:path'
import type { Application, WorkstationFacts } from '../../core/devices/check.ts'
import type { Day } from '../../core/time.ts'
import { line } from '../drives/said.ts'
import { dayAt, dayFrom, newest } from './days.ts'
import type { Machine } from './machine.ts'

type Facts = Pick<WorkstationFacts, 'os' | 'lastUpdateOn' | 'applications'>

/** What a Linux machine says of itself: os-release(5), the package managers' logs, packages and desktop entries. */
export async function readLinux({ ask, read, list, home, kernel }: Machine): Promise<Facts> {
  const os = parseOsRelease(await read('/etc/os-release') ?? await read('/usr/lib/os-release') ?? '', kernel)
  const apt = await Promise.all(['/var/log/apt/history.log', '/var/log/apt/history.log.1.gz', '/var/log/apt/history.log.2.gz'].map(read))
  const dpkgLogs = await Promise.all(['/var/log/dpkg.log', '/var/log/dpkg.log.1', '/var/log/dpkg.log.2.gz'].map(read))
  const [debian, rpm, pacmanLog, pacman, flatpak, snap] = [
    await ask('/usr/bin/dpkg-query', ['-W', '-f', '${db:Status-Abbrev}\\t${binary:Package}\\t${Version}\\n']), await ask('/usr/bin/rpm', ['-qa', '--queryformat', '%{INSTALLTIME}\\t%{NAME}\\t%{VERSION}\\n']),
    await read('/var/log/pacman.log'), await ask('/usr/bin/pacman', ['-Q']), await ask('/usr/bin/flatpak', ['list', '--app', '--columns=name,version']), await ask('/usr/bin/snap', ['list']),
  ]
  const entries = await readDesktopEntries({ read, list, home })
  const applications = [...parseDebian(debian ?? ''), ...parseRpm(rpm ?? '').applications, ...parsePacman(pacman ?? ''), ...parseTabs(flatpak ?? ''), ...parseSnap(snap ?? ''), ...entries]
  return {
    os,
    lastUpdateOn: newest([...apt.map((text) => lastAptUpgrade(text ?? '')), ...dpkgLogs.map((text) => lastDpkgUpgrade(text ?? '')), parseRpm(rpm ?? '').lastOn, lastPacmanUpgrade(pacmanLog ?? '')]),
    applications: applications.length === 0 ? null : applications,
  }
}

const DESKTOP_FOLDERS = ['/usr/share/applications', '/usr/local/share/applications', '/var/lib/flatpak/exports/share/applications', '/var/lib/snapd/desktop/applications']

async function readDesktopEntries({ read, list, home }: Pick<Machine, 'read' | 'list' | 'home'>): Promise<Application[]> {
  const folders = [...DESKTOP_FOLDERS, join(home, '.local/share/applications'), join(home, '.config/autostart')]
  const paths = (await Promise.all(folders.map(async (folder) => (await list(folder)).filter((name) => name.endsWith('.desktop')).slice(0, 2000).map((name) => join(folder, name))))).flat()
  const found: Application[] = []
  for (const path of paths) {
    const entry = parseDesktopEntry(await read(path) ?? '')
    if (entry) found.push(entry)
  }
  return found
}

/** `PRETTY_NAME="Ubuntu 24.04.1 LTS"`, quoted as a shell quotes (os-release(5)). */
export function parseOsRelease(text: string, kernel: string): WorkstationFacts['os'] {
  const said = new Map([...text.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, key = '', value = '']) => [key, line(unquoted(value.trim()))]))
  const name = said.get('PRETTY_NAME') || [said.get('NAME'), said.get('VERSION')].filter(Boolean).join(' ')
  return name ? { name, build: [said.get('BUILD_ID') || said.get('VERSION_ID'), line(kernel)].filter(Boolean).join(' / ') } : null
}

const unquoted = (value: string): string => (/^'.*'$/.test(value) ? value.slice(1, -1) : /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(["$`\\])/g, '$1') : value)

/** The last block of apt's history in which something that was there was made newer. Installing more is no update. */
export function lastAptUpgrade(text: string): Day | null {
  const blocks = text.split(/\n\s*\n/).filter((block) => /^(Upgrade|Downgrade): /m.test(block))
  return newest(blocks.map((block) => localDay(/^End-Date: (\d{4})-(\d\d)-(\d\d) /m.exec(block) ?? /^Start-Date: (\d{4})-(\d\d)-(\d\d) /m.exec(block))))
}

/** `2026-11-28 10:01:02 upgrade libc6:amd64 2.36-9 2.36-10`. */
export const lastDpkgUpgrade = (text: string): Day | null => newest([...text.matchAll(/^(\d{4})-(\d\d)-(\d\d) \d\d:\d\d:\d\d upgrade \S+ \S+ \S+$/gm)].map(localDay))

/** `[2026-11-28T10:01:02+0900] [ALPM] upgraded linux (6.11 -> 6.12)`. */
export const lastPacmanUpgrade = (text: string): Day | null => newest([...text.matchAll(/^\[(\d{4})-(\d\d)-(\d\d)[T ][^\]]*\] \[ALPM\] upgraded /gm)].map(localDay))

/** Logs are written by the wall clock of the machine. */
const localDay = (match: RegExpExecArray | null): Day | null => (match ? dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) : null)

/** `ii \tbash\t5.2`: installed, wanted or not. */
export const parseDebian = (text: string): Application[] => text.split('\n').map((row) => row.split('\t')).filter(([state = '']) => state.charAt(1) === 'i').flatMap(([, name, version]) => application(name, version))

/** `1732756862\tkernel\t5.14`: when each was put there tells when the machine was last brought up to date. */
export function parseRpm(text: string): { applications: Application[]; lastOn: Day | null } {
  const rows = text.split('\n').map((row) => row.split('\t')).filter(([at = '', name]) => /^\d+$/.test(at) && name)
  return { applications: rows.flatMap(([, name, version]) => application(name, version)), lastOn: newest(rows.map(([at]) => dayAt(Number(at) * 1000))) }
}

export const parsePacman = (text: string): Application[] => text.split('\n').flatMap((row) => application(...(row.split(' ') as [string?, string?])))

/** flatpak's columns, one tab between them. */
export const parseTabs = (text: string): Application[] => text.split('\n').flatMap((row) => application(...(row.split('\t') as [string?, string?])))

/** snap's table, its heading left out. */
export const parseSnap = (text: string): Application[] => text.split('\n').slice(1).flatMap((row) => application(...(row.trim().split(/\s+/) as [string?, string?])))

/** The name of a desktop entry that starts an application; what another entry hides is there all the same. */
export function parseDesktopEntry(text: string): Application | null {
  const entry = /^\s*\[Desktop Entry\]\s*$([\s\S]*?)(?=^\s*\[|$(?![\s\S]))/m.exec(text)?.[1] ?? ''
  if (!/^Type\s*=\s*Application\s*$/m.test(entry)) return null
  const name = line(/^Name\s*=\s*(.*)$/m.exec(entry)?.[1])
  return name ? { name, version: '' } : null
}

const application = (name?: string, version?: string): Application[] => (line(name) ? [{ name: line(name), version: line(version) }] : [])
