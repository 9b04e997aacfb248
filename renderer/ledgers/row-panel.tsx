import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CorrectableKind } from '../../core/corrections/correction.ts'
import type { AnyLedger } from '../../core/ledgers/definition.ts'
import type { LedgerHistory } from '../../core/ledgers/page.ts'
import { Corrections } from '../corrections/corrections.tsx'
import { desk } from '../desk.ts'
import { useEventWord } from '../ledger/event-word.ts'
import { ArticleChip, asArticle } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { useLanguage } from '../words/language.ts'
import { sayCell, ShownCell } from './say-cell.tsx'

/** A row opened: all its columns, its whole history (who, when, which rule) and the documents that speak of it. */
export function RowPanel({ definition, id, onClose }: { definition: AnyLedger; id: string | null; onClose: () => void }) {
  const history = useQuery({ queryKey: ['ledgers', 'history', definition.name, id], queryFn: () => desk.ledgers.history({ ledger: definition.name, id: id ?? '' }), enabled: id !== null })
  const language = useLanguage()
  const first = definition.columns[0]
  const name = history.data && first ? sayCell(first, history.data.cells[0] ?? null, language) : ''
  return (
    <Drawer opened={id !== null} onClose={onClose} title={`${definition.title[language]}　${name}`}>
      <Asked of={history}>{(answer) => <Inside definition={definition} id={id ?? ''} of={answer} />}</Asked>
    </Drawer>
  )
}

function Inside({ definition, id, of: { cells, lines, documents, leadsTo } }: { definition: AnyLedger; id: string; of: LedgerHistory }) {
  const { t } = useTranslation('ledgers')
  const language = useLanguage()
  const navigate = useNavigate()
  const kind = CorrectableKind.safeParse(definition.kind).data
  return (
    <>
      {leadsTo !== null && <div className="acts acts-tight"><Button variant="default" onClick={() => void navigate({ to: leadsTo })}>{t('goThere')}</Button></div>}
      <section className="side-part" aria-label={t('history')}>
        <h3>{t('history')}</h3>
        {lines.length === 0 && <p className="soft">{t('historyNone')}</p>}
        <ol className="ledger-history">{lines.map((line) => <Line key={line.seq} of={line} />)}</ol>
      </section>
      {kind && <Corrections kind={kind} id={id} />}
      {documents.length > 0 && (
        <section className="side-part" aria-label={t('documents')}>
          <h3>{t('documents')}</h3>
          <ul className="ledger-documents">
            {documents.map(({ id, docNo, form, issuedAt, state }) => <li key={id}><span className="strong">{docNo}</span>　{form}　<When at={issuedAt} />{state === 'acknowledged' && `　${t('acknowledged')}`}</li>)}
          </ul>
        </section>
      )}
      <section className="side-part" aria-label={t('whole')}>
        <h3>{t('whole')}</h3>
        <Facts of={definition.columns.map((column, i) => [column.title[language], cells[i] === null || cells[i] === undefined ? null : <ShownCell key={column.key} column={column} cell={cells[i]} language={language} />] as const)} />
      </section>
    </>
  )
}

function Line({ of: { seq, type, at, by, confirmedBy, article, rules, exception } }: { of: LedgerHistory['lines'][number] }) {
  const { t } = useTranslation('ledgers')
  const word = useEventWord()
  const known = asArticle(article)
  return (
    <li>
      <p className="small soft"><When at={at} />　{t('line', { seq: seq + 1 })}</p>
      <p><span className="strong">{word(type)}</span>　{by ?? t('byMachine')}{confirmedBy !== null && `　${t('confirmedBy', { name: confirmedBy })}`}</p>
      <p className="ledger-rules">
        {known && <ArticleChip article={known} />}
        {rules.length > 0 && <span className="small soft">{t('rules')} {rules.join('・')}</span>}
      </p>
      {exception && <p className="ledger-exception">{t('exception', { ref: exception.cityRef, second: exception.second })}<br />{exception.reason}</p>}
    </li>
  )
}
