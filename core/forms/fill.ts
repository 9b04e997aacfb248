import { sayArticle } from '../articles.ts'
import type { Header } from '../documents/header.ts'
import { FormLetter, isOfKind, type LetterPart } from '../documents/form-letter.ts'
import { refusal } from '../refusal.ts'
import type { FormFacts, FormTemplate, Section } from './form.ts'

/** What makes this edition of a letter: its place in the row of its revisions. */
export interface Edition {
  readonly revision: number
  readonly revisionKind: FormLetter['revisionKind']
  readonly reason: string
  readonly changesDocNo: string
}

/** A fact that the template needs and the room does not have: by the words that stand on the paper. */
export interface MissingFact { readonly section: string; readonly label: string; readonly key: string }

type Row = Readonly<Record<string, string>>

/**
 * A template filled with facts. Facts that are missing are the caller's to refuse (`missingFacts`); here they stay empty.
 * Refuses what would break the bounds of a letter: a value of more than 4,000 characters, a day that is none.
 */
export function fill(template: FormTemplate, facts: FormFacts, letter: Header, edition: Edition): FormLetter {
  const known = { ...facts.fields, ...contractWords(letter, template) }
  const sections = template.sections.filter((section) => !isUnsaid(section, facts))
  const numbered = sections.filter(({ heading }) => heading !== '').length > 1
  let no = 0
  const parts = sections.flatMap((section) => {
    if (section.heading !== '') no += 1
    const mark = numbered && section.heading !== '' ? `${fullWidth(no)}　` : ''
    return partsOf(section, facts, known, mark)
  })
  const title = `${template.title}${edition.revisionKind === '変更' ? '（変更）' : ''}`
  const parsed = FormLetter.safeParse({
    ...letter, revision: edition.revision, revisionKind: edition.revisionKind, revisionReason: edition.reason,
    form: template.form, template: 'LETTER/1', formVersion: template.version, mark: template.mark, title, changesDocNo: edition.changesDocNo,
    articleRef: sayArticle(template.article),
    statement: edition.revisionKind === '取消' ? `先に提出した下記の「${template.title}」（文書番号　${letter.docNo}）を取り消します。` : worded(template.statement, known),
    parts, notes: template.notes.map((note) => worded(note, known)),
    signatures: template.signatures.map(({ label, key, note }) => ({ label, name: key === null ? '' : facts.fields[key] ?? '', note })),
  })
  if (parsed.success) return parsed.data
  throw refusal('form-fact-unfit', template.article, null, { title: template.title, what: labelAt(parts, parsed.error.issues[0]?.path ?? []) })
}

/** The words that stand on the paper where a value does not fit. */
function labelAt(parts: readonly LetterPart[], [first, at, , index]: readonly PropertyKey[]): string {
  const part = first === 'parts' && typeof at === 'number' ? parts[at] : undefined
  if (!part) return String(first)
  if (part.kind === 'fields' && typeof index === 'number') return part.fields[index]?.label ?? part.heading
  if (part.kind !== 'table') return part.heading
  const unfit = part.columns.find(({ as }, i) => part.rows.some((row) => !isOfKind(as, row[i] ?? '') || (row[i] ?? '').length > 4000))
  return unfit?.label ?? part.heading
}

/** All that a template asks for and the facts do not hold, in the order of the paper. Empty: the letter may be issued. */
export function missingFacts(template: FormTemplate, facts: FormFacts): MissingFact[] {
  return [
    ...namesIn([template.statement, ...template.notes]).filter((name) => !(CONTRACT_WORDS as readonly string[]).includes(name) && (facts.fields[name] ?? '') === '').map((key) => ({ section: '', label: key, key })),
    ...template.sections.flatMap((section) => missingIn(section, facts)),
    ...template.signatures.filter(({ key }) => key !== null && facts.fields[key] === undefined).map(({ label, key }) => ({ section: '署名欄', label, key: key ?? '' })),
  ]
}

/** Every key that a template names: single facts, and facts of lists as `places.name`. A city's own may ask for no others than ours. */
export function keysOf({ sections, signatures, statement, notes }: FormTemplate): Set<string> {
  const keys = new Set(namesIn([statement, ...notes]).filter((name) => !(CONTRACT_WORDS as readonly string[]).includes(name)))
  const add = (one: string | null, list = ''): void => { if (one !== null) keys.add(`${list}${one}`) }
  for (const { key } of signatures) add(key)
  for (const section of sections) {
    if (section.kind === 'fields') section.fields.forEach(({ key }) => add(key))
    if (section.kind === 'table') section.columns.forEach(({ key }) => add(key, `${section.rows}.`))
    if (section.kind === 'each') [...section.fields.map(({ key }) => key), ...namesIn([section.heading])].forEach((one) => add(one, `${section.rows}.`))
    if (section.kind === 'text' && section.rows !== null) add('text', `${section.rows}.`)
    if (section.kind === 'text') namesIn(section.clauses).filter((name) => !(CONTRACT_WORDS as readonly string[]).includes(name)).forEach((one) => add(one))
  }
  return keys
}

const CONTRACT_WORDS = ['contractNo', 'contractTitle', 'city', 'contractor', 'representative', 'article', 'ledgerSize', 'ledgerRoot'] as const

/** What every letter knows of itself: its contract, its parties, and the newest checkpoint of the ledger (C2SP: origin, size, root). */
function contractWords({ contract, sender, addressee, witness }: Header, { article }: FormTemplate): Record<(typeof CONTRACT_WORDS)[number], string> {
  const [, ledgerSize = '0', ledgerRoot = ''] = (witness?.checkpoint ?? '').split('\n')
  return { contractNo: contract.contractNo, contractTitle: contract.title, city: addressee.organisation, contractor: sender.organisation, representative: sender.representative, article: sayArticle(article), ledgerSize, ledgerRoot }
}

function partsOf(section: Section, { fields, tables }: FormFacts, known: Row, mark: string): LetterPart[] {
  switch (section.kind) {
    case 'fields': return [{ kind: 'fields', heading: `${mark}${section.heading}`, fields: section.fields.map((field) => filled(field, fields)) }]
    case 'table': return [{
      kind: 'table', heading: `${mark}${section.heading}`, columns: section.columns.map(({ label, share, align, as }) => ({ label, share, align, as })),
      rows: (tables[section.rows] ?? []).map((row) => section.columns.map(({ key }) => (key === null ? '' : row[key] ?? ''))),
    }]
    case 'each': return eachOf(section, tables[section.rows] ?? [], known, mark)
    case 'text': return [{ kind: 'text', heading: `${mark}${section.heading}`, numbered: section.numbered, clauses: clausesOf(section, tables).map((clause) => worded(clause, known)) }]
  }
}

const isUnsaid = (section: Section, { fields }: FormFacts): boolean => section.kind === 'fields' && section.whenSaid && section.fields.every(({ key }) => key !== null && (fields[key] ?? '').trim() === '')

const clausesOf = ({ rows, clauses }: Extract<Section, { kind: 'text' }>, tables: FormFacts['tables']): readonly string[] => (rows === null ? clauses : (tables[rows] ?? []).map(({ text = '' }) => text))

/** Each by the name of its row; several are counted below the number of their section (`２－１`). Where there is none, the paper says so. */
function eachOf({ heading, fields }: Extract<Section, { kind: 'each' }>, rows: readonly Row[], known: Row, mark: string): LetterPart[] {
  if (rows.length === 0) return [{ kind: 'fields', heading: `${mark}${worded(heading, known)}`, fields: [{ label: '該当', value: '該当なし', as: 'text', wide: true }] }]
  return rows.map((row, i) => ({
    kind: 'fields' as const, heading: `${rows.length > 1 && mark !== '' ? `${mark.trim()}－${fullWidth(i + 1)}　` : mark}${oneLine(worded(heading, { ...known, ...row }))}`,
    fields: fields.map((field) => filled(field, row)),
  }))
}

/** A heading stays one: what is long stands in full in the box below it. */
function oneLine(heading: string): string {
  const characters = [...heading.replace(/\s+/g, ' ').trim()]
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('')
}

type FieldOfTemplate = Extract<Section, { kind: 'fields' }>['fields'][number]

function filled({ label, key, wide, as }: FieldOfTemplate, row: Row): Extract<LetterPart, { kind: 'fields' }>['fields'][number] {
  const value = key === null ? '' : row[key] ?? ''
  return { label, value, as: key === null ? 'blank' : as === 'blank' && value !== '' ? kindOf(value) : as, wide }
}

/** What a box for a pen holds once it is known. */
const kindOf = (value: string): 'day' | 'text' => (isOfKind('day', value) ? 'day' : 'text')

function missingIn(section: Section, { fields, tables }: FormFacts): MissingFact[] {
  const lacks = ({ key, need }: Pick<FieldOfTemplate, 'key' | 'need'>, row: Row): boolean => key !== null && (row[key] === undefined || (need && row[key].trim() === ''))
  const said = (of: readonly Pick<FieldOfTemplate, 'key' | 'need' | 'label'>[], row: Row, section: string): MissingFact[] =>
    of.filter((field) => lacks(field, row)).map(({ label, key }) => ({ section, label, key: key ?? '' }))
  switch (section.kind) {
    case 'fields': return said(section.fields, fields, section.heading)
    case 'text': if (section.rows !== null) return (tables[section.rows] ?? []).length > 0 ? [] : [{ section: section.heading, label: section.heading, key: section.rows }]
      return namesIn(section.clauses).filter((name) => !(CONTRACT_WORDS as readonly string[]).includes(name) && (fields[name] ?? '') === '').map((key) => ({ section: section.heading, label: key, key }))
    default: {
      const rows = tables[section.rows]
      if (rows === undefined || rows.length < section.least) return [{ section: section.heading, label: section.heading, key: section.rows }]
      const asked = section.kind === 'table' ? section.columns : section.fields
      return rows.flatMap((row, i) => said(asked, row, `${worded(section.heading, row)}（${i + 1}件目）`))
    }
  }
}

/** Braces name facts; one that is not known stays empty (`missingFacts` has said so before). */
const worded = (sentence: string, known: Row): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '')
const namesIn = (sentences: readonly string[]): string[] => [...new Set(sentences.flatMap((sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)))]
const fullWidth = (n: number): string => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
