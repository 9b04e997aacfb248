import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { MachineIdentity } from '../../core/devices/device.ts'
import type { Ask } from '../drives/ask.ts'

/** Our own hash of the installation's identifier, as machine-id(5) wishes: the identifier itself stays on the machine. */
const PURPOSE = 'azukari/machine/1'

/**
 * Who this machine is: systemd's machine-id, Windows' MachineGuid or the Mac's IOPlatformUUID, hashed. Where none of them can be read
 * it is the machine's name, which an administrator can change; then the device has to be recognised anew.
 */
export async function identityOf(ask: Ask, platform: NodeJS.Platform, read: (path: string) => Promise<string | null> = readText): Promise<MachineIdentity> {
  const name = hostname().normalize('NFC').slice(0, 200)
  const id = platform === 'linux' ? machineId(await read('/etc/machine-id')) ?? machineId(await read('/var/lib/dbus/machine-id'))
    : platform === 'win32' ? machineGuid(await ask(join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe'), ['query', String.raw`HKLM\SOFTWARE\Microsoft\Cryptography`, '/v', 'MachineGuid', '/reg:64']))
    : platform === 'darwin' ? platformUuid(await ask('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']))
    : null
  const kind = id === null ? 'name' : 'machine'
  return { id: `${kind}-${createHash('sha256').update(`${PURPOSE}\n${platform}\n${id ?? name}`).digest('hex').slice(0, 40)}`, name }
}

const readText = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null)

/** 32 hexadecimal digits, not all of them 0; 'uninitialized' is what a fresh image says. */
export function machineId(text: string | null): string | null {
  const id = text?.trim().toLowerCase() ?? ''
  return /^[0-9a-f]{32}$/.test(id) && !/^0+$/.test(id) ? id : null
}

/** `    MachineGuid    REG_SZ    6f9619ff-…`, whatever language the tool speaks. */
export const machineGuid = (text: string | null): string | null => /\bMachineGuid\s+REG_SZ\s+\{?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\}?\s*$/m.exec(text ?? '')?.[1]?.toLowerCase() ?? null

/** `"IOPlatformUUID" = "564D…"`. */
export const platformUuid = (text: string | null): string | null => /"IOPlatformUUID"\s*=\s*"([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"/.exec(text ?? '')?.[1]?.toLowerCase() ?? null
