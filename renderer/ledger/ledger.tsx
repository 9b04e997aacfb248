import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { useEventWord } from './event-word.ts'
import { Audit } from './audit.tsx'
import { namesIn, subjectById, subjectOf } from './subject-of.ts'
import './ledger.css'

interface Entry { seq: number; type: string; at: Instant; by: string | null; hash: string; data: unknown }
const PAGE = 500

/** 台帳: everything that happened, newest first. */
export function Ledger() {
  const { t } = useTranslation('ledger')
  const mayNot = useWhyNot('ledger.entries')
  const [back, setBack] = useState(0)
  const size = useQuery({ ...questions.ledger(0, 1), enabled: mayNot === null })
  const end = Math.max(0, (size.data?.size ?? 0) - back * PAGE)
  const from = Math.max(0, end - PAGE)
  const page = useQuery({ ...questions.ledger(from, Math.max(1, end - from)), enabled: end > 0 })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Audit />
      {mayNot !== null ? <Notice title={mayNot} /> : (
        <Asked of={size.data?.size === 0 ? size : page}>
          {({ entries }) => (size.data?.size === 0 ? <Empty title={t('empty')} article="17">{t('emptyLead')}</Empty> : <Entries of={[...(entries as Entry[])].reverse()} />)}
        </Asked>
      )}
      <div className="acts">
        {back > 0 && <Button variant="default" onClick={() => setBack(back - 1)}>{t('newer')}</Button>}
        {from > 0 && <Button variant="default" onClick={() => setBack(back + 1)}>{t('older')}</Button>}
      </div>
    </Page>
  )
}

function Entries({ of: entries }: { of: readonly Entry[] }) {
  const { t } = useTranslation('ledger')
  const { t: parts } = useTranslation('parts')
  const word = useEventWord()
  const name = usePersonName()
  const named = useMemo(() => namesIn(entries, name), [entries, name])
  const about = (entry: Entry): string | null => subjectOf(entry.data, name) ?? subjectById(entry.data, named)
  const who = ({ by }: Entry): string => (by === null ? parts('byMachine') : name(by))
  const columns: Column<Entry>[] = [
    { key: 'seq', head: t('seq'), cell: (e) => e.seq + 1, text: (e) => String(e.seq + 1) },
    { key: 'at', head: t('at'), cell: (e) => <When at={e.at} /> },
    { key: 'who', head: t('who'), cell: who, text: who },
    { key: 'what', head: t('what'), cell: (e) => <span className="strong">{word(e.type)}</span>, text: (e) => `${word(e.type)} ${e.type}` },
    { key: 'subject', head: t('subject'), cell: (e) => about(e) ?? '—', text: (e) => about(e) ?? '' },
    { key: 'hash', whole: true, head: t('hash'), cell: (e) => <Hash of={e.hash} />, text: (e) => e.hash, extra: true },
  ]
  const panel = (entry: Entry) => (
    <>
      <Facts of={[[t('at'), <When key="at" at={entry.at} />], [t('who'), who(entry)], [t('subject'), about(entry)], [t('hash'), <Hash key="h" of={entry.hash} whole />]]} />
      <h3 className="spaced">{t('data')}</h3>
      <pre className="entry-data">{JSON.stringify(entry.data, null, 2)}</pre>
    </>
  )
  return <Table name={t('entries')} rows={entries} columns={columns} rowKey={({ seq }) => String(seq)} rowName={(e) => `${e.seq + 1}　${word(e.type)}`} panel={panel} />
}
