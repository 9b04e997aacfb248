import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdCard } from '../../core/staffing/id-card.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { IssueCard } from './issue-card.tsx'
import { OneCard } from './one-card.tsx'
import { PeopleTabs } from './tabs.tsx'

const looks: Record<IdCard['state'], StatusLook> = { 発行: 'good', 返却: 'calm', 紛失: 'bad' }
const words = { 発行: 'card.states.out', 返却: 'card.states.back', 紛失: 'card.states.lost' } as const

/** 証明書 (F-06, Art. 6②): who carries which card inside city hall. */
export function Cards() {
  const { t } = useTranslation('staffing')
  const name = usePersonName()
  const question = useQuery(questions.cards)
  const [issuing, setIssuing] = useState(false)
  const issue = <ActButton unless={[useWhyNot('staffing.issueCard')]} onClick={() => setIssuing(true)}>{t('card.issue')}</ActButton>
  const columns: Column<IdCard>[] = [
    { key: 'no', whole: true, head: t('card.no'), cell: (c) => <span className="strong">{c.no}</span>, text: (c) => c.no },
    { key: 'person', head: t('card.person'), cell: (c) => name(c.personId), text: (c) => name(c.personId) },
    { key: 'company', head: t('card.company'), cell: (c) => c.companyName, text: (c) => c.companyName, extra: true },
    { key: 'issuedOn', whole: true, head: t('card.issuedOn'), cell: (c) => <OnDay day={c.issuedOn} /> },
    { key: 'validTo', whole: true, head: t('card.validTo'), cell: (c) => (c.validTo ? <OnDay day={c.validTo} /> : '—') },
    { key: 'state', whole: true, head: t('card.state'), cell: (c) => <Status look={looks[c.state]}>{t(words[c.state])}{c.lost?.cityRef === '' && `（${t('card.notReported')}）`}</Status>, text: (c) => t(words[c.state]) },
  ]
  return (
    <Page title={t('card.title')} lead={t('card.lead')} action={issue}>
      <PeopleTabs />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('card.empty')} article="6②" action={issue}>{t('card.emptyLead')}</Empty>
          : <Table name={t('card.title')} rows={list} columns={columns} rowKey={({ id }) => id} rowName={({ no }) => no} panel={(card) => <OneCard card={card} />}
              chips={[{ key: 'out', label: t('card.chipOut'), test: ({ state }) => state === '発行' }, { key: 'lost', label: t('card.chipLost'), test: ({ state }) => state === '紛失' }]} />)}
      </Asked>
      <IssueCard opened={issuing} onClose={() => setIssuing(false)} />
    </Page>
  )
}
