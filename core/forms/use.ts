import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { activeContract, contractNamed } from '../contracts/use.ts'
import type { IssuedDocument } from '../documents/document.ts'
import type { FormLetter, LetterForm } from '../documents/form-letter.ts'
import type { Header } from '../documents/header.ts'
import { issueDocument } from '../documents/issuing.ts'
import { saveAll } from '../documents/save.ts'
import { letterhead } from '../documents/letterhead.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { Filing, standingRequest } from '../requests/request.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { sayArticle } from '../articles.ts'
import { type Edition, fill, missingFacts, type MissingFact } from './fill.ts'
import type { FormFacts, FormSource, FormTemplate } from './form.ts'
import { DEFAULT_PATTERN, numberAfter, seriesIn, seriesOf } from './numbering.ts'
import type { IssueForm, OfferedForm, PreviewedForm } from './setting.ts'
import { sources } from './sources.ts'
import { submissionOf } from './submission.ts'
import { templateOf } from './templates.ts'

const FIRST: Edition = { revision: 1, revisionKind: '新規', reason: '', changesDocNo: '' }

/**
 * 書面の発行: a letter on its template, from what the office knows now. Refuses missing facts by name, what does not fit into a letter,
 * and characters that paper could not show.
 */
export const issueForm = (world: World, { contractId, form, subjectId, kind, reason, changesDocNo }: IssueForm): Promise<IssuedDocument> => {
  const { article } = templateOf(form)
  return issueDocument(world, article, async (reading) => {
    const source = sources.get(form)
    if (source?.issuedElsewhere) throw refusal('form-issued-elsewhere', article, null, { title: templateOf(form).title })
    const contract = source?.afterEnd ? contractNamed(reading, contractId) : activeContract(reading, contractId)
    refuseIfAny(source?.objections?.(reading, { contract, subjectId, now: world.now() }) ?? [])
    const edition: Edition = { revision: 1, revisionKind: kind, reason, changesDocNo: kind === '変更' && changesDocNo === '' ? lastOf(reading, contract, form)?.docNo ?? '' : changesDocNo }
    const { record, missing, facts } = await composeLetter(world, reading, { contract, form, subjectId, edition, docNo: null })
    refuseMissing(form, missing)
    const subjects = facts.subjects?.length ? facts.subjects : [subjectId ?? contract.id]
    return { record, contractId: contract.id, subjects: subjects as [string, ...string[]] }
  })
}

/** The letter as it would be issued now, with all that is missing; its PDF is marked as a draft and signed by nobody. */
export async function previewForm(world: World, { contractId, form, subjectId }: { contractId: string; form: LetterForm; subjectId: string | null }): Promise<PreviewedForm> {
  const { reading } = await world.ledger.read()
  const { record, missing, source } = await composeLetter(world, reading, { contract: contractNamed(reading, contractId), form, subjectId, edition: FIRST, docNo: null })
  return { record, missing, enteredAt: source.enteredAt, unprintable: await world.documents.unprintable(record), pdf: await world.documents.draft(record) }
}

/** The draft into a folder, to be looked at in any reader of PDF. It is no document: nothing is written down. */
export async function saveDraft(world: World, order: { contractId: string; form: LetterForm; subjectId: string | null; into: string }): Promise<{ paths: string[] }> {
  const { record, pdf } = await previewForm(world, order)
  return saveAll(world, [{ name: `下書き_${record.form}_${record.docNo}.pdf`, type: 'application/pdf', bytes: pdf }], order.into)
}

/** Every form whose facts some room has: in the order of their numbers. */
export const offeredForms = (world: World, contractId: string): Promise<OfferedForm[]> => look(world, (reading) => {
  const contract = contractNamed(reading, contractId)
  return [...sources.values()].filter(({ issuedElsewhere }) => !issuedElsewhere).sort((a, b) => a.form.localeCompare(b.form)).map((source) => offered(reading, contract, source, world))
})

function offered(reading: Reading, contract: ContractOfWork, source: FormSource, world: World): OfferedForm {
  const { form, enteredAt } = source
  const template = templateFor(reading, contract, form)
  const last = lastOf(reading, contract, form)
  const filing = Filing.safeParse(form)
  const asked = filing.success ? standingRequest(reading, contract.id, filing.data) : null
  return {
    form, title: template.title, article: template.article, version: template.version, ownTemplate: template !== templateOf(form), submission: submissionOf(form),
    subjects: source.subjects ? [...source.subjects(reading, contract.id)] : null, enteredAt,
    missing: source.subjects ? 0 : missingFacts(template, source.facts(reading, { contract, subjectId: null, now: world.now() })).length,
    last: last ? { id: last.id, docNo: last.docNo, issuedAt: last.issuedAt } : null, asked: asked && asked.submitted === null ? { requestId: asked.id, dueOn: asked.dueOn } : null,
  }
}

export interface LetterOrder { readonly contract: ContractOfWork; readonly form: LetterForm; readonly subjectId: string | null; readonly edition: Edition; /** Null: the next of its series. */ readonly docNo: string | null }

/** What correcting and issuing share: the letter from today's facts, on the template in force. Missing facts are told, not refused. */
export async function composeLetter(world: World, reading: Reading, { contract, form, subjectId, edition, docNo }: LetterOrder): Promise<{ record: FormLetter; missing: MissingFact[]; facts: FormFacts; source: FormSource }> {
  const source = sources.get(form)
  if (!source) throw refusal('form-not-offered', templateOf(form).article, null, { form })
  if (source.subjects && !source.subjects(reading, contract.id).some(({ id }) => id === subjectId)) throw refusal('form-subject-unknown', templateOf(form).article, null, { form, title: templateOf(form).title })
  const template = templateFor(reading, contract, form)
  const facts = source.facts(reading, { contract, subjectId, now: world.now() })
  return { record: fill(template, facts, await headerOf(world, reading, contract, template, docNo), edition), missing: missingFacts(template, facts), facts, source }
}

export function refuseMissing(form: LetterForm, missing: readonly MissingFact[]): void {
  if (missing.length === 0) return
  const names = missing.slice(0, 10).map(({ section, label }) => (section === '' || section === label ? label : `${section}「${label}」`)).join('、')
  throw refusal('form-facts-missing', templateOf(form).article, null, { title: templateOf(form).title, missing: missing.length > 10 ? `${names}ほか${missing.length - 10}件` : names })
}

async function headerOf(world: World, reading: Reading, contract: ContractOfWork, template: FormTemplate, docNo: string | null): Promise<Header> {
  const office = reading.get('office', 'office')
  if (!office) throw new Error('an open vault without an office')
  const { size } = (await world.ledger.read()).head
  const { organisation, keys } = office
  const letter = letterhead({
    docNo: docNo ?? nextNumber(world, reading, contract, template.form), now: world.now(), contract, issuer: personNamed(reading, signedIn(world).personId), organisation, keys, witness: await world.ledger.witness(size - 1),
  }, sayArticle(template.article))
  const own = reading.get('form-setting', `${contract.id}:${template.form}`)?.addressee
  return { ...letter, addressee: own ?? (template.to === 'contractor' ? { organisation: organisation.name, name: organisation.representative, section: '' } : letter.addressee) }
}

/** The city's own template where the contract has adopted one, and ours otherwise. */
export const templateFor = (reading: Reading, contract: ContractOfWork, form: LetterForm): FormTemplate => reading.get('form-setting', `${contract.id}:${form}`)?.template ?? templateOf(form)

/** The next number of the contract's series. */
export function nextNumber(world: World, reading: Reading, contract: ContractOfWork, form: string): string {
  const pattern = patternOf(reading, contract.id)
  const facts = { prefix: reading.get('office', 'office')?.organisation.docPrefix ?? '', contract, form, now: world.now() }
  return numberAfter(reading.get('series', seriesIn(seriesOf(pattern, facts).replace('#', '1')))?.last ?? 0, pattern, facts)
}

export const patternOf = (reading: Reading, contractId: string): string => reading.get('numbering', contractId)?.pattern ?? DEFAULT_PATTERN

const lastOf = (reading: Reading, { id }: ContractOfWork, form: LetterForm): IssuedDocument | undefined =>
  reading.list('issued', id).filter((document) => document.form === form && document.supersededBy === null && document.revisionKind !== '取消').sort((a, b) => b.issuedAt - a.issuedAt)[0]
