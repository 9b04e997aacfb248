import { readdir, readFile, stat } from 'node:fs/promises'
import { homedir, release } from 'node:os'
import { gunzipSync } from 'node:zlib'
import type { Antivirus, WorkstationFacts } from '../../core/devices/check.ts'
import type { MachineIdentity } from '../../core/devices/device.ts'
import type { Scanner } from '../../core/viruses/scan.ts'
import type { Workstation } from '../../core/world.ts'
import { askTools } from '../drives/ask.ts'
import { dayAt, isToCome } from './days.ts'
import { identityOf } from './identity.ts'
import { readLinux } from './linux.ts'
import { readMac } from './macos.ts'
import type { Machine } from './machine.ts'
import { readWindows } from './windows.ts'

/** PowerShell looks through the registry for some seconds on an old machine. */
const PATIENCE = 45_000
const MOST_BYTES = 32 << 20

/** This machine, behind the world's door. Who it is does not change while it runs, so that is asked once. */
export function realWorkstation(scanner: () => Promise<Scanner | null>, now: () => number = Date.now): Workstation {
  const machine: Machine = { platform: process.platform, ask: askTools(PATIENCE), read, list, scanner, home: homedir(), kernel: release() }
  let known: Promise<MachineIdentity> | null = null
  return {
    identity: () => (known ??= identityOf(machine.ask, machine.platform)),
    look: () => lookAt(machine, now()),
  }
}

/** All that a machine says of itself; a day to come is not believed. What it leaves out is named, and a person has to look. */
export async function lookAt(machine: Machine, now: number): Promise<WorkstationFacts> {
  const said = await readPlatform(machine)
  const antivirus = said.antivirus ?? antivirusOf(await machine.scanner())
  const facts = {
    os: said.os,
    lastUpdateOn: said.lastUpdateOn && !isToCome(said.lastUpdateOn, now) ? said.lastUpdateOn : null,
    antivirus: antivirus?.patternOn && isToCome(antivirus.patternOn, now) ? { ...antivirus, patternOn: null } : antivirus,
    applications: said.applications?.slice(0, 20_000) ?? null,
  }
  return { ...facts, notSaid: notSaidBy(facts) }
}

async function readPlatform(machine: Machine): Promise<Omit<WorkstationFacts, 'notSaid'>> {
  if (machine.platform === 'linux') return { ...await readLinux(machine), antivirus: null }
  if (machine.platform === 'win32') return readWindows(machine)
  if (machine.platform === 'darwin') return readMac(machine)
  return { os: null, lastUpdateOn: null, antivirus: null, applications: null }
}

/** ClamAV looks when it is asked to; whether it also watches is not said. */
function antivirusOf(scanner: Scanner | null): Antivirus | null {
  return scanner && { product: scanner.name, engine: scanner.engine, patternOn: scanner.signatures ? dayAt(scanner.signatures.date) : null, active: null }
}

function notSaidBy({ os, lastUpdateOn, antivirus, applications }: Omit<WorkstationFacts, 'notSaid'>): WorkstationFacts['notSaid'] {
  const missing: WorkstationFacts['notSaid'] = []
  if (!os) missing.push({ what: 'os', why: 'no-answer' })
  if (!lastUpdateOn) missing.push({ what: 'updates', why: 'no-update-on-record' })
  if (!antivirus) missing.push({ what: 'antivirus', why: 'no-scanner' })
  else if (antivirus.patternOn === null) missing.push({ what: 'antivirus', why: 'no-pattern-date' })
  if (!applications) missing.push({ what: 'applications', why: 'no-answer' })
  return missing
}

async function read(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return null
    const bytes = await readFile(path)
    return (path.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes).toString('utf8')
  } catch {
    // Missing, not ours to read, or not what its name says: the platform has not said it.
    return null
  }
}

const list = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
