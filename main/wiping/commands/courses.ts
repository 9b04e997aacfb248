import type { Drive } from '../../../core/media/drive.ts'
import type { DriveCommandProgress, DriveMethod } from '../../../core/wipes/drive-commands.ts'
import { controllerOf } from './abilities.ts'
import type { Asked } from './ask.ts'
import { complains, readIdentity, readSanitizeStatus } from './read-hdparm.ts'
import { readSanitizeLog } from './read-nvme.ts'
import { readProgress } from './read-sg.ts'

export interface Course { say(program: string, args: readonly string[], seconds: number): Promise<Asked>; signal: AbortSignal; onProgress(progress: DriveCommandProgress): void; pause(milliseconds: number): Promise<unknown> }
export interface Ended { outcome: 'done' | 'failed' | 'frozen' | 'unknown'; passwordLeft?: string }

const DAY = 86_400
const POLL_MS = 5_000
const SILENCES = 12
/** Set for the erase only; named in the record, so that whoever finds the drive locked can open it. */
export const ERASE_PASSWORD = 'azukari'

/** The whole course of one method: the command, and asking until the drive says how it ended. */
export function courseOf(method: DriveMethod, drive: Drive, seconds: number | null, course: Course): Promise<Ended> {
  const nvme = controllerOf(drive.path) ?? ''
  switch (method) {
    case 'ata-security-erase': return securityErase(drive.path, '--security-erase', seconds, course)
    case 'ata-security-erase-enhanced': return securityErase(drive.path, '--security-erase-enhanced', seconds, course)
    case 'ata-sanitize-block': return ataSanitize(drive.path, ['--sanitize-block-erase'], course)
    case 'ata-sanitize-crypto': return ataSanitize(drive.path, ['--sanitize-crypto-scramble'], course)
    case 'ata-sanitize-overwrite': return ataSanitize(drive.path, ['--sanitize-overwrite-passes', '1', '--sanitize-overwrite', 'hex:00000000'], course)
    // SANACT, NVM Express Base 2.0, figure 328.
    case 'nvme-sanitize-block': return nvmeSanitize(nvme, 2, course)
    case 'nvme-sanitize-overwrite': return nvmeSanitize(nvme, 3, course)
    case 'nvme-sanitize-crypto': return nvmeSanitize(nvme, 4, course)
    case 'nvme-format-erase': return nvmeFormat(drive.path, 1, course)
    case 'nvme-format-crypto': return nvmeFormat(drive.path, 2, course)
    case 'scsi-sanitize-block': return scsiSanitize(drive.path, ['--block'], course)
    case 'scsi-sanitize-crypto': return scsiSanitize(drive.path, ['--crypto'], course)
    case 'scsi-sanitize-overwrite': return scsiSanitize(drive.path, ['--overwrite', '--zero'], course)
    case 'discard-secure': return ended(course.say('blkdiscard', ['--secure', drive.path], DAY), () => true)
  }
}

/** ACS-4, 9.10: a password is set, the erase takes it away again. A drive that refused the erase keeps it until it is taken off. */
async function securityErase(path: string, how: '--security-erase' | '--security-erase-enhanced', seconds: number | null, { say, onProgress }: Course): Promise<Ended> {
  const set = await say('hdparm', ['--user-master', 'u', '--security-set-pass', ERASE_PASSWORD, path], 60)
  const locked = readIdentity((await say('hdparm', ['-I', path], 60)).out)
  if (locked === null) return { outcome: 'unknown', passwordLeft: ERASE_PASSWORD }
  if (locked.security.frozen) return { outcome: 'frozen' }
  if (!locked.security.enabled) return { outcome: 'failed' }
  onProgress({ fraction: null })
  const erase = set.code === 0 ? await say('hdparm', ['--user-master', 'u', how, ERASE_PASSWORD, path], seconds === null ? DAY : seconds * 3 + 3600) : null
  const after = readIdentity((await say('hdparm', ['-I', path], 60)).out)
  if (erase?.outcome === 'timed-out' || after === null) return { outcome: 'unknown', passwordLeft: ERASE_PASSWORD }
  if (erase !== null && isTaken(erase) && !after.security.enabled && !after.security.locked) return { outcome: 'done' }
  if (!after.security.enabled) return { outcome: 'failed' }
  await say('hdparm', ['--user-master', 'u', '--security-disable', ERASE_PASSWORD, path], 60)
  const open = readIdentity((await say('hdparm', ['-I', path], 60)).out)
  return open?.security.enabled === false ? { outcome: 'failed' } : { outcome: 'failed', passwordLeft: ERASE_PASSWORD }
}

async function ataSanitize(path: string, how: readonly string[], course: Course): Promise<Ended> {
  const begun = await course.say('hdparm', ['--yes-i-know-what-i-am-doing', ...how, path], 120)
  if (begun.outcome !== 'answered') return { outcome: 'unknown' }
  if (!isTaken(begun)) return { outcome: /FROZEN/i.test(begun.out + begun.err) ? 'frozen' : 'failed' }
  return followed(course, async () => {
    const status = readSanitizeStatus((await course.say('hdparm', ['--sanitize-status', path], 60)).out)
    if (status === null) return null
    if (status.state === 'running') return { fraction: status.fraction }
    return status.state === 'frozen' ? 'frozen' : status.succeeded ? 'done' : 'failed'
  })
}

async function nvmeSanitize(controller: string, action: number, course: Course): Promise<Ended> {
  const begun = await course.say('nvme', ['sanitize', controller, `--sanact=${action}`, ...(action === 3 ? ['--owpass=1', '--ovrpat=0'] : [])], 120)
  if (begun.outcome !== 'answered') return { outcome: 'unknown' }
  if (begun.code !== 0) return { outcome: 'failed' }
  return followed(course, async () => {
    const log = readSanitizeLog((await course.say('nvme', ['sanitize-log', controller, '--output-format=json'], 60)).out)
    if (log === null) return null
    // "Never sanitized" after it was begun is no completion.
    return log.status === 'running' ? { fraction: log.fraction } : log.status === 'completed' ? 'done' : 'failed'
  })
}

function nvmeFormat(path: string, erase: number, { say }: Course): Promise<Ended> {
  return ended(say('nvme', ['format', path, `--ses=${erase}`, '--force', `--timeout=${DAY * 1000}`], DAY + 60), ({ out }) => /Success formatting namespace/.test(out))
}

async function scsiSanitize(path: string, how: readonly string[], course: Course): Promise<Ended> {
  const begun = await course.say('sg_sanitize', [...how, '--quick', '--early', path], 120)
  if (begun.outcome !== 'answered') return { outcome: 'unknown' }
  if (begun.code !== 0) return { outcome: 'failed' }
  return followed(course, async () => {
    const fraction = readProgress((await course.say('sg_requests', ['--progress', path], 60)).out)
    if (fraction !== null) return { fraction }
    // SBC-4, 4.11.4: after a sanitize that failed no drive is ready until it has had another.
    const ready = await course.say('sg_turs', ['--verbose', path], 60)
    if (ready.outcome !== 'answered') return null
    if (/sanitize in progress/i.test(ready.out + ready.err)) return { fraction: null }
    return ready.code === 0 ? 'done' : 'failed'
  })
}

/** Asks until the drive says how it ended. A cancel ends the watching; the drive goes on, and so the end is unknown. */
async function followed({ signal, onProgress, pause }: Course, look: () => Promise<'done' | 'failed' | 'frozen' | { fraction: number | null } | null>): Promise<Ended> {
  for (let silences = 0; silences < SILENCES;) {
    const seen = await look()
    if (typeof seen === 'string') return { outcome: seen }
    silences = seen === null ? silences + 1 : 0
    if (seen !== null) onProgress(seen)
    if (signal.aborted) break
    await pause(POLL_MS)
  }
  return { outcome: 'unknown' }
}

async function ended(asked: Promise<Asked>, says: (answer: Asked) => boolean): Promise<Ended> {
  const answer = await asked
  if (answer.outcome === 'timed-out' || answer.outcome === 'cancelled') return { outcome: 'unknown' }
  return { outcome: answer.outcome === 'answered' && answer.code === 0 && says(answer) ? 'done' : 'failed' }
}

const isTaken = ({ outcome, code, out, err }: Asked): boolean => outcome === 'answered' && code === 0 && !complains(out + err)
