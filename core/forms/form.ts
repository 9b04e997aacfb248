import * as z from 'zod'
import { articleNo, articles, type ArticleRef } from '../articles.ts'
import type { ContractId, ContractOfWork } from '../contracts/contract-of-work.ts'
import { Align, LetterForm, ValueKind } from '../documents/form-letter.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import type { Instant } from '../time.ts'

/*
 * How a room gets its form onto paper
 *
 * 1. The form is data: `templates/f05.ts` says which facts stand where, under which label. The keys in it are the contract
 *    between the form and the room; a city's own template may drop, rename and move them, and never ask for others.
 * 2. The facts are the room's: `core/<room>/form-facts.ts` exports a `FormSource`, a pure function of a reading:
 *
 *      export const placesForm: FormSource = {
 *        form: 'F-05',
 *        enteredAt: '/places',
 *        facts: (reading, { contract }) => ({
 *          fields: { changedOn: '', changeReason: '' },
 *          tables: { places: placesOf(reading, contract.id).map((place) => ({ name: place.name, …, from: place.from })) },
 *        }),
 *      }
 *
 *    All values are strings. Days are `2026-12-01`, times `isoJst(at)`, numbers plain digits: the paper shows 令和8年12月1日 and
 *    1,234, the record and its CSV keep what machines read. '' means that nothing is known; a key that the template has and the
 *    facts lack is refused by name, as is an empty value that the template needs (`need`).
 *    One letter for one thing (a pledge, a carry-out)? Add `subjects(reading, contractId)`: what there is to choose from.
 * 3. One line in `sources.ts`. Until then the form is not offered. Numbering, preview, issuing, correcting, cancelling, handing in,
 *    PDF, JSON, CSV, code, QR, verification and the city's import come with it.
 */

/** What a room knows: single facts, and lists of facts. */
export interface FormFacts {
  readonly fields: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
  /** What the letter speaks of, by the ids of the ledger: the first names it. Without it, its subject or its contract. */
  readonly subjects?: readonly string[]
}

/** Of what and when a letter is to speak. `subjectId` is null where a form speaks of the contract as a whole. */
export interface About { readonly contract: ContractOfWork; readonly subjectId: string | null; readonly now: Instant }

export interface FormSource {
  readonly form: LetterForm
  /** The window's page where its facts are entered: `/places`. */
  readonly enteredAt: string
  facts(reading: Reading, about: About): FormFacts
  /** For a form about one thing: what there is, newest last. */
  subjects?(reading: Reading, contractId: ContractId): readonly FormSubject[]
  /** What stands against issuing it, whatever its facts are. */
  objections?(reading: Reading, about: About): readonly Objection[]
  /** It speaks of the end, and may be issued after the contract is closed. */
  readonly afterEnd?: true
  /** It takes its turn on a page of its own, which issues it; the page of all letters only corrects it. */
  readonly issuedElsewhere?: true
}

export const FormSubject = z.object({ id: z.string(), label: z.string() })
export type FormSubject = z.infer<typeof FormSubject>

const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const label = z.string().min(1).max(60)
/** A fact in a box. `key: null` is an empty box for a pen; `as: 'blank'` is one as long as the fact is not known. `need`: without it the letter is not issued. */
const Field = z.strictObject({ label, key: key.nullable(), wide: z.boolean().default(false), as: ValueKind.default('text'), need: z.boolean().default(false) })
const heading = z.string().max(60)
/** How many rows there must be at least. */
const least = z.number().int().min(0).max(1000).default(0)

export const Section = z.discriminatedUnion('kind', [
  /** `whenSaid`: left out as long as none of its facts is known, like the boxes of a change in a first notice. */
  z.strictObject({ kind: z.literal('fields'), heading, whenSaid: z.boolean().default(false), fields: z.array(Field).min(1).max(100) }),
  z.strictObject({
    kind: z.literal('table'), heading, rows: key, least,
    columns: z.array(z.strictObject({ label, key: key.nullable(), share: z.number().int().min(1).max(100), align: Align.default('left'), as: ValueKind.default('text'), need: z.boolean().default(false) })).min(1).max(20),
  }),
  /** The fields once for each row of a list: one device, one place. Its heading may name facts of the row. */
  z.strictObject({ kind: z.literal('each'), heading, rows: key, least, fields: z.array(Field).min(1).max(100) }),
  /** Clauses. With `rows` they are the `text` of a list of facts: the words that somebody signed, and not the ones that we would write today. */
  z.strictObject({ kind: z.literal('text'), heading, numbered: z.boolean().default(true), rows: key.nullable().default(null), clauses: z.array(z.string().min(1).max(2000)).max(100).default([]) })
    .refine(({ rows, clauses }) => (rows === null) === (clauses.length > 0), { path: ['clauses'] }),
])
export type Section = z.infer<typeof Section>

const article = z.string().regex(/^\d{1,2}([①-⑤]|\(\d{1,2}\)[ア-キ]?)?$/).refine((ref) => articleNo(ref as ArticleRef) in articles).transform((ref) => ref as ArticleRef)

/**
 * A form as data. Sentences may name facts in braces: `{place}`, and of the contract {contractNo} {contractTitle} {city} {contractor} {article}.
 */
export const FormTemplate = z.strictObject({
  form: LetterForm,
  /** Of this template; the record says it: `F-05/1`. */
  version: z.string().regex(/^[^\s/\\{}]{1,40}\/\d{1,4}$/),
  mark: z.string().max(60).default(''),
  title: z.string().min(1).max(60),
  article,
  /** Whom it addresses: the city, or the contractor's own representative. */
  to: z.enum(['city', 'contractor']).default('city'),
  statement: z.string().min(1).max(1000),
  sections: z.array(Section).min(1).max(40),
  notes: z.array(z.string().min(1).max(1000)).max(20).default([]),
  /** Boxes to sign in, with the name that belongs there (`key: null`: left to the pen). */
  signatures: z.array(z.strictObject({ label, key: key.nullable(), note: z.string().max(60).default('署名') })).max(6).default([]),
})
export type FormTemplate = z.output<typeof FormTemplate>
/** As one writes it: what has a default may be left out. */
export type TemplateDraft = z.input<typeof FormTemplate>
