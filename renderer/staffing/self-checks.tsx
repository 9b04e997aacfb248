import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { SelfCheck } from '../../core/staffing/self-check.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { useTerm } from '../words/terms.ts'
import { OneSelfCheck } from './one-self-check.tsx'
import { PeopleTabs } from './tabs.tsx'

const looks: Record<SelfCheck['state'], StatusLook> = { 実施: 'busy', 是正中: 'warn', 完了: 'good' }

/** 自己点検 (F-04, Art. 5④): every month, and every finding to its end. */
export function SelfChecks() {
  const { t } = useTranslation('staffing')
  return <WithContract title={t('check.title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('staffing')
  const go = useNavigate()
  const name = usePersonName()
  const term = useTerm()
  const question = useQuery(questions.selfChecks(contract.id))
  const begin = <ActButton unless={[useWhyNot('staffing.recordSelfCheck')]} onClick={() => void go({ to: '/self-checks/new' })}>{t('check.begin')}</ActButton>
  const mayNotSet = useWhyNot('staffing.setCheckItems')
  const columns: Column<SelfCheck>[] = [
    { key: 'no', whole: true, head: t('check.no'), cell: (c) => <span className="strong">{c.no}</span>, text: (c) => c.no },
    { key: 'on', whole: true, head: t('check.on'), cell: (c) => <OnDay day={c.checkedOn} /> },
    { key: 'by', head: t('check.by'), cell: (c) => name(c.checkedBy), text: (c) => name(c.checkedBy) },
    { key: 'wanting', number: true, head: t('check.wanting'), cell: (c) => c.items.filter(({ result }) => result === '不適').length },
    { key: 'confirmedBy', head: t('check.confirmedBy'), cell: (c) => (c.closed ? name(c.closed.by) : '—') },
    { key: 'state', whole: true, head: t('check.state'), cell: (c) => <Status look={looks[c.state]}>{term(c.state)}</Status>, text: (c) => c.state },
  ]
  return (
    <Page title={t('check.title')} lead={t('check.lead')} action={<><ActButton variant="default" unless={[mayNotSet]} onClick={() => void go({ to: '/self-checks/items' })}>{t('checkItems.open')}</ActButton>{begin}</>}>
      <PeopleTabs />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('check.empty')} article="5④" action={begin}>{t('check.emptyLead')}</Empty>
          : <Table name={t('check.title')} rows={[...list].reverse()} columns={columns} rowKey={({ id }) => id} rowName={({ no }) => no} panel={(check) => <OneSelfCheck check={check} />} />)}
      </Asked>
    </Page>
  )
}
