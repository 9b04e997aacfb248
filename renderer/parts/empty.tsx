import type { ReactNode } from 'react'
import type { ArticleRef } from '../../core/articles.ts'
import { ArticleChip } from './article-chip.tsx'

/** Nothing here yet: what belongs here, the article behind it, and the first step. */
export function Empty({ title, article, action, children }: { title: string; article?: ArticleRef; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {article && <ArticleChip article={article} />}
      {action && <div className="acts">{action}</div>}
    </div>
  )
}
