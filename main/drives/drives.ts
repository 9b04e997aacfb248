import type { Drive } from '../../core/media/drive.ts'
import { refusal } from '../../core/refusal.ts'
import type { Drives } from '../../core/world.ts'
import { type Ask, askTools } from './ask.ts'
import { askLinux } from './linux/facts.ts'
import { parseLinux } from './linux/parse-linux.ts'
import { askMac, deviceOf } from './macos/facts.ts'
import { parseMac } from './macos/parse-macos.ts'
import { placeOf } from './place.ts'
import { isShare, parseWindows } from './windows/parse-windows.ts'
import { DRIVES_SCRIPT, powershell } from './windows/script.ts'

/** Where the vault and the app's own files lie: their drives carry the hindrance `vault`. */
export interface Keeping { keepOut: readonly string[] }

/** Whom to ask, and on what kind of machine; a test plays both. */
export interface Machine { ask: Ask; platform: NodeJS.Platform }
const thisMachine = (): Machine => ({ ask: askTools(), platform: process.platform })

/** The drives of this machine, behind the world's door. */
export function realDrives(keeping: Keeping): Drives {
  return { list: () => listDrives(keeping), holding: (path) => driveHolding(path, keeping) }
}

/**
 * Every drive that this machine sees now, with every reason why it may not be wiped. Reads, never writes. Refuses with
 * `drives-unreadable` where the platform's tool is missing or says nothing that can be read: no list is better than half of one.
 */
export async function listDrives({ keepOut }: Keeping, machine: Machine = thisMachine()): Promise<Drive[]> {
  return (await look(keepOut, machine)).drives
}

/** The drive that holds a path (through partitions, LUKS, LVM, RAID, containers; of several the first), or null: a network share, memory. */
export async function driveHolding(path: string, { keepOut }: Keeping, machine: Machine = thisMachine()): Promise<Drive | null> {
  return (await look(keepOut, machine)).holding(path)
}

/** All that one look at the machine tells. */
interface Look { drives: Drive[]; holding(path: string): Promise<Drive | null> }

async function look(keepOut: readonly string[], { ask, platform }: Machine): Promise<Look> {
  if (platform === 'linux') return orRefuse('lsblk', await lookAtLinux(keepOut, ask))
  if (platform === 'win32') return orRefuse('PowerShell', await lookAtWindows(keepOut, ask))
  if (platform === 'darwin') return orRefuse('diskutil', await lookAtMac(keepOut, ask))
  return orRefuse(platform, null)
}

function orRefuse(tool: string, look: Look | null): Look {
  if (!look) throw refusal('drives-unreadable', null, null, { tool })
  return look
}

async function lookAtLinux(keepOut: readonly string[], ask: Ask): Promise<Look | null> {
  const facts = await askLinux(ask)
  const found = facts && parseLinux(facts, await Promise.all(keepOut.map(placeOf)))
  return found && { drives: found.drives, holding: async (path) => found.holding(await placeOf(path)) }
}

async function lookAtWindows(keepOut: readonly string[], ask: Ask): Promise<Look | null> {
  const { tool, words } = powershell(DRIVES_SCRIPT, process.env['SystemRoot'] ?? 'C:\\Windows')
  const text = await ask(tool, words)
  const found = text === null ? null : parseWindows(text, await Promise.all(keepOut.map(realOf)))
  return found && { drives: found.drives, holding: async (path) => found.holding(await realOf(path)) }
}

/** Substituted letters and links resolved; a share that is not to be reached now is a share all the same. */
const realOf = async (path: string): Promise<string> => (isShare(path) ? path : (await placeOf(path)).path)

async function lookAtMac(keepOut: readonly string[], ask: Ask): Promise<Look | null> {
  const deviceAt = async (path: string) => deviceOf(ask, (await placeOf(path)).path)
  const facts = await askMac(ask)
  const kept = await Promise.all(keepOut.map(deviceAt))
  const found = facts && parseMac(facts, kept)
  return found && { drives: found.drives, holding: async (path) => found.holding(await deviceAt(path)) }
}
