import { chainOf } from '../custody/chain.ts'
import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { type Instant, isoJst } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import { concernedBy, factsNow, neededBy, sayWhenItHappened } from './facts.ts'
import { type FactKey, type Incident, ReportKind } from './incident.ts'
import { reportId } from './report-id.ts'
import { minutesSince, reportsFrom } from './rules.ts'

/** F-35 事故報告書 (Art. 18①): one report of one incident, from what is known at that moment. Issued on the incident's page, where it takes its turn. */
export const incidentForm: FormSource = {
  form: 'F-35',
  enteredAt: '/incidents',
  afterEnd: true,
  issuedElsewhere: true,
  subjects: (reading, contractId) => reading.list('incident', contractId).sort((a, b) => a.draftedAt - b.draftedAt).flatMap((incident) => [
    ...incident.reports.map(({ no, kind }) => ({ no, kind })),
    ...reportsFrom(incident).map((kind) => ({ no: incident.reports.length + 1, kind })),
  ].map(({ no, kind }) => ({ id: reportId(incident.id, no, kind), label: `${incident.no}　${kind}` }))),
  facts: (reading, { contract, subjectId, now }) => {
    const [id = '', place = '', said = ''] = (subjectId ?? '').split('/')
    const incident = reading.get('incident', id)
    const kind = ReportKind.safeParse(said)
    return incident && kind.success ? factsOf(reading, contract, incident, { no: Number(place), kind: kind.data, now }) : { fields: {}, tables: {} }
  },
}

function factsOf(reading: Reading, contract: ContractOfWork, incident: Incident, { no, kind, now }: { no: number; kind: ReportKind; now: Instant }) {
  const known = factsNow(incident)
  const needed = neededBy(kind)
  const earlier = incident.reports.filter((report) => report.no < no)
  // A later revision of a report keeps the time at which it was reported.
  const reportedAt = incident.reports.find((report) => report.no === no)?.reportedAt ?? now
  const say = (key: FactKey): string => (known[key] !== '' ? known[key] : needed.includes(key) && kind !== '最終報' ? '確認中' : '')
  const concerned = concernedBy(reading, incident)
  const previous = earlier.at(-1)
  return {
    fields: {
      ...Object.fromEntries((Object.keys(known) as FactKey[]).map((key) => [key, say(key)])), occurredAt: sayWhenItHappened(say('occurredAt')),
      no: incident.no, reportKind: kind === '続報' ? `続報（第${no}報）` : kind, foundAt: isoJst(incident.foundAt), reportedAt: isoJst(reportedAt), elapsed: sayElapsed(minutesSince(incident.foundAt, reportedAt)),
      foundBy: incident.foundBy === null ? '預かり（期限の監視）' : nameOf(reading, incident.foundBy), importanceClass: incident.importanceClass ?? contract.importanceClass,
      earlier: earlier.map((report) => `${report.kind}　${report.docNo}（${warekiTime(report.reportedAt)}）`).join('、'),
      subject: incident.subject,
    },
    tables: {
      timeline: timelineOf(incident, kind, no).map(({ at, what, sort, who }) => ({ at: isoJst(at), kind: sort, what, who })),
      changes: previous ? changesSince(incident, previous.reportedAt) : [],
      packages: concerned.packages.flatMap((id) => packageRow(reading, id)),
      items: concerned.items.flatMap((id) => itemRow(reading, contract, id)),
    },
    subjects: [reportId(incident.id, no, kind), incident.id, contract.id],
  }
}

interface Line { at: Instant; sort: string; what: string; who: string }
/** Discovery, every deed that was written down, and the reports before this one, in the order of time. */
function timelineOf({ foundAt, timeline, reports, no: incidentNo }: Incident, _kind: ReportKind, no: number): Line[] {
  const lines: Line[] = [
    { at: foundAt, sort: '発見', what: `${incidentNo}を発見`, who: '' },
    ...timeline.map(({ at, kind, what, who }) => ({ at, sort: kind, what, who })),
    ...reports.filter((report) => report.no < no).map(({ reportedAt, kind, docNo, elapsedMinutes }) => ({ at: reportedAt, sort: '報告', what: `${kind}（${docNo}）を発行。発見から${sayElapsed(elapsedMinutes)}`, who: '' })),
  ]
  return lines.sort((a, b) => a.at - b.at)
}

/** What was said before and is known better since the report before this one. */
function changesSince(incident: Incident, since: Instant): { what: string; before: string; after: string }[] {
  const before = factsNow({ ...incident, facts: incident.facts.filter(({ at }) => at <= since) })
  const after = factsNow(incident)
  return (Object.keys(after) as FactKey[]).filter((key) => after[key] !== before[key]).map((key) => ({
    what: factWords[key], before: key === 'occurredAt' ? sayWhenItHappened(before[key] || '確認中') : before[key] || '確認中', after: key === 'occurredAt' ? sayWhenItHappened(after[key]) : after[key],
  }))
}

/** Evidence §6: how each package is locked, and where its key is. The judgement is the city's. */
function packageRow(reading: Reading, id: string): { no: string; lock: string; kdf: string; key: string; sealedAt: string }[] {
  const sealed = reading.get('package', id)
  if (!sealed) return []
  const { lock } = sealed
  const told = [...reading.list('mailing', sealed.contractId).filter(({ packages }) => packages.includes(sealed.id)), ...reading.list('mail', sealed.contractId).filter((mail) => mail.package === sealed.id)].flatMap(({ keyTold }) => keyTold ?? [])
  const key = lock.envelope ? `封筒（${lock.envelope.algorithm}、受取人の証明書だけで開く）` : told.length > 0 ? told.map(({ channel, to }) => `${channel}で連絡（${to}）`).join('、') : '未連絡（受託者だけが知る）'
  return [{ no: sealed.no, lock: `${lock.container}・${lock.keyBits}ビット`, kdf: lock.kdf, key, sealedAt: isoJst(sealed.verifiedAt ?? sealed.sealedAt) }]
}

/** Each entrusted item, and where the ledger saw it last. */
function itemRow(reading: Reading, contract: ContractOfWork, id: string): { name: string; kind: string; count: string; where: string }[] {
  const item = reading.get('item', id)
  if (!item) return []
  const last = chainOf(reading, contract, item).hops.at(-1)
  return [{ name: item.name, kind: item.infoKind, count: item.count === null ? '' : String(item.count), where: last ? `${last.kind}　${last.to}（${warekiTime(last.at)}）` : '' }]
}

export const sayElapsed = (minutes: number): string => (minutes < 60 ? `${minutes}分` : `${Math.floor(minutes / 60)}時間${minutes % 60 === 0 ? '' : `${minutes % 60}分`}`)
const nameOf = (reading: Reading, id: string): string => reading.get('person', id)?.name ?? id

export const factWords: Readonly<Record<FactKey, string>> = {
  nature: '種別', occurredAt: '発生日時', place: '発生場所', content: '情報の内容', count: '件数', circumstances: '発生状況', encryption: '暗号化', keyCustody: '鍵の管理', secondaryDamage: '二次被害のおそれ',
  measures: '対応状況', cause: '原因', toPersons: '本人対応', publication: '公表', prevention: '再発防止策', attachments: '添付証跡', remarks: '備考',
}
