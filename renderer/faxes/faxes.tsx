import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Fax } from '../../core/faxes/fax.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { isOpen, looks } from './fax-steps.tsx'

/** FAXの例外 (Art. 11(6)): normally an empty page, and that is as it should be. */
export function Faxes() {
  const { t } = useTranslation('faxes')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('faxes')
  const { t: send } = useTranslation('send')
  const go = useNavigate()
  const question = useQuery(questions.faxes(contract.id))
  const begin = <ActButton variant="default" unless={[useWhyNot('faxes.request')]} onClick={() => void go({ to: '/faxes/new' })}>{t('begin')}</ActButton>
  const columns: Column<Fax>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (f) => <span className="strong">{f.no}</span>, text: (f) => f.no },
    { key: 'to', head: t('to'), cell: (f) => <>{f.recipient.organisation}　{f.recipient.name}<br /><span className="small soft whole">{f.faxNo}</span></>, text: (f) => `${f.recipient.organisation} ${f.recipient.name} ${f.faxNo}` },
    { key: 'content', head: t('content'), cell: (f) => f.content, text: (f) => f.content },
    { key: 'cityRef', head: t('cityRef'), cell: (f) => f.exception.cityRef, text: (f) => f.exception.cityRef },
    { key: 'state', whole: true, head: t('state'), cell: (f) => <Status look={looks[f.state]}>{t(`states.${f.state}`)}</Status>, text: (f) => t(`states.${f.state}`) },
    { key: 'open', whole: true, head: t('next'), cell: (f) => <Button variant={isOpen(f) ? 'default' : 'subtle'} aria-label={t('openNamed', { no: f.no })} onClick={() => void go({ to: '/faxes/$id', params: { id: f.id } })}>{t('open')}</Button> },
  ]
  const chips: Chip<Fax>[] = [{ key: 'open', label: t('chips.open'), test: isOpen }, { key: 'done', label: t('chips.done'), test: (f) => !isOpen(f) }]
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/send', label: send('toList') }} action={question.data && question.data.length > 0 && begin}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="11(6)" action={begin}>{t('emptyLead')}</Empty>
          : <Block title={t('table')}><Table name={t('table')} rows={list.toReversed()} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} /></Block>)}
      </Asked>
    </Page>
  )
}
