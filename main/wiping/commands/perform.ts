// A command to the drive cannot be called back, and what it did cannot be seen. So it is given only to the drive that was meant, and its answer is taken at its word and no further.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Drive } from '../../../core/media/drive.ts'
import type { DriveAbility, DriveCommandProgress, DriveCommandResult, DriveMethod, Said } from '../../../core/wipes/drive-commands.ts'
import { abilitiesOf } from './abilities.ts'
import type { Ask } from './ask.ts'
import { courseOf, type Ended } from './courses.ts'
import type { HeldDrive } from './hold-drive.ts'

/** `reread` finds the drive again right before the command; `hold` keeps its name from meaning another until the command has ended. `sample` reads places before, and afterwards says how many hold the same. */
export interface HowToPerform {
  signal: AbortSignal
  onProgress(progress: DriveCommandProgress): void
  ask: Ask
  reread(path: string): Promise<Drive | null>
  hold?: (drive: Drive) => Promise<HeldDrive | null>
  sample?: (drive: Drive) => Promise<() => Promise<{ places: number; unchanged: number }>>
  pause?: (milliseconds: number) => Promise<unknown>
  platform?: NodeJS.Platform
}

/**
 * Gives a drive one command and follows it to its end. Refuses every drive whose role is not removable or internal, that has a hindrance or no
 * serial, or that is no longer the one that was meant. `done` is the drive's own word; the samples stand beside it for others to judge.
 */
export async function perform(method: DriveMethod, drive: Drive, how: HowToPerform): Promise<DriveCommandResult> {
  const said: Said[] = []
  const result: Results = (outcome, more = {}) => ({ outcome, whyNot: null, method, category: null, said, passwordLeft: null, samples: null, ...more })
  const refusal = refusalOf(drive) ?? await changedSince(drive, how)
  if (refusal !== null) return result('refused', { whyNot: refusal })
  if (how.signal.aborted) return result('abandoned')
  const { abilities, reason } = await abilitiesOf(drive, how.ask, how.platform)
  const ability = abilities.find((each) => each.method === method)
  if (ability === undefined) return result('unsupported', { whyNot: reason ?? 'not-supported' })
  if (ability.whyNot !== null) return result(ability.whyNot === 'frozen' ? 'frozen' : 'unsupported', { whyNot: ability.whyNot })

  const held = how.hold ? await how.hold(drive) : FREE
  if (held === null) return result('refused', { whyNot: 'changed' })
  try {
    return await command(method, drive, held, ability, how, said, result)
  } finally {
    await held.close()
  }
}

/** Where nothing can be held, as on paper. */
const FREE: HeldDrive = { isStill: async () => true, close: async () => {} }

type Results = (outcome: DriveCommandResult['outcome'], more?: Partial<DriveCommandResult>) => DriveCommandResult

/** The drive is held from here on: what is looked at, and what is told to erase itself, is one and the same. */
async function command(method: DriveMethod, drive: Drive, held: HeldDrive, ability: DriveAbility, how: HowToPerform, said: Said[], result: Results): Promise<DriveCommandResult> {
  const again = await how.sample?.(drive)
  // Reading takes its time, and plugs are moved in it.
  const changed = await changedSince(drive, how)
  if (changed !== null) return result('refused', { whyNot: changed })
  if (!await held.isStill()) return result('refused', { whyNot: 'changed' })
  if (how.signal.aborted) return result('abandoned')
  const ended = await courseOf(method, drive, ability.seconds, {
    say: async (program, args, seconds) => {
      const answer = await how.ask(program, args, { seconds })
      said.push({ program, args: [...args], code: answer.code, out: shortened(answer.out), err: shortened(answer.err) })
      return answer
    },
    signal: how.signal, onProgress: how.onProgress, pause: how.pause ?? sleep,
  })
  // Samples only of what has ended: a drive at work has nothing to say.
  const samples = ended.outcome === 'unknown' || again === undefined ? null : await again()
  return result(ended.outcome, { whyNot: ended.outcome === 'frozen' ? 'frozen' : null, passwordLeft: ended.passwordLeft ?? null, category: categoryOf(ended, ability.category), samples })
}

const categoryOf = ({ outcome }: Ended, category: 'Clear' | 'Purge'): 'Clear' | 'Purge' | null => (outcome === 'done' ? category : null)

const PATHS = /^\/dev\/(sd[a-z]+|nvme\d+n\d+|mmcblk\d+)$/

function refusalOf(drive: Drive): 'not-this-drive' | 'hindered' | null {
  if (drive.role !== 'removable' && drive.role !== 'internal') return 'not-this-drive'
  if (!PATHS.test(drive.path) || drive.serial === null || drive.bytes === 0) return 'not-this-drive'
  return drive.hindrances.length > 0 || drive.readOnly || drive.volumes.some(({ mountPoints }) => mountPoints.length > 0) ? 'hindered' : null
}

async function changedSince(drive: Drive, { reread }: HowToPerform): Promise<'changed' | 'not-this-drive' | 'hindered' | null> {
  const now = await reread(drive.path)
  if (now === null || now.serial !== drive.serial || now.bytes !== drive.bytes || now.insertion !== drive.insertion || now.path !== drive.path) return 'changed'
  return refusalOf(now)
}

const shortened = (text: string): string => (text.length > 4000 ? `${text.slice(0, 4000)}…` : text)
