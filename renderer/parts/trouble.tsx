import { useTranslation } from 'react-i18next'
import { Refusal } from '../../core/refusal.ts'
import { Broken } from '../../core/wire/message.ts'
import { sayWithoutArticle } from '../words/say-objection.ts'
import { useLanguage } from '../words/language.ts'
import { ArticleChip } from './article-chip.tsx'
import { Notice } from './notice.tsx'

/** What the desk answered instead of yes: every objection at once, each with its article. */
export function Trouble({ of: error }: { of: Error | null | undefined }) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  if (!error) return null
  if (error instanceof Broken) return <Notice look="refused" title={t('broken')}>{t('incident', { incident: error.incident })}</Notice>
  if (!(error instanceof Refusal)) return <Notice look="refused" title={t('broken')}><span className="small">{error.message}</span></Notice>
  return (
    <Notice look="refused" title={error.objections.length > 1 ? t('refusedMany', { count: error.objections.length }) : t('refused')}>
      <ul>
        {error.objections.map((objection, index) => (
          <li key={`${objection.code} ${index}`} className="notice-line">
            <span>{sayWithoutArticle(objection, language)}</span>
            {objection.article && <ArticleChip article={objection.article} />}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
