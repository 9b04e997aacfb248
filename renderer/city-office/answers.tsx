import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answered, isAnswerable } from '../../core/city/answer.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { ImportedDocument } from '../../core/documents/document.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useFormWord } from '../documents/form-word.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { Trouble } from '../parts/trouble.tsx'
import './city-office.css'

/** 承認: what waits for the city's answer, and what it has answered. */
export function Answers() {
  const { t } = useTranslation('cityOffice')
  return <WithContract title={t('answers')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const go = useNavigate()
  const imported = useQuery(questions.imported(contract.id))
  const answers = useQuery(questions.answersGiven(contract.id))
  const toImport = <Button onClick={() => void go({ to: '/import' })}>{t('toImport')}</Button>
  return (
    <Page title={t('answers')} lead={t('answersLead')}>
      <Asked of={answers}>{(given) => (
        <Asked of={imported}>{(list) => {
          const waiting = list.filter((document) => awaits(document, given))
          if (waiting.length === 0 && given.length === 0) return <Empty title={t('answersEmpty')} article="11(2)" action={toImport}>{t('answersEmptyLead')}</Empty>
          return (
            <>
              <Block title={t('waiting')}>{waiting.length === 0 ? <Notice look="good" title={t('answersEmpty')} /> : <Waiting list={waiting} />}</Block>
              {given.length > 0 && <Block title={t('answered')}><Given list={[...given].reverse()} imported={list} /></Block>}
            </>
          )
        }}</Asked>
      )}</Asked>
      <Block title={t('numbering')} lead={t('numberingLead')}><Numbering /></Block>
    </Page>
  )
}

const awaits = ({ form, docNo, verdict, supersededBy, record }: ImportedDocument, given: readonly Answered[]): boolean =>
  isAnswerable(form) && verdict === 'verified' && supersededBy === null && (record as { revisionKind?: string } | null)?.revisionKind !== '取消' && !given.some(({ of }) => of.docNo === docNo)

function Waiting({ list }: { list: readonly ImportedDocument[] }) {
  const { t } = useTranslation('cityOffice')
  const go = useNavigate()
  const form = useFormWord()
  return (
    <ul className="applications">
      {list.map((document) => (
        <li key={document.id} className="application">
          <div><p className="strong">{form(document.form)}</p><p className="small soft">{document.docNo}　<When at={document.importedAt} /></p></div>
          <Button aria-label={`${t('answerTitle')} ${document.docNo}`} onClick={() => void go({ to: '/answers/$id', params: { id: document.id } })}>{t('answerTitle')}</Button>
        </li>
      ))}
    </ul>
  )
}

function Given({ list }: { list: readonly Answered[]; imported: readonly ImportedDocument[] }) {
  const { t } = useTranslation('cityOffice')
  const go = useNavigate()
  const form = useFormWord()
  const columns: Column<Answered>[] = [
    { key: 'approvalNo', whole: true, head: t('approvalNo'), cell: (a) => a.approvalNo, text: (a) => a.approvalNo },
    { key: 'form', head: t('form'), cell: (a) => form(a.form), text: (a) => form(a.form) },
    { key: 'docNo', whole: true, head: t('docNo'), cell: (a) => a.of.docNo, text: (a) => a.of.docNo },
    { key: 'decision', whole: true, head: t('decision'), cell: (a) => <>{t(`decisions.${a.decision}`)}{a.supersededBy !== null && <span className="small soft">（{t('superseded')}）</span>}</>, text: (a) => t(`decisions.${a.decision}`) },
    { key: 'decidedOn', head: t('decidedOn'), cell: (a) => <OnDay day={a.decidedOn} /> },
    { key: 'open', head: '', cell: (a) => <Button variant="subtle" onClick={() => void go({ to: '/answers/$id', params: { id: a.importedId } })}>{t('open')}</Button> },
  ]
  return <Table name={t('answered')} rows={list} columns={columns} rowKey={({ id }) => id} rowName={({ approvalNo }) => approvalNo} />
}

/** 番号の付け方: both series of the office. */
function Numbering() {
  const { data } = useQuery(questions.numberings)
  return data ? <div className="fields">{(['収受', '承認'] as const).map((kind) => <OneNumbering key={`${kind} ${data[kind]}`} kind={kind} kept={data[kind]} />)}</div> : null
}

function OneNumbering({ kind, kept }: { kind: '収受' | '承認'; kept: string }) {
  const { t } = useTranslation('cityOffice')
  const [pattern, setPattern] = useState(kept)
  const set = useCommand(desk.cityOffice.setNumbering)
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); set.run({ kind, pattern }) }}>
      <TextInput label={t(`numbering${kind}`)} placeholder={t('numberingExample')} value={pattern} onChange={(event) => setPattern(event.currentTarget.value)} />
      <div className="acts acts-tight"><ActButton type="submit" variant="default" loading={set.busy} unless={[useWhyNot('cityOffice.setNumbering')]}>{t('saveNumbering')}</ActButton></div>
      <Trouble of={set.error} />
    </form>
  )
}
