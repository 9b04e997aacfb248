import { correctable, type CorrectableKind } from '../../core/corrections/correction.ts'
import type { LetterForm } from '../../core/documents/form-letter.ts'
import { fill, missingFacts } from '../../core/forms/fill.ts'
import { templateOf, templates } from '../../core/forms/templates.ts'
import { Refusal } from '../../core/refusal.ts'
import { header, hostile, ordinary } from '../main/documents/letters.ts'
import { at, documents } from './paper-facts.ts'

/** Letters of the scenario: some issued, one corrected since, some asked for; and a form with more than anybody would write. */
const letter = (id: string, form: string, docNo: string, title: string, more: object = {}) => ({ ...documents[1], id, form, docNo, title, subjectId: 'c1', subjects: ['c1'], ...more })

export const issuedLetters = [
  letter('l1', 'F-01', 'ひ-R8-001', '作業責任者・連絡体制届出書', { supersededBy: { id: 'l2', revision: 2, kind: '訂正', at: at('2026-12-09T10:00:00') }, submittedAt: at('2026-12-02T15:00:00') }),
  letter('l2', 'F-01', 'ひ-R8-001', '作業責任者・連絡体制届出書', { revision: 2, revisionKind: '訂正', revisionReason: '夜間の電話番号の誤記', submittedAt: at('2026-12-09T10:10:00') }),
  letter('l3', 'F-05', 'ひ-R8-002', '作業場所届出書'),
]

const request = (id: string, form: string, more: object = {}) => ({ id, contractId: 'c1', form, requestedBy: '青葉野市 総務部税務課 森川 奏', requestedAt: at('2026-12-02T10:00:00'), cityRef: 'R8税照0012', dueOn: null, submitted: null, accepted: null, withdrawn: null, ...more })

export const requests = [
  request('q1', 'F-05', { dueOn: '2099-12-14' }), request('q2', 'F-03', { dueOn: '2026-12-04' }),
  request('q3', 'F-01', { dueOn: '2026-12-04', submitted: { docNo: 'ひ-R8-001', at: at('2026-12-02T15:00:00') } }), request('q4', 'F-07', { submitted: { docNo: 'ひ-R8-004', at: at('2026-12-05T15:00:00') }, accepted: { cityRef: 'R8税収1301', at: at('2026-12-06T09:00:00') } }),
]

const offered = (scene: string) => [...templates.values()].map(({ form, title, article, version }) => ({
  form, title, article, version, ownTemplate: form === 'F-06', submission: form === 'F-09' ? 'always' : 'on request', subjects: form === 'F-08' ? [{ id: 'p1', label: '𠮷田 美咲' }, { id: 'p2', label: '髙橋 亮' }] : form === 'F-16' ? [] : null,
  enteredAt: '/people', missing: 0, last: form === 'F-01' ? { id: 'l2', docNo: 'ひ-R8-001', issuedAt: at('2026-12-09T10:00:00') } : null, asked: form === 'F-05' && scene !== 'empty' ? { requestId: 'q1', dueOn: '2026-12-14' } : null,
}))

function previewed(scene: string, form: LetterForm): object {
  const template = templateOf(form)
  const facts = scene === 'hostile' ? hostile(form, 300) : scene === 'errors' ? { fields: {}, tables: {} } : ordinary(form)
  return { record: fill(template, facts, header, { revision: 1, revisionKind: '新規', reason: '', changesDocNo: '' }), missing: missingFacts(template, facts), enteredAt: '/people', unprintable: scene === 'errors' ? ['🏠'] : [], pdf: new Uint8Array() }
}

export const letterAnswers = (scene: string) => ({
  'forms.offered': () => offered(scene), 'forms.preview': ({ form }: { form: LetterForm }) => previewed(scene, form), 'forms.issue': () => issuedLetters[2],
  'forms.settings': () => ({ pattern: '{prefix}-{year}-{seq:3}', next: 'ひ-R8-003', settings: [] }), 'requests.list': () => (scene === 'empty' ? [] : requests), 'requests.receive': () => requests[0],
  'documents.correct': () => issuedLetters[1],
  'corrections.words': ({ kind, id }: { kind: CorrectableKind; id: string }) => ({
    words: correctable[kind].map((field) => ({ field, words: scene === 'hostile' ? '髙﨑𠮷田の長い言葉'.repeat(12) : '納税通知書データ', needed: field === 'content' })),
    corrections: scene === 'ordinary' ? [{ id: 'k1', kind, subjectId: id, contractId: 'c1', field: correctable[kind][0], before: '納税通知書デタ', after: '納税通知書データ', reason: '誤記', by: 'p3', at: at('2026-12-09T10:00:00') }] : [],
  }),
  'corrections.record': () => { throw new Refusal([{ code: 'contract-closed', article: '15①', rule: null, facts: { contractNo: 'R8-税-017' } }]) },
})
