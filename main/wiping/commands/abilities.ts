import type { Drive } from '../../../core/media/drive.ts'
import type { DriveAbility, DriveMethod, HiddenAreas, WhyNot } from '../../../core/wipes/drive-commands.ts'
import type { Ask } from './ask.ts'
import { readHiddenAreas, readIdentity, type AtaIdentity } from './read-hdparm.ts'
import { readController, readNamespaces, readSanitizeLog } from './read-nvme.ts'
import { readOpcode } from './read-sg.ts'

export interface Abilities { abilities: DriveAbility[]; reason: 'not-this-platform' | 'not-this-drive' | null }

/**
 * What this drive can be told to do to itself, each with the category that counts for its kind, and with what stands in the way. Only asks;
 * changes nothing. Empty with a reason where nothing is known: other platforms, and drives behind buses that pass no commands on.
 */
export async function abilitiesOf(drive: Drive, ask: Ask, platform: NodeJS.Platform = process.platform): Promise<Abilities> {
  if (platform !== 'linux') return { abilities: [], reason: 'not-this-platform' }
  if (drive.bus === 'nvme') return given(await ofNvme(drive, ask))
  if (drive.bus === 'sas') return given(await ofScsi(drive, ask))
  if (drive.bus === 'sata' || drive.bus === 'usb') return given(await ofAta(drive, ask))
  if (drive.bus === 'mmc') return given([ability('discard-secure', 'Clear', null, null)])
  return { abilities: [], reason: 'not-this-drive' }
}

/** Sectors that an ATA drive hides (HPA, DCO). Everything is `unknown` for others and behind bridges that do not pass it on. */
export async function hiddenAreas(drive: Drive, ask: Ask, platform: NodeJS.Platform = process.platform): Promise<HiddenAreas> {
  if (platform !== 'linux' || (drive.bus !== 'sata' && drive.bus !== 'usb')) return readHiddenAreas('', '')
  return readHiddenAreas((await ask('hdparm', ['-N', drive.path])).out, (await ask('hdparm', ['--dco-identify', drive.path])).out)
}

/** The controller of a namespace: `/dev/nvme0` of `/dev/nvme0n1`, or null. */
export const controllerOf = (path: string): string | null => /^(\/dev\/nvme\d+)n\d+$/.exec(path)?.[1] ?? null

const given = (abilities: DriveAbility[]): Abilities => ({ abilities, reason: abilities.length === 0 ? 'not-this-drive' : null })
const ability = (method: DriveMethod, category: DriveAbility['category'], seconds: number | null, whyNot: WhyNot | null): DriveAbility =>
  ({ method, category, seconds, whyNot, reliesOnEncryption: method.endsWith('-crypto') })

async function ofAta(drive: Drive, ask: Ask): Promise<DriveAbility[]> {
  const asked = await ask('hdparm', ['-I', drive.path])
  const ata = readIdentity(asked.out)
  if (ata === null) {
    // A bridge that passes nothing on is no ATA drive to us.
    if (drive.bus === 'usb') return []
    return ATA.map((method) => ability(method, categoryOf(method, null), null, asked.outcome === 'no-program' ? 'no-program' : 'no-answer'))
  }
  const secondsOf = (minutes: number | null) => (minutes === null ? null : minutes * 60)
  const can: Record<(typeof ATA)[number], [boolean, number | null]> = {
    'ata-security-erase': [ata.security.supported, secondsOf(ata.security.minutes)],
    'ata-security-erase-enhanced': [ata.security.supported && ata.security.enhanced, secondsOf(ata.security.minutesEnhanced)],
    'ata-sanitize-block': [ata.sanitize.block, null], 'ata-sanitize-crypto': [ata.sanitize.crypto, null], 'ata-sanitize-overwrite': [ata.sanitize.overwrite, null],
  }
  return ATA.map((method) => ability(method, categoryOf(method, drive.kind === 'HDD' && ata.rotates !== false), can[method][1], can[method][0] ? inTheWay(method, ata) : 'not-supported'))
}

const ATA = ['ata-security-erase', 'ata-security-erase-enhanced', 'ata-sanitize-block', 'ata-sanitize-crypto', 'ata-sanitize-overwrite'] as const

/** SP 800-88 Rev. 1, tables: Enhanced Security Erase purges what rotates; on flash it, and the plain one anywhere, clears. */
function categoryOf(method: (typeof ATA)[number], rotates: boolean | null): DriveAbility['category'] {
  if (method === 'ata-security-erase') return 'Clear'
  return method === 'ata-security-erase-enhanced' && rotates !== true ? 'Clear' : 'Purge'
}

function inTheWay(method: (typeof ATA)[number], { security }: AtaIdentity): WhyNot | null {
  if (security.locked) return 'locked'
  if (!method.startsWith('ata-security')) return null
  return security.frozen ? 'frozen' : security.enabled ? 'password-set' : null
}

async function ofNvme(drive: Drive, ask: Ask): Promise<DriveAbility[]> {
  const controller = controllerOf(drive.path)
  if (controller === null) return []
  const asked = await ask('nvme', ['id-ctrl', controller, '--output-format=json'])
  const nvme = readController(asked.out)
  if (nvme === null) return NVME.map(([method, category]) => ability(method, category, null, asked.outcome === 'no-program' ? 'no-program' : 'no-answer'))
  const log = readSanitizeLog((await ask('nvme', ['sanitize-log', controller, '--output-format=json'])).out)
  // A sanitize takes the whole subsystem with it, and many formats do.
  const isAlone = nvme.namespaces === 1 || readNamespaces((await ask('nvme', ['list-ns', controller, '--all', '--output-format=json'])).out) === 1
  const can: Record<string, [boolean, number | null]> = {
    'nvme-sanitize-block': [nvme.sanitize.block, log?.seconds.block ?? null], 'nvme-sanitize-crypto': [nvme.sanitize.crypto, log?.seconds.crypto ?? null], 'nvme-sanitize-overwrite': [nvme.sanitize.overwrite, log?.seconds.overwrite ?? null],
    'nvme-format-erase': [nvme.format, null], 'nvme-format-crypto': [nvme.formatCrypto, null],
  }
  return NVME.map(([method, category]) => {
    const [isThere, seconds] = can[method] ?? [false, null]
    return ability(method, category, seconds, !isThere ? 'not-supported' : log?.status === 'running' ? 'sanitizing' : isAlone ? null : 'other-namespaces')
  })
}

/** Format is counted as Clear: SP 800-88 Rev. 1 took it for Purge, IEEE 2883 asks for Sanitize. */
const NVME: readonly (readonly [DriveMethod, DriveAbility['category']])[] = [
  ['nvme-sanitize-block', 'Purge'], ['nvme-sanitize-crypto', 'Purge'], ['nvme-sanitize-overwrite', 'Purge'], ['nvme-format-erase', 'Clear'], ['nvme-format-crypto', 'Clear'],
]

/** SBC-4's service actions of SANITIZE (48h). */
const SCSI = [['scsi-sanitize-overwrite', 1], ['scsi-sanitize-block', 2], ['scsi-sanitize-crypto', 3]] as const

async function ofScsi(drive: Drive, ask: Ask): Promise<DriveAbility[]> {
  const abilities: DriveAbility[] = []
  for (const [method, action] of SCSI) {
    const asked = await ask('sg_opcodes', [`--opcode=0x48,${action}`, drive.path])
    const can = readOpcode(`${asked.out}${asked.err}`)
    abilities.push(ability(method, 'Purge', null, asked.outcome === 'no-program' ? 'no-program' : can === null ? 'no-answer' : can ? null : 'not-supported'))
  }
  return abilities
}
