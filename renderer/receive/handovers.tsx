import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Handover } from '../../core/handovers/handover.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Bytes, When } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { Button } from '@mantine/core'
import { useTerm } from '../words/terms.ts'

export const handoverLooks: Record<Handover['state'], StatusLook> = { designated: 'calm', differs: 'bad', checked: 'warn', receipted: 'good' }

/** 受領: what is expected, what was received, what still wants its receipt. */
export function Handovers() {
  const { t } = useTranslation('receive')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('receive')
  const go = useNavigate()
  const term = useTerm()
  const question = useQuery(questions.handovers(contract.id))
  const { t: unpack } = useTranslation('unpack')
  const open = <Button variant="default" onClick={() => void go({ to: '/receive/open' })}>{unpack('begin')}</Button>
  const begin = <ActButton unless={[useWhyNot('handovers.designate')]} onClick={() => void go({ to: '/receive/new' })}>{t('begin')}</ActButton>
  const columns: Column<Handover>[] = [
    { key: 'at', head: t('at'), cell: (h) => <When at={h.actual?.at ?? h.designated.at} /> },
    { key: 'purpose', head: t('purpose'), cell: (h) => h.purpose, text: (h) => h.purpose },
    { key: 'state', whole: true, head: t('stepCheck'), cell: (h) => <Status look={handoverLooks[h.state]}>{t(`states.${h.state}`)}</Status>, text: (h) => t(`states.${h.state}`) },
    { key: 'receipt', whole: true, head: t('receiptTitle'), cell: (h) => h.receiptNo ?? '—', text: (h) => h.receiptNo ?? '' },
    { key: 'items', head: t('count'), number: true, cell: (h) => (h.itemCount > 0 ? h.itemCount : '—') },
    { key: 'bytes', head: t('size'), number: true, cell: (h) => (h.itemCount > 0 ? <Bytes of={h.totalBytes} /> : '—') },
    { key: 'means', head: t('means'), cell: (h) => term((h.actual ?? h.designated).means), text: (h) => h.designated.means, extra: true },
    { key: 'place', head: t('place'), cell: (h) => (h.actual ?? h.designated).place, text: (h) => h.designated.place, extra: true },
    { key: 'next', whole: true, head: t('nextHead'), cell: (h) => <Button variant={h.state === 'receipted' ? 'subtle' : 'default'} onClick={() => void go({ to: '/receive/$id', params: { id: h.id } })}>{t(`next.${h.state}`)}</Button> },
  ]
  const chips: Chip<Handover>[] = [
    { key: 'open', label: t('chips.open'), test: (h) => h.state !== 'receipted' },
    { key: 'done', label: t('chips.done'), test: (h) => h.state === 'receipted' },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && (question.data.length > 0 ? <>{open}{begin}</> : open)}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="14" action={begin}>{t('emptyLead')}</Empty>
          : <Table name={t('title')} rows={list} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ purpose }) => purpose} />)}
      </Asked>
    </Page>
  )
}
