import { randomInt } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Log } from '../core/wire/serve.ts'

/** What is written down of an error: what it is and where it happened, never what it says. */
interface Incident {
  incident: string
  at: string
  error: string
  code?: string
  frames: string[]
  cause?: Omit<Incident, 'incident' | 'at'>
}

const largestLog = 2_000_000
/** A page that was taken over breaks as much as the wire lets through: it must not push out of the log what told of it. */
const mostInAMinute = 1000

/**
 * The log in `<home>/log/incidents.jsonl`: incidents only, one JSON object a line. An error's message may hold a file
 * name or a person's, so it is not kept; its class, its code and the places in our own source have to be enough.
 * A number is six letters that can be read out over the telephone. Past 2 MB the log starts anew and one old one stays.
 * What is beyond a thousand in a minute is not written down and shares the last number.
 */
export function incidentLog(home: string, clock: () => Date = () => new Date()): Log {
  const folder = join(home, 'log')
  const file = join(folder, 'incidents.jsonl')
  const lately = { minute: NaN, count: 0, last: '' }

  return {
    incident(error) {
      const at = clock()
      const minute = Math.floor(at.getTime() / 60_000)
      if (minute !== lately.minute) Object.assign(lately, { minute, count: 0 })
      if (++lately.count > mostInAMinute) return lately.last
      const incident = newNumber()
      lately.last = incident
      const entry: Incident = { incident, at: at.toISOString(), ...withoutWords(error) }
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.old`)
      appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
      return incident
    },
  }
}

/** No vowels, so that it spells nothing; nothing that looks like something else. */
const letters = 'BCDFGHJKMNPQRTVWXY346789'

function newNumber(): string {
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
}

function withoutWords(error: unknown, depth = 0): Omit<Incident, 'incident' | 'at'> {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] }
  const { code } = error as NodeJS.ErrnoException
  return {
    error: named(error.name),
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? { code } : {}),
    frames: framesOf(error.stack ?? ''),
    ...(error.cause instanceof Error && depth < 3 ? { cause: withoutWords(error.cause, depth + 1) } : {}),
  }
}

/** An error's name is settable like its message. */
function named(name: string): string {
  return /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error'
}

/** Only lines of the exact form of a stack frame in a script are taken, so that a message of several lines cannot pass for one. */
function framesOf(stack: string): string[] {
  const frame = /^ {4}at (?:(?:async )?([\w$.<>[\] ]{1,80}) \()?((?:file:\/\/|node:|\/|[A-Z]:\\)[^()]*?\.(?:ts|tsx|js|cjs|mjs)|node:[\w/]+):(\d+):(\d+)\)?$/
  return stack.split('\n').flatMap((line) => {
    const [, where, script, row, column] = frame.exec(line) ?? []
    return script === undefined ? [] : [`${where ?? '?'} ${script.startsWith('node:') ? script : basename(script)}:${row}:${column}`]
  }).slice(0, 20)
}
