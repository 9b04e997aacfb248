import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Designation } from '../../core/city/designation.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Page } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'
import './city-office.css'

/** 受渡し (Art. 14): what this office handed over, by its own list. */
export function Designations() {
  const { t } = useTranslation('cityOffice')
  return <WithContract title={t('designations')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const go = useNavigate()
  const term = useTerm()
  const designate = <ActButton unless={[useWhyNot('cityOffice.designate')]} onClick={() => void go({ to: '/designations/new' })}>{t('newDesignation')}</ActButton>
  const columns: Column<Designation>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (d) => <>{d.no}{d.withdrawn && <span className="small soft">（{t('withdrawn')}）</span>}</>, text: (d) => d.no },
    { key: 'at', head: t('at'), cell: (d) => <When at={d.at} /> }, { key: 'means', whole: true, head: t('means'), cell: (d) => term(d.means), text: (d) => d.means },
    { key: 'purpose', head: t('purpose'), cell: (d) => d.purpose, text: (d) => `${d.purpose} ${d.items.map(({ name }) => name).join(' ')}` }, { key: 'count', number: true, head: t('contents'), cell: (d) => d.items.length },
  ]
  return (
    <Page title={t('designations')} lead={t('designationsLead')} action={designate}>
      <Asked of={useQuery(questions.designations(contract.id))}>
        {(list) => (list.length === 0 ? <Empty title={t('designationsEmpty')} article="14" action={designate}>{t('designationsLead')}</Empty>
          : <Table name={t('designations')} rows={[...list].reverse()} columns={columns} rowKey={({ id }) => id} rowName={({ no }) => no} panel={(one) => <One key={one.id} designation={one} />} />)}
      </Asked>
    </Page>
  )
}

function One({ designation: { id, no, at, means, place, deliveredBy, purpose, medium, items, withdrawn } }: { designation: Designation }) {
  const { t } = useTranslation('cityOffice')
  const term = useTerm()
  const [reason, setReason] = useState('')
  const withdraw = useCommand(desk.cityOffice.withdrawDesignation)
  const mayNot = useWhyNot('cityOffice.withdrawDesignation')
  return (
    <>
      <Facts of={[[t('no'), no], [t('at'), <When key="at" at={at} />], [t('means'), term(means)], [t('where'), place], [t('deliveredBy'), deliveredBy], [t('purpose'), purpose], [t('serial'), medium ? `${medium.type}　${medium.serial}` : t('withoutMedium')], withdrawn !== null && [t('withdrawReason'), withdrawn.reason]]} />
      <ul className="spaced">{items.slice(0, 200).map((item) => <li key={item.name}>{item.name}　<span className="small soft">{item.size !== null && <Bytes of={item.size} />} {item.count !== null && `${item.count}`} {item.sha256 !== null && <Hash of={item.sha256} />}</span></li>)}</ul>
      {withdrawn === null && (
        <form noValidate className="spaced" onSubmit={(event) => { event.preventDefault(); withdraw.run({ designationId: id, reason }) }}>
          <TextInput label={t('withdrawReason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <div className="spaced"><Trouble of={withdraw.error} /></div>
          <div className="acts"><ActButton type="submit" variant="default" loading={withdraw.busy} unless={[mayNot, reason.trim() === '' && t('need', { field: t('withdrawReason') })]}>{t('withdraw')}</ActButton></div>
        </form>
      )}
      <History of={[id]} />
    </>
  )
}

