import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { LetterForm } from '../../core/documents/form-letter.ts'
import { templates } from '../../core/forms/templates.ts'

/** What a form is called: F-25 is 預り証. Letters go by the title of their paper, in either language. */
export function useFormWord(): (form: string) => string {
  const { t } = useTranslation('documents')
  return (form) => {
    if (i18next.exists(`forms.${form}`, { ns: 'documents' })) return (t as (key: string) => string)(`forms.${form}`)
    const letter = LetterForm.safeParse(form)
    return (letter.success && templates.get(letter.data)?.title) || form
  }
}
