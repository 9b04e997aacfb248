import type { FormEvent, ReactNode } from 'react'
import type { ArticleRef } from '../../core/articles.ts'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Trouble } from '../parts/trouble.tsx'
import './send.css'

/** The one thing to be done next, with what was refused beside it. */
export function Task({ title, lead, article, error, onSubmit, children, act }: { title: string; lead: string; article: ArticleRef; error: Error | null; onSubmit: () => void; children?: ReactNode; act: ReactNode }) {
  return (
    <form noValidate className="step-task" aria-label={title} onSubmit={(event: FormEvent) => { event.preventDefault(); onSubmit() }}>
      <h2>{title}</h2>
      <p className="notice-line soft"><span>{lead}</span><ArticleChip article={article} /></p>
      <div className="spaced">{children}</div>
      <div className="spaced"><Trouble of={error} /></div>
      <div className="acts">{act}</div>
    </form>
  )
}
