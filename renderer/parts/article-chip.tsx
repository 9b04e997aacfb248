import { Popover } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { articleNo, articles, sayArticle, type ArticleRef } from '../../core/articles.ts'
import { useLanguage } from '../words/language.ts'
import { englishArticles } from '../words/articles-en.ts'

/** 第11条第4号, which opens our summary of the article. */
export function ArticleChip({ article }: { article: ArticleRef }) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const no = articleNo(article)
  const { title, summary } = language === 'ja' ? articles[no] : englishArticles[no]
  const said = language === 'ja' ? sayArticle(article) : `Art. ${article}`
  return (
    <Popover width={360} position="bottom-start" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <button type="button" className="chip-article" aria-label={t('articleOpens', { article: said })}>{said}</button>
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1}>
        <p className="strong">{language === 'ja' ? `第${no}条（${title}）` : `Article ${no}: ${title}`}</p>
        <p>{summary}</p>
        <p className="small soft">{t('articleOurs')}</p>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Whether what a card or an entry calls its article is one that we know. */
export function asArticle(said: string | null): ArticleRef | null {
  return said !== null && (/^\d+/.exec(said)?.[0] ?? '') in articles ? (said as ArticleRef) : null
}
