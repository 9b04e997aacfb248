import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { FormLetter, LetterForm } from '../documents/form-letter.ts'
import { PersonId } from '../people/person.ts'
import { Name, Text } from '../text.ts'
import { Instant } from '../time.ts'
import { FormSubject, FormTemplate } from './form.ts'

const Addressee = z.object({ organisation: Name, name: Text, section: Text })

/** How one contract wants one form: on its city's own template, to an addressee of its own. Null: as we do it. */
export const FormSetting = z.object({
  contractId: ContractId, form: LetterForm, template: FormTemplate.nullable(), addressee: Addressee.nullable(), adoptedAt: Instant, adoptedBy: PersonId,
})
export type FormSetting = z.infer<typeof FormSetting>

/** 文書番号: `{prefix}` 文書記号, `{contract}` `{form}` `{year}` (R8) `{fiscal}` (R8, from April), `{era}` (令和8年) `{eraFiscal}` (令和8年度), and `{seq:3}`, after which nothing is counted. */
export const Numbering = z.object({ contractId: ContractId, pattern: z.string().min(1).max(60) })
export type Numbering = z.infer<typeof Numbering>

/** `template`: the text of a JSON file. Null takes the city's own back, and ours again. */
export const AdoptForm = z.object({ contractId: ContractId, form: LetterForm, template: z.string().min(2).max(400_000).nullable(), addressee: Addressee.nullable().default(null) })
export type AdoptForm = z.infer<typeof AdoptForm>

export const FormSettings = z.object({ pattern: z.string(), next: z.string(), settings: z.array(FormSetting) })
export type FormSettings = z.infer<typeof FormSettings>

/** Which letter, and about what. */
export const ComposeForm = z.object({ contractId: ContractId, form: LetterForm, subjectId: z.string().min(1).max(64).nullable().default(null) })
/** 新規, or 変更 of what an earlier letter said (変更届): then `changesDocNo` may name it. */
export const IssueForm = ComposeForm.extend({ kind: z.enum(['新規', '変更']).default('新規'), reason: Text.default(''), changesDocNo: z.string().max(60).default('') })
export type IssueForm = z.infer<typeof IssueForm>

/** A fact that is not there yet, by the words of the paper; and the page where the facts of its form are entered. */
export const Missing = z.object({ section: z.string(), label: z.string(), key: z.string() })

/** A letter as it would be issued now, unsigned and marked as a draft. `pdf` is null when a value does not fit. */
export const PreviewedForm = z.object({
  record: FormLetter, missing: z.array(Missing), enteredAt: z.string(), unprintable: z.array(z.string()), pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})
export type PreviewedForm = z.infer<typeof PreviewedForm>

/** A form that can be issued under a contract. */
export const OfferedForm = z.object({
  form: LetterForm, title: z.string(), article: z.string(), version: z.string(), ownTemplate: z.boolean(),
  /** Handed in always, or when the city asks for it (product §0.1). */
  submission: z.enum(['always', 'on request']),
  /** What there is to choose from, where a letter speaks of one thing; null where it speaks of the contract. */
  subjects: z.array(FormSubject).nullable(),
  enteredAt: z.string(), missing: z.number().int(),
  last: z.object({ id: z.string(), docNo: z.string(), issuedAt: Instant }).nullable(),
  asked: z.object({ requestId: z.string(), dueOn: z.string().nullable() }).nullable(),
})
export type OfferedForm = z.infer<typeof OfferedForm>
