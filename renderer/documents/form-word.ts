import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** What a form is called: F-25 is 預り証. */
export function useFormWord(): (form: string) => string {
  const { t } = useTranslation('documents')
  return (form) => (i18next.exists(`forms.${form}`, { ns: 'documents' }) ? (t as (key: string) => string)(`forms.${form}`) : form)
}
