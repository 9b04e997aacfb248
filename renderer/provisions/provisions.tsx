import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Provision } from '../../core/provisions/provision.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { sayNumber } from '../words/figures.ts'
import { isOpen, looks } from './provision-steps.tsx'

/** 第三者提供 (Art. 13). */
export function Provisions() {
  const { t } = useTranslation('provisions')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('provisions')
  const { t: send } = useTranslation('send')
  const go = useNavigate()
  const question = useQuery(questions.provisions(contract.id))
  const begin = <ActButton variant="default" unless={[useWhyNot('provisions.apply')]} onClick={() => void go({ to: '/provisions/new' })}>{t('begin')}</ActButton>
  const columns: Column<Provision>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (p) => <span className="strong">{p.no}</span>, text: (p) => p.no },
    { key: 'to', head: t('to'), cell: (p) => `${p.organisation}　${p.recipient}`, text: (p) => `${p.organisation} ${p.recipient}` },
    { key: 'information', head: t('information'), cell: (p) => <>{p.information}<br /><span className="small soft">{p.purpose}</span></>, text: (p) => `${p.information} ${p.purpose}` },
    { key: 'count', number: true, head: t('count'), cell: (p) => sayNumber(p.count) },
    { key: 'consent', head: t('consent'), cell: (p) => (p.consent ? <><span className="whole">{p.consent.exception.cityRef}</span><br /><span className="small soft"><OnDay day={p.consent.on} /></span></> : '—'), text: (p) => p.consent?.exception.cityRef ?? '' },
    { key: 'state', whole: true, head: t('state'), cell: (p) => <Status look={looks[p.state]}>{t(`states.${p.state}`)}</Status>, text: (p) => t(`states.${p.state}`) },
    { key: 'open', whole: true, head: t('next'), cell: (p) => <Button variant={isOpen(p) ? 'default' : 'subtle'} aria-label={t('openNamed', { no: p.no })} onClick={() => void go({ to: '/provisions/$id', params: { id: p.id } })}>{t('open')}</Button> },
  ]
  const chips: Chip<Provision>[] = [{ key: 'open', label: t('chips.open'), test: isOpen }, { key: 'done', label: t('chips.done'), test: (p) => !isOpen(p) }]
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/send', label: send('toList') }} action={question.data && question.data.length > 0 && begin}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="13" action={begin}>{t('emptyLead')}</Empty>
          : <Block title={t('table')}><Table name={t('table')} rows={list.toReversed()} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} /></Block>)}
      </Asked>
    </Page>
  )
}
