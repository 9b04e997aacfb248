import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Hop } from '../../core/custody/hop.ts'
import { gapWords, hopWords, sayHop } from '../../core/custody/words.ts'
import type { ItemId } from '../../core/handovers/item.ts'
import { questions } from '../asking/questions.ts'
import { useOffice } from '../frame/in-hand.tsx'
import { useId } from '../frame/use-id.ts'
import { Asked } from '../parts/asked.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { useLanguage } from '../words/language.ts'

/** 来歴書 on the screen (Art. 11(9)): every hop, and what each lacks. */
export function ChainPage() {
  const { t } = useTranslation('custody')
  const go = useNavigate()
  const language = useLanguage() === 'ja' ? 0 : 1
  const columns: Column<Hop>[] = [
    { key: 'no', number: true, head: t('no'), cell: (h) => h.no },
    { key: 'what', head: t('what'), cell: (h) => <div><span className="strong">{hopWords[h.kind][language]}</span><br /><span className="small soft"><When at={h.at} /></span></div>, text: (h) => hopWords[h.kind][language] },
    { key: 'from', head: t('from'), cell: (h) => <Party name={h.from} />, text: (h) => h.from },
    { key: 'to', head: t('to'), cell: (h) => <div>{h.to === '' ? t('erased') : <Party name={h.to} />}{h.acceptedAt !== null && <div className="small soft">{t('accepted')}：<When at={h.acceptedAt} /></div>}</div>, text: (h) => h.to },
    { key: 'means', head: t('means'), cell: (h) => h.means, text: (h) => h.means },
    { key: 'state', head: t('state'), cell: (h) => <State hop={h} />, text: (h) => sayHop(h, language) },
    { key: 'evidence', head: t('evidence'), cell: (h) => <span className="small">{h.evidence.map((one) => <span key={one} className="whole">{one}<br /></span>)}</span>, text: (h) => h.evidence.join(' ') },
    { key: 'before', extra: true, head: t('before'), cell: (h) => (h.before === null ? '—' : <Hash of={h.before} />), text: (h) => h.before ?? '' },
    { key: 'after', extra: true, head: t('after'), cell: (h) => (h.after === null ? '—' : <Hash of={h.after} />), text: (h) => h.after ?? '' },
  ]
  const question = useQuery(questions.chain(useId() as ItemId))
  return (
    <Page title={question.data?.item.name ?? t('title')} lead={t('lead')} back={{ to: '/custody', label: t('toList') }} action={<Button onClick={() => void go({ to: '/documents' })}>{t('toDocuments')}</Button>}>
      <Asked of={question}>
        {({ hops, gaps }) => (
          <>
            {gaps === 0 ? <Notice look="good" title={t('whole')}>{t('wholeLead')}</Notice> : <Notice look="warning" title={t('gaps', { count: gaps })}>{t('gapsLead')}</Notice>}
            <Block title={t('table')}><Table name={t('table')} rows={hops} columns={columns} rowKey={({ no }) => String(no)} rowName={({ no }) => String(no)} /></Block>
          </>
        )}
      </Asked>
    </Page>
  )
}

/** Our own name stands on every line and says nothing; it is there on hover. */
function Party({ name }: { name: string }) {
  const { organisation } = useOffice()
  const short = name.startsWith(`${organisation.name}　`) ? name.slice(organisation.name.length + 1) : name
  return <span title={name}>{short}</span>
}

/** What agrees, and every gap on a line of its own. */
function State({ hop }: { hop: Hop }) {
  const language = useLanguage() === 'ja' ? 0 : 1
  const same = sayHop({ ...hop, gaps: [] }, language)
  return (
    <div>
      {same !== '' && <Status look={hop.before === hop.after ? 'good' : 'bad'}>{same}</Status>}
      {hop.gaps.filter((gap) => gap !== 'hash-differs' || same === '').map((gap) => <div key={gap}><Status look={gap === 'lost' || gap === 'hash-differs' || gap === 'did-not-pass' ? 'bad' : 'warn'}>{gapWords[gap][language]}</Status></div>)}
    </div>
  )
}
