// hdparm's words, read: pure, so that every drive that ever answered can be answered again in a test.

/** `hdparm -I`: what an ATA drive says of its own erasing. Minutes are null where it names none. */
export interface AtaIdentity {
  model: string | null
  serial: string | null
  rotates: boolean | null
  security: { supported: boolean; enabled: boolean; locked: boolean; frozen: boolean; enhanced: boolean; minutes: number | null; minutesEnhanced: number | null }
  sanitize: { block: boolean; crypto: boolean; overwrite: boolean }
}

/** Null when this is no answer of an ATA drive. */
export function readIdentity(text: string): AtaIdentity | null {
  if (!/^ATA device, with/m.test(text)) return null
  const security = /^Security:\s*\n((?:[ \t]+.*\n?)*)/m.exec(text)?.[1] ?? ''
  const says = (what: string): boolean => new RegExp(`^[ \\t]+${what}[ \\t]*$`, 'm').test(security)
  const does = (what: string): boolean => new RegExp(`^[ \\t]+\\*[ \\t]+${what}[ \\t]*$`, 'm').test(text)
  const rate = /Nominal Media Rotation Rate:[ \t]*(.+)/.exec(text)?.[1]?.trim()
  const sanitizes = does('SANITIZE feature set')
  return {
    model: fieldOf(text, 'Model Number'), serial: fieldOf(text, 'Serial Number'),
    rotates: rate === undefined ? null : /^\d+$/.test(rate) ? true : rate === 'Solid State Device' ? false : null,
    security: {
      supported: says('supported'), enabled: says('enabled'), locked: says('locked'), frozen: says('frozen'), enhanced: says('supported: enhanced erase'),
      minutes: minutesOf(/(\d+)min for SECURITY ERASE UNIT/.exec(security)), minutesEnhanced: minutesOf(/(\d+)min for ENHANCED SECURITY ERASE UNIT/.exec(security)),
    },
    sanitize: { block: sanitizes && does('BLOCK_ERASE_EXT command'), crypto: sanitizes && does('CRYPTO_SCRAMBLE_EXT command'), overwrite: sanitizes && does('OVERWRITE_EXT command') },
  }
}

/** `hdparm --sanitize-status`, progress as a fraction; null when it is not that. */
export function readSanitizeStatus(text: string): { state: 'idle' | 'frozen' | 'running' | 'failed'; succeeded: boolean; fraction: number | null } | null {
  const state = /State:\s+SD([0-3])\b/.exec(text)?.[1]
  if (state === undefined) return null
  const progress = /Progress:\s+0x([0-9a-f]+)/i.exec(text)?.[1]
  return {
    state: state === '0' ? 'idle' : state === '1' ? 'frozen' : state === '2' ? 'running' : 'failed',
    succeeded: state === '0' && /Last Sanitize Operation Completed Without Error/.test(text),
    fraction: progress === undefined ? null : Number.parseInt(progress, 16) / 0x1_0000,
  }
}

/** `hdparm -N` and `hdparm --dco-identify`: sectors shown, sectors there are. */
export function readHiddenAreas(hpa: string, dco: string): { hpa: 'none' | 'present' | 'unknown'; dco: 'none' | 'present' | 'unknown'; visibleSectors: number | null; nativeSectors: number | null } {
  const found = /max sectors\s+=\s+(\d+)\/(\d+)(?:\(\d+\?\))?, (HPA is enabled|HPA is disabled|ACCESSIBLE MAX ADDRESS (?:en|dis)abled)/i.exec(hpa)
  const visible = found ? Number(found[1]) : null
  const native = found ? Number(found[2]) : null
  const real = /Real max sectors:\s*(\d+)/.exec(dco)?.[1]
  const isHidden = visible !== null && native !== null && (visible < native || /enabled/i.test(found?.[3] ?? ''))
  return {
    hpa: visible === null || native === null || visible > native ? 'unknown' : isHidden ? 'present' : 'none',
    // DCO tells the highest address where -N tells a count; older drives differ by one.
    dco: real === undefined || native === null || !/DCO Checksum verified/.test(dco) ? 'unknown' : Number(real) > native ? 'present' : 'none',
    visibleSectors: visible, nativeSectors: real === undefined || native === null ? native : Math.max(native, Number(real)),
  }
}

/** Whether hdparm passed on that the drive did not take a command: it may still leave with 0. */
export const complains = (text: string): boolean => /bad\/missing sense data|SG_IO:|FAILED|failed|I\/O error|Input\/output error|not supported|Permission denied/i.test(text)

const fieldOf = (text: string, name: string): string | null => new RegExp(`^\\s*${name}:[ \\t]*(\\S.*?)[ \\t]*$`, 'm').exec(text)?.[1] ?? null
const minutesOf = (found: RegExpExecArray | null): number | null => (found?.[1] === undefined ? null : Number(found[1]))
