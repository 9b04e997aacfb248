import type { LetterForm } from '../documents/form-letter.ts'
import { FormTemplate, type TemplateDraft } from './form.ts'
import { f00 } from './templates/f00.ts'
import { f01 } from './templates/f01.ts'
import { f02 } from './templates/f02.ts'
import { f03 } from './templates/f03.ts'
import { f04 } from './templates/f04.ts'
import { f05 } from './templates/f05.ts'
import { f06 } from './templates/f06.ts'
import { f07 } from './templates/f07.ts'
import { f08 } from './templates/f08.ts'
import { f09 } from './templates/f09.ts'
import { f10 } from './templates/f10.ts'
import { f11 } from './templates/f11.ts'
import { f15 } from './templates/f15.ts'
import { f16 } from './templates/f16.ts'
import { f17 } from './templates/f17.ts'
import { f20 } from './templates/f20.ts'
import { f21 } from './templates/f21.ts'
import { f22 } from './templates/f22.ts'
import { f24 } from './templates/f24.ts'
import { f26 } from './templates/f26.ts'
import { f27 } from './templates/f27.ts'
import { f29 } from './templates/f29.ts'
import { f32 } from './templates/f32.ts'
import { f33 } from './templates/f33.ts'
import { f34 } from './templates/f34.ts'
import { f35 } from './templates/f35.ts'
import { f36 } from './templates/f36.ts'
import { f37 } from './templates/f37.ts'
import { f38 } from './templates/f38.ts'

const drafts: readonly TemplateDraft[] = [f00, f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f15, f16, f17, f20, f21, f22, f24, f26, f27, f29, f32, f33, f34, f35, f36, f37, f38]

/** Our own template of every form. A form that is changed gets a new version here; letters that were issued bear all they say in themselves. */
export const templates: ReadonlyMap<LetterForm, FormTemplate> = new Map(drafts.map((draft) => [draft.form, FormTemplate.parse(draft)]))

/** Our template of a form that has one. */
export function templateOf(form: LetterForm): FormTemplate {
  const template = templates.get(form)
  if (!template) throw new Error(`no template for ${form}`)
  return template
}
