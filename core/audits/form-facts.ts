import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import { isoJst } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import type { Audit, Finding } from './audit.ts'
import { findingState } from './rules.ts'

/** F-34 監査対応記録 (Art. 17): one audit, with everything that was asked, shown, found and put right. The city may look after the end too. */
export const auditForm: FormSource = {
  form: 'F-34',
  enteredAt: '/audits',
  afterEnd: true,
  subjects: (reading, contractId) => reading.list('audit', contractId).sort((a, b) => a.begunAt - b.begunAt).map(({ id, no, kind }) => ({ id, label: `${no}　${kind}` })),
  facts: (reading, { contract, subjectId }) => {
    const audit = subjectId === null ? undefined : reading.get('audit', subjectId)
    return audit ? factsOf(reading, audit, contract.id) : { fields: {}, tables: {} }
  },
}

function factsOf(reading: Reading, audit: Audit, contractId: string) {
  const { no, kind, cityRef, auditors, announcedOn, plannedAt, place, subject, held, requests, findings, closed } = audit
  return {
    fields: {
      no, kind, cityRef, auditors: held?.auditors ?? auditors, announced: announcedOn === null ? '予告なし' : '予告あり', announcedOn: announcedOn ?? '', from: isoJst(held?.from ?? plannedAt), to: held?.to ? isoJst(held.to) : '',
      place: held?.place || place, attendees: held?.attendees ?? '', subject, remarks: held?.remarks ?? '', state: stateWords[audit.state],
      closedOn: closed?.on ?? '', closedRef: closed?.cityRef ?? '', closedBy: closed?.toldBy ?? '',
      freeze: reading.list('audit-freeze', contractId).filter(({ auditId }) => auditId === audit.id).map((one) => `${one.no}（${one.lifted ? '解除済' : '保全中'}）`).join('、'),
    },
    tables: {
      requests: requests.map((one) => ({ no: String(one.no), kind: one.kind, what: one.what, askedBy: one.askedBy, askedAt: isoJst(one.askedAt), dueOn: one.dueOn ?? '' })),
      answers: requests.flatMap((one) => one.answers.map(({ what, documents, at }) => ({
        request: String(one.no), at: isoJst(at), documents: documents.map(({ docNo, revision, title }) => `${docNo}${revision > 1 ? `（第${revision}版）` : ''}　${title}`).join('\n'), what,
      }))),
      findings: findings.map((one) => findingRow(reading, one)),
    },
    subjects: [audit.id],
  }
}

function findingRow(reading: Reading, finding: Finding): Record<string, string> {
  const nameOf = (id: string): string => reading.get('person', id)?.name ?? id
  const { no, what, dueOn, responsible, corrections } = finding
  return {
    no: String(no), what, dueOn, responsible: nameOf(responsible),
    correction: corrections.map(({ action, by, confirmed }) => `${action}（${nameOf(by)}）${confirmed?.found === 'not yet' ? `\n→ 差戻し（${nameOf(confirmed.by)}）：${confirmed.note}` : ''}`).join('\n'),
    correctedOn: corrections.at(-1)?.on ?? '',
    result: corrections.flatMap(({ confirmed }) => (confirmed?.found === 'put right' ? [`是正済\n${nameOf(confirmed.by)}\n${warekiTime(confirmed.at)}`] : []))[0] ?? (findingState(finding) === 'open' ? '未是正' : '確認待ち'),
  }
}

const stateWords: Readonly<Record<Audit['state'], string>> = { noticed: '通知', held: '実施済', correcting: '是正中', corrected: '是正済', closed: '完了' }
