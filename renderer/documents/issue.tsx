import { Select, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRef } from '../../core/articles.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { IssuedDocument } from '../../core/documents/document.ts'
import type { OfferedForm, PreviewedForm } from '../../core/forms/setting.ts'
import { wareki } from '../../core/words/dates.ts'
import type { Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { IssuedCard } from './issued-card.tsx'
import { LetterView } from './letter-view.tsx'
import './documents.css'

/** 書面の発行: choose, look, issue. */
export function IssueLetter() {
  const { t } = useTranslation('documents')
  return <WithContract title={t('issueTitle')}>{(contract) => <OfContract key={contract.id} contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('documents')
  const question = useQuery(questions.offeredForms(contract.id))
  const [chosen, choose] = useState<string | null>(null)
  const [subjectId, pick] = useState<string | null>(null)
  return (
    <Page title={t('issueTitle')} lead={t('issueLead')} back={{ to: '/documents', label: t('toList') }}>
      <Asked of={question}>
        {(offered) => {
          const form = offered.find((one) => one.form === chosen)
          return (
            <>
              <div className="fields">
                <Select
                  className="wide" label={t('chooseForm')} placeholder={t('choosePlaceholder')} value={chosen} searchable
                  data={offered.map(({ form: no, title, asked }) => ({ value: no, label: `${no}　${title}${asked ? `（${t('asked')}）` : ''}` }))}
                  onChange={(value) => { choose(value); pick(null) }}
                />
                {form?.subjects && <Select className="wide" label={t('chooseSubject')} placeholder={t('choosePlaceholder')} nothingFoundMessage={t('noSubjects')} value={subjectId} onChange={pick} data={[...form.subjects].reverse().map(({ id, label }) => ({ value: id, label }))} searchable />}
              </div>
              {form && <About form={form} />}
              {form?.subjects?.length === 0 && <div className="spaced"><Notice look="warning" title={t('noSubjects')}><Enter at={form.enteredAt} /></Notice></div>}
              {form && (form.subjects === null || subjectId !== null) && <Draft key={`${form.form} ${subjectId}`} contract={contract} form={form} subjectId={subjectId} />}
            </>
          )
        }}
      </Asked>
    </Page>
  )
}

function About({ form }: { form: OfferedForm }) {
  const { t } = useTranslation('documents')
  return (
    <p className="spaced small soft">
      <ArticleChip article={form.article as ArticleRef} />　{t(form.submission === 'always' ? 'always' : 'onRequest')}{form.ownTemplate && `・${t('ownTemplate')}（${form.version}）`}・{form.last ? t('lastOne', { docNo: form.last.docNo }) : t('noneIssued')}
      {form.asked && <strong>・{t('asked')}（{form.asked.dueOn === null ? t('askedNoDay') : t('askedBy', { day: wareki(form.asked.dueOn as Day) })}）</strong>}
    </p>
  )
}

function Draft({ contract, form, subjectId }: { contract: ContractOfWork; form: OfferedForm; subjectId: string | null }) {
  const question = useQuery(questions.preview(contract.id, form.form, subjectId))
  const [issued, setIssued] = useState<IssuedDocument | null>(null)
  if (issued) return <div className="spaced"><IssuedCard document={issued} fresh /></div>
  return <Asked of={question}>{(previewed) => <Previewed contract={contract} form={form} subjectId={subjectId} previewed={previewed} onIssued={setIssued} />}</Asked>
}

function Previewed({ contract, form, subjectId, previewed: { record, missing, unprintable, enteredAt }, onIssued }: { contract: ContractOfWork; form: OfferedForm; subjectId: string | null; previewed: PreviewedForm; onIssued: (document: IssuedDocument) => void }) {
  const { t } = useTranslation('documents')
  const [kind, setKind] = useState<'新規' | '変更'>('新規')
  const [reason, setReason] = useState('')
  const issue = useCommand(desk.forms.issue)
  const mayNot = useWhyNot('forms.issue')
  const onIssue = (): void => issue.run({ contractId: contract.id, form: form.form, subjectId, kind, reason, changesDocNo: '' }, onIssued)
  return (
    <>
      {missing.length > 0 && (
        <div className="spaced">
          <Notice look="warning" title={t('missing', { count: missing.length })}>
            <p>{t('missingLead')}</p>
            <ul>{missing.slice(0, 20).map(({ section, label, key }, i) => <li key={`${key} ${i}`}>{section === '' || section === label ? label : `${section}：${label}`}</li>)}</ul>
            <Enter at={enteredAt} />
          </Notice>
        </div>
      )}
      {unprintable.length > 0 && <div className="spaced"><Notice look="warning" title={t('unprintable')}>{t('unprintableLead', { characters: unprintable.join(' ') })}</Notice></div>}
      {form.last && (
        <div className="fields spaced">
          <div><p className="strong small">{t('kind')}</p><SegmentedControl value={kind} onChange={(value) => setKind(value === '変更' ? '変更' : '新規')} data={(['新規', '変更'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))} /></div>
          {kind === '変更' && <TextInput label={t('changeReason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        </div>
      )}
      <div className="spaced"><Trouble of={issue.error} /></div>
      <div className="acts"><ActButton loading={issue.busy} onClick={onIssue} unless={[mayNot, missing.length > 0 && t('missing', { count: missing.length }), unprintable.length > 0 && t('unprintable'), kind === '変更' && reason.trim() === '' && t('needReason')]}>{t('issue')}</ActButton></div>
      <Block title={t('preview')} lead={t('previewLead')}>
        <LetterView letter={record} />
        <SaveInto label={t('saveDraft')} operation="forms.saveDraft" save={(into) => desk.forms.saveDraft({ contractId: contract.id, form: form.form, subjectId, into })} />
      </Block>
    </>
  )
}

/** The page where the facts of a form are entered. */
function Enter({ at }: { at: string }) {
  const { t } = useTranslation('documents')
  const go = useNavigate()
  return <ActButton variant="default" onClick={() => void go({ to: at as '/' })}>{t('enter')}</ActButton>
}
