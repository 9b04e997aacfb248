import { type Day, DAY, dayOf, type Instant } from '../time.ts'
import type { Antivirus, Attested, DeviceCheck, Finding, Found, WorkstationFacts } from './check.ts'
import { leakProneAs, type LeakProne } from './leak-prone.ts'

/** Days that patterns and patches may be old [the trade's habit; the specification says 最新 and 定期的]. */
export const PATTERN_TOLD = 3
export const PATTERN_FAILS = 14
export const UPDATES_TOLD = 40

type Seen = Pick<DeviceCheck, 'os' | 'lastUpdateOn' | 'antivirus' | 'applications'>

/** What is known of the device, each with who knows it. What the machine says comes before what is said of it. */
export function seen(facts: WorkstationFacts | null, attested: Attested, list: readonly LeakProne[]): Seen {
  return {
    os: told(facts?.os, attested.os),
    lastUpdateOn: told(facts?.lastUpdateOn, attested.lastUpdateOn),
    antivirus: antivirusSeen(facts?.antivirus ?? null, attested.antivirus),
    applications: applicationsSeen(facts, attested, list),
  }
}

function told<T>(read: T | null | undefined, attested: T | null): { value: T | null; source: DeviceCheck['os']['source'] } {
  if (read !== null && read !== undefined) return { value: read, source: 'read' }
  return attested === null ? { value: null, source: 'unknown' } : { value: attested, source: 'attested' }
}

/** A product may be seen, and not how old its patterns are: that is then on the person's word. */
function antivirusSeen(read: Antivirus | null, attested: Antivirus | null): Seen['antivirus'] {
  if (!read || read.patternOn !== null || !attested?.patternOn) return told(read, attested)
  return { value: { ...read, engine: read.engine || attested.engine, patternOn: attested.patternOn }, source: 'attested' }
}

/** A person may name what the machine did not list: a program without an installer, Winny before all, is in no register. */
function applicationsSeen(facts: WorkstationFacts | null, attested: Attested, list: readonly LeakProne[]): Seen['applications'] {
  const read = facts?.applications ?? null
  const named = (attested.applications ?? []).map((name): Found => {
    const listed = leakProneAs(name, list)
    return { name, listedAs: listed?.name ?? name, kind: listed?.kind ?? 'file-sharing' }
  })
  const found = [...(read ?? []).flatMap(({ name }) => {
    const listed = leakProneAs(name, list)
    return listed ? [{ name, listedAs: listed.name, kind: listed.kind }] : []
  }), ...named].filter(({ name }, i, all) => all.findIndex((other) => other.name === name) === i)
  if (read) return { count: read.length, found, source: 'read' }
  return { count: null, found, source: attested.applications === null ? 'unknown' : 'attested' }
}

/** What the check comes upon (Art. 11(10)イ–キ), gravest first. */
export function findingsOf(check: Seen & Pick<DeviceCheck, 'notPrivate' | 'measures' | 'internetConnected'>, excepted: boolean, now: Instant): Finding[] {
  const { os, lastUpdateOn, antivirus, applications } = check
  const findings: Finding[] = []
  const find = (code: Finding['code'], fails: boolean, about = '') => findings.push({ code, fails, about })

  if (!check.notPrivate) find('private-device', true)
  for (const { name } of applications.found) find(excepted ? 'leak-prone-excepted' : 'leak-prone-found', !excepted, name)
  if (applications.source === 'unknown') find('applications-unseen', true)
  findings.push(...findingsOfAntivirus(antivirus.value, now))
  if (check.internetConnected && check.measures.length === 0) find('no-measures', true)
  if (os.value === null) find('os-unknown', false)
  if (lastUpdateOn.value === null) find('updates-unknown', false)
  else if (daysSince(lastUpdateOn.value, now) > UPDATES_TOLD) find('updates-old', false, lastUpdateOn.value)
  return findings.sort((a, b) => Number(b.fails) - Number(a.fails))
}

function findingsOfAntivirus(antivirus: Antivirus | null, now: Instant): Finding[] {
  if (antivirus === null) return [{ code: 'no-antivirus', fails: true, about: '' }]
  const { product, active, patternOn } = antivirus
  const findings: Finding[] = active === false ? [{ code: 'antivirus-off', fails: true, about: product }] : []
  if (patternOn === null) return [...findings, { code: 'pattern-unknown', fails: true, about: product }]
  const age = daysSince(patternOn, now)
  if (age > PATTERN_FAILS) findings.push({ code: 'pattern-too-old', fails: true, about: patternOn })
  else if (age > PATTERN_TOLD) findings.push({ code: 'pattern-old', fails: false, about: patternOn })
  return findings
}

/** Whole days between a day and today, by Japan's calendar. */
export function daysSince(day: Day, now: Instant): number {
  return Math.round((Date.parse(dayOf(now)) - Date.parse(day)) / DAY)
}
