import { useQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { IssuedDocument } from '../../core/documents/document.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { Acknowledge } from './acknowledge.tsx'
import { useFormWord } from './form-word.ts'
import { HandOn } from './hand-on.tsx'
import { Revise } from './revise.tsx'
import { documentLooks, stateOf } from './state-of.ts'
import { IssuedCard } from './issued-card.tsx'

/** 書類: what was issued, whether the city has it, and its bodies once more. */
export function Documents() {
  const { t } = useTranslation('documents')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('documents')
  const go = useNavigate()
  const form = useFormWord()
  const question = useQuery(questions.receipts(contract.id))
  const mayNot = useWhyNot('receipts.acknowledge')
  const mayIssueNot = useWhyNot('forms.issue')
  const [acknowledging, setAcknowledging] = useState(false)
  const columns: Column<IssuedDocument>[] = [
    { key: 'docNo', whole: true, head: t('docNo'), cell: (d) => d.docNo, text: (d) => d.docNo },
    { key: 'revision', whole: true, head: t('revision'), cell: (d) => t('revisionNo', { revision: d.revision }) },
    { key: 'form', head: t('form'), cell: (d) => d.title || form(d.form), text: (d) => `${d.form} ${d.title || form(d.form)}` },
    { key: 'state', whole: true, head: t('state'), cell: (d) => <Status look={documentLooks[stateOf(d)]}>{t(`states.${stateOf(d)}`)}</Status>, text: (d) => t(`states.${stateOf(d)}`) },
    { key: 'issuedAt', head: t('issuedAt'), cell: (d) => <When at={d.issuedAt} /> },
    { key: 'cityReceiptNo', head: t('cityReceiptNo'), cell: (d) => d.cityReceiptNo ?? '—', text: (d) => d.cityReceiptNo ?? '' },
    { key: 'code', whole: true, extra: true, head: t('code'), cell: (d) => <span className="code">{d.code}</span>, text: (d) => d.code },
  ]
  const chips: Chip<IssuedDocument>[] = [{ key: 'waiting', label: t('chips.waiting'), test: (d) => d.state !== 'acknowledged' && d.supersededBy === null }, { key: 'standing', label: t('chips.standing'), test: (d) => d.supersededBy === null && d.revisionKind !== '取消' }, { key: 'done', label: t('chips.done'), test: (d) => d.state === 'acknowledged' }]
  const some = question.data !== undefined && question.data.length > 0
  return (
    <Page title={t('title')} lead={t('lead')} action={<ActButton unless={[mayIssueNot]} onClick={() => void go({ to: '/documents/new' })}>{t('issueNew')}</ActButton>}>
      <div className="acts acts-tight no-print">
        <Button variant="default" onClick={() => void go({ to: '/requests' })}>{t('toRequests')}</Button>
        <Button variant="default" onClick={() => void go({ to: '/incidents' })}>{t('toIncidents')}</Button>
        <Button variant="default" onClick={() => void go({ to: '/audits' })}>{t('toAudits')}</Button>
        {some && <ActButton variant="default" unless={[mayNot]} onClick={() => setAcknowledging(true)}>{t('acknowledge')}</ActButton>}
        <Button variant="subtle" onClick={() => void go({ to: '/documents/settings' })}>{t('toSettings')}</Button>
      </div>
      <div className="spaced">
        <Asked of={question}>
          {(list) => (list.length === 0
            ? <Empty title={t('empty')} article="14" action={<Button onClick={() => void go({ to: '/receive' })}>{t('toReceive')}</Button>}>{t('emptyLead')}</Empty>
            : <Table name={t('table')} rows={[...list].reverse()} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ docNo }) => docNo} panel={(document) => <><IssuedCard document={document} /><Revise key={document.id} document={document} /><History of={[document.id]} /></>} />)}
        </Asked>
      </div>
      {some && <HandOn contract={contract} />}
      <Acknowledge opened={acknowledging} onClose={() => setAcknowledging(false)} />
    </Page>
  )
}
