import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { HandBack } from '../../core/settlement/settlement.ts'
import { questions } from '../asking/questions.ts'
import { Asked } from '../parts/asked.tsx'
import { When } from '../parts/figures.tsx'
import { Block } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'

/** What went back to the city or was delivered to it, and who took it. */
export function HandBacks({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('settlement')
  const term = useTerm()
  const go = useNavigate()
  const columns: Column<HandBack>[] = [
    { key: 'no', whole: true, head: t('handBackNo'), cell: (h) => <span className="strong">{h.no}</span>, text: (h) => h.no },
    { key: 'how', whole: true, head: t('how'), cell: (h) => t(`ends.${h.how}`), text: (h) => t(`ends.${h.how}`) },
    { key: 'what', head: t('what'), cell: (h) => [h.itemIds.length > 0 && t('itemCount', { n: sayNumber(h.itemIds.length) }), h.medium].filter(Boolean).join('　'), text: (h) => h.medium ?? '' },
    { key: 'at', whole: true, head: t('at'), cell: (h) => <>{term(h.means)}<br /><span className="small soft"><When at={h.at} /></span></> },
    { key: 'by', head: t('receivedBy'), cell: (h) => h.receivedBy, text: (h) => h.receivedBy },
    { key: 'doc', whole: true, head: t('docNo'), cell: (h) => h.docNo ?? <Button variant="subtle" onClick={() => void go({ to: '/documents/new' })}>{t('toForms')}</Button>, text: (h) => h.docNo ?? '' },
  ]
  return (
    <Block title={t('handBacks')}>
      <Asked of={useQuery(questions.handBacks(contract.id))}>
        {(list) => (list.length === 0 ? <p className="soft">{t('handBacksNone')}</p> : <Table name={t('handBacksTable')} rows={list.toReversed()} columns={columns} rowKey={({ id }) => id} rowName={({ no }) => no} />)}
      </Asked>
    </Block>
  )
}
