import * as z from 'zod'

const Controller = z.object({ sn: z.string(), mn: z.string(), sanicap: z.number().int().nonnegative().default(0), oacs: z.number().int().default(0), fna: z.number().int().default(0), nn: z.number().int().default(0) })

/** What a controller can do (NVM Express Base 2.0, figure 275: SANICAP, OACS, FNA). */
export interface NvmeController { serial: string; model: string; namespaces: number; sanitize: { crypto: boolean; block: boolean; overwrite: boolean }; format: boolean; formatCrypto: boolean }

/** `nvme id-ctrl -o json`; null when it is not that. */
export function readController(text: string): NvmeController | null {
  const found = Controller.safeParse(jsonOf(text))
  if (!found.success) return null
  const { sn, mn, sanicap, oacs, fna, nn } = found.data
  return {
    serial: sn.trim(), model: mn.trim(), namespaces: nn,
    sanitize: { crypto: (sanicap & 1) !== 0, block: (sanicap & 2) !== 0, overwrite: (sanicap & 4) !== 0 },
    format: (oacs & 2) !== 0, formatCrypto: (oacs & 2) !== 0 && (fna & 4) !== 0,
  }
}

/** `nvme list-ns --all -o json`: how many namespaces there are; null when it is not that. */
export function readNamespaces(text: string): number | null {
  const found = z.object({ nsid_list: z.array(z.object({ nsid: z.number() })) }).safeParse(jsonOf(text))
  return found.success ? found.data.nsid_list.length : null
}

const Log = z.object({
  sprog: z.number().int(), sstat: z.record(z.string(), z.unknown()),
  time_over_write: z.number().optional(), time_block_erase: z.number().optional(), time_crypto_erase: z.number().optional(),
})

export interface SanitizeLog { status: 'never' | 'completed' | 'running' | 'failed'; fraction: number; seconds: { overwrite: number | null; block: number | null; crypto: number | null } }

/** `nvme sanitize-log -o json` (figure 291): under the controller's name; null when it is not that. */
export function readSanitizeLog(text: string): SanitizeLog | null {
  const outer = z.record(z.string(), z.unknown()).safeParse(jsonOf(text))
  const log = outer.success ? Log.safeParse('sprog' in outer.data ? outer.data : Object.values(outer.data)[0]) : null
  if (log?.success !== true) return null
  // Some versions name the field by its own text: whatever its name, it begins with the number.
  const number = Object.values(log.data.sstat).map((value) => /^\((\d+)\) /.exec(typeof value === 'string' ? value : '')?.[1]).find((found) => found !== undefined)
  const status = (['never', 'completed', 'running', 'failed', 'completed'] as const)[Number(number ?? Number.NaN)]
  if (status === undefined) return null
  return {
    status, fraction: log.data.sprog / 0x1_0000,
    seconds: { overwrite: told(log.data.time_over_write), block: told(log.data.time_block_erase), crypto: told(log.data.time_crypto_erase) },
  }
}

/** All ones: no time is reported. */
const told = (seconds: number | undefined): number | null => (seconds === undefined || seconds >= 0xffff_ffff || seconds < 0 ? null : seconds)

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
