import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Medium } from '../media/medium.ts'
import { mediumNamed } from '../media/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import type { Instant } from '../time.ts'
import type { World } from '../world.ts'
import { lineOf, type Line, objectionsToLine, refuseIfBegun, wipeNamed, wipeOf } from './carrying-out.ts'
import type { WipeLog } from './drive-commands.ts'
import { resultOfLog } from './results.ts'
import { sameSerial } from './rules.ts'
import type { RecordExternal, Wipe } from './wipe.ts'

const LARGEST_LOG = 8 << 20

/**
 * ほかの消去ソフトの記録 (Art. 15): another program's run, by its own log. Recorded after it happened; notice and witness had to come before it
 * all the same. The log speaks of the medium of the plan by its serial number, or it is refused; it is kept in the vault with its
 * hash, and it decides about the result. Another person verifies as any erasure.
 */
export async function recordExternal(world: World, order: RecordExternal): Promise<Wipe> {
  const line = await look(world, (reading) => externalLineOf(world, reading, order))
  if (order.at > world.now()) throw refusal('time-in-future', '15⑤', null, { what: 'erased' })
  refuseIfAny(objectionsToLine(line, line.medium, order.witness, order.at))
  const { bytes, file } = await logAt(world, order.log)
  const log = ofMedium(world.wiping.readLog(bytes), line.medium, file)

  if (!isOfDay(log, order.at)) throw refusal('wipe-log-of-other-run', '15⑤', 'R-31', { file, ended: log.ended ?? '' })

  const { blob, sha256, size } = await world.files.keep(file, bytes)
  let stands = false
  try {
    const wipe = wipeOf(world, line, {
      medium: line.medium.no, witness: order.witness, begunAt: order.at, endedAt: order.at, remarks: order.remarks, software: `${log.tool} ${log.version ?? ''}`.trim(),
      external: { log, file, sha256, bytes: size, blob, performedBy: order.performedBy }, result: resultOfLog(log), state: 'to be verified',
    })
    return await record(world, (reading) => {
      externalLineOf(world, reading, order)
      if (reading.list('wipe').some((earlier) => earlier.medium === line.medium.no && earlier.external?.sha256 === sha256)) throw refusal('wipe-log-used', '15⑤', 'R-31', { file })
      return { entries: [{ type: 'external-wipe-recorded', data: { wipe } }], stands: () => { stands = true }, answer: (after) => wipeNamed(after, wipe.id) }
    })
  } finally {
    if (!stands) await world.files.forget([blob])
  }
}

function externalLineOf(world: World, reading: Reading, order: RecordExternal): Line & { medium: Medium } {
  const line = lineOf(world, reading, order)
  if (line.target.kind !== 'medium' || line.target.medium === null || line.target.method !== 'external') throw refusal('not-by-this-way', '15②', null, { method: line.target.method })
  refuseIfBegun(line)
  return { ...line, medium: mediumNamed(reading, line.target.medium) }
}

/** Logs name no time zone: a day more or less is the same run, and last year's is not. One that names no day says nothing. */
function isOfDay({ ended }: WipeLog, at: Instant): boolean {
  const [, year, month, day] = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(ended ?? '') ?? []
  if (year === undefined) return true
  const noonInJapan = Date.UTC(Number(year), Number(month) - 1, Number(day), 3)
  return Math.abs(at - noonInJapan) <= 36 * 3_600_000
}

async function logAt(world: World, path: string): Promise<{ bytes: Uint8Array; file: string }> {
  const read = await world.files.readSmall(path, LARGEST_LOG)
  if (read.outcome === 'too-large') throw refusal('too-large', null, null, { path, limit: LARGEST_LOG })
  if (read.outcome !== 'read') throw refusal('file-unreadable', null, null, { path })
  return { bytes: read.bytes, file: path.split(/[/\\]/).at(-1) ?? path }
}

/** The last that the log says of this medium; a log of other drives, or of one whose serial nobody read, is not believed. */
function ofMedium(logs: readonly WipeLog[] | null, { no, serial }: Medium, file: string): WipeLog {
  if (logs === null) throw refusal('wipe-log-not-understood', '15⑤', null, { file })
  const log = logs.findLast((each) => each.serial !== null && sameSerial(each.serial, serial))
  if (!log) throw refusal('wipe-log-of-other-serial', '11(5)', 'R-17', { no, serial, found: [...new Set(logs.map((each) => each.serial ?? ''))].filter(Boolean).join(', ') })
  return log
}
