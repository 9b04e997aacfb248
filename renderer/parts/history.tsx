import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmerOf } from '../../core/ledger/confirmer.ts'
import type { EntryBody } from '../../core/ledger/entry.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { When } from './figures.tsx'
import { useEventWord } from '../ledger/event-word.ts'
import { usePersonName } from '../people/person-name.ts'
import './history.css'

const PAGE = 1000

/** Everything the ledger says about something: who, when, what. Looks back a thousand lines at a time. */
export function History({ of: ids }: { of: readonly string[] }) {
  const { t } = useTranslation('parts')
  const mayNot = useWhyNot('ledger.entries')
  const [back, setBack] = useState(1)
  const size = useQuery({ ...questions.ledger(0, 1), enabled: mayNot === null }).data?.size ?? 0
  const from = Math.max(0, size - PAGE * back)
  const page = useQuery({ ...questions.ledger(from, PAGE), enabled: size > 0 }).data
  const word = useEventWord()
  const name = usePersonName()
  if (mayNot !== null) return null
  const entries = (page?.entries ?? []).filter((entry) => concerns(entry, ids)).reverse()
  return (
    <section className="history" aria-label={t('history')}>
      <h3>{t('history')}</h3>
      {page && entries.length === 0 && <p className="soft">{t('historyNone')}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <span className="small soft"><When at={entry.at} /></span>
            <span><b>{word(entry.type)}</b>　{entry.by === null ? t('byMachine') : name(entry.by)}<Confirmed entry={entry} /></span>
          </li>
        ))}
      </ol>
      {from > 0 && <Button variant="subtle" onClick={() => setBack(back + 1)}>{t('historyOlder')}</Button>}
    </section>
  )
}

/** Whoever signed beside the one at the desk. */
function Confirmed({ entry }: { entry: { type: string; by: string | null; data: unknown } }) {
  const { t } = useTranslation('ledgers')
  const name = usePersonName()
  const confirmer = confirmerOf(entry as EntryBody)
  return confirmer === null || confirmer === entry.by ? null : <>　{t('confirmedBy', { name: name(confirmer) })}</>
}

const concerns = ({ by, data }: { by: string | null; data: unknown }, ids: readonly string[]): boolean =>
  ids.some((id) => by === id || JSON.stringify(data).includes(JSON.stringify(id)))
