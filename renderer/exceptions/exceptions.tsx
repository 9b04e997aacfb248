import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { ExceptionUsed } from '../../core/exceptions/exception-used.ts'
import type { ArticleRef } from '../../core/articles.ts'
import { questions } from '../asking/questions.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { leadTo } from '../today/lead-to.ts'

/** 例外の一覧 (Art. 17): every rule that was set aside, for whoever audits. */
export function Exceptions() {
  const { t } = useTranslation('exceptions')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('exceptions')
  const go = useNavigate()
  const name = usePersonName()
  const kind = ({ kind: one }: ExceptionUsed): string => (i18next.exists(`kinds.${one}`, { ns: 'exceptions' }) ? (t as (key: string) => string)(`kinds.${one}`) : t('kinds.other'))
  const by = ({ by: who }: ExceptionUsed): string => (who === null ? '—' : name(who))
  const columns: Column<ExceptionUsed>[] = [
    { key: 'at', head: t('at'), cell: (e) => <When at={e.at} /> },
    { key: 'kind', head: t('kind'), cell: (e) => <>{kind(e)}<br /><span className="notice-line small"><span className="soft whole">{e.rule}</span><ArticleChip article={e.article as ArticleRef} /></span></>, text: (e) => `${kind(e)} ${e.rule} ${e.article}` },
    { key: 'subject', head: t('subject'), cell: (e) => e.subject, text: (e) => e.subject },
    { key: 'cityRef', head: t('cityRef'), cell: (e) => e.exception.cityRef, text: (e) => e.exception.cityRef },
    { key: 'reason', head: t('reason'), cell: (e) => e.exception.reason, text: (e) => e.exception.reason },
    { key: 'by', head: t('by'), cell: (e) => <>{by(e)}<br /><span className="small soft">{t('second')}：<span className="whole">{name(e.exception.secondPerson)}</span></span></>, text: (e) => `${by(e)} ${name(e.exception.secondPerson)}` },
    { key: 'open', whole: true, head: '', cell: (e) => <Button variant="subtle" aria-label={t('openNamed', { subject: e.subject })} onClick={() => void go(leadTo({ code: e.kind, leadsTo: e.leadsTo, subjectId: e.subjectId }))}>{t('open')}</Button> },
    { key: 'entry', extra: true, number: true, head: t('entry'), cell: (e) => `#${e.seq}`, text: (e) => `#${e.seq}` },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/ledgers', label: t('toLedgers') }}>
      <Asked of={useQuery(questions.exceptions(contract.id))}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="17①">{t('emptyLead')}</Empty>
          : <Block title={t('table')}><Table name={t('table')} rows={list} columns={columns} chips={chipsOf(list, kind)} rowKey={({ seq }) => String(seq)} rowName={({ subject }) => subject} /></Block>)}
      </Asked>
    </Page>
  )
}

/** One chip for each kind that there is. */
function chipsOf(list: readonly ExceptionUsed[], say: (one: ExceptionUsed) => string): Chip<ExceptionUsed>[] {
  const kinds = new Map(list.map((one) => [one.kind, say(one)]))
  return kinds.size < 2 ? [] : [...kinds].map(([key, label]) => ({ key, label, test: (one) => one.kind === key }))
}
