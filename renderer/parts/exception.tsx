import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ArticleRef } from '../../core/articles.ts'
import type { ExceptionOrder } from '../../core/people/exception.ts'
import { ArticleChip } from './article-chip.tsx'
import { nobody, SecondPerson, type Signer } from './second-person.tsx'

/** What a clerk is typing of an exception; null while none is asked for. */
export interface ExceptionDraft { cityRef: string; reason: string; second: Signer }
const blank: ExceptionDraft = { cityRef: '', reason: '', second: nobody }

/** An exception stands on three legs: the city's number, the reason, and a second person. */
export function ExceptionFields({ value, onChange, article, why }: { value: ExceptionDraft | null; onChange: (draft: ExceptionDraft | null) => void; article: ArticleRef; why?: string }) {
  const { t } = useTranslation('parts')
  return (
    <div className="exception">
      {why && <p className="notice-line"><span>{why}</span><ArticleChip article={article} /></p>}
      <Checkbox label={t('exceptionOpen')} checked={value !== null} onChange={(event) => onChange(event.currentTarget.checked ? blank : null)} />
      {value && (
        <>
          <p className="small">{t('exceptionWhy')} {!why && <ArticleChip article={article} />}</p>
          <TextInput label={t('cityRef')} value={value.cityRef} onChange={(event) => onChange({ ...value, cityRef: event.currentTarget.value })} />
          <Textarea label={t('reason')} autosize minRows={2} value={value.reason} onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })} />
          <SecondPerson value={value.second} onChange={(second) => onChange({ ...value, second })} />
        </>
      )}
    </div>
  )
}

/** The draft as the desk wants it. What is missing in it, the desk says. */
export const asOrder = (draft: ExceptionDraft | null): ExceptionOrder | null => draft as ExceptionOrder | null
