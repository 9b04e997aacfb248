import { Checkbox, Radio, TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerable, type Answered, isAnswerable } from '../../core/city/answer.ts'
import type { AnswerCondition, Decision } from '../../core/documents/city-answer.ts'
import type { ImportedDocument } from '../../core/documents/document.ts'
import type { Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Task } from '../send/task.tsx'
import { today } from '../subcontracts/apply.tsx'

const KINDS = ['持出禁止', '再々委託禁止', 'その他'] as const

/** 回答: what was decided, under which number, on what conditions. `earlier`: the answer that this one would take the place of. */
export function AnswerForm({ document, earlier }: { document: ImportedDocument; earlier: Answered | null }) {
  const { t } = useTranslation('cityOffice')
  const { organisation } = useOffice()
  const { form } = document
  const choices = isAnswerable(form) ? answerable[form].decisions : []
  const [decision, setDecision] = useState<Decision>(choices[0] ?? '承認')
  const [approvalNo, setNo] = useState('')
  const [decidedOn, setOn] = useState<Day | null>(today())
  const [kinds, setKinds] = useState<AnswerCondition['kind'][]>([])
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [attends, setAttends] = useState(false)
  const [attendName, setAttendName] = useState('')
  const [revisionReason, setRevision] = useState('')
  const { data: next } = useQuery(questions.nextApprovalNo(document.id))
  const answer = useCommand(desk.cityOffice.answer)
  const mayNot = useWhyNot('cityOffice.answer')
  if (!isAnswerable(form)) return null
  const conditional = decision === '条件付承認'
  const need = (field: string) => t('need', { field })
  const onAnswer = (): void => {
    if (decidedOn === null) return
    answer.run({
      importedId: document.id, decision, approvalNo: approvalNo.trim() === '' ? null : approvalNo, decidedOn, reason, revisionReason,
      conditions: conditional ? kinds.map((kind) => ({ kind, text: kind === 'その他' ? text : '' })) : [], attendance: attends && form === 'F-28' ? { organisation: organisation.name, name: attendName } : null,
    })
  }
  return (
    <Task title={earlier ? t('answerAnew') : t('answerTitle')} lead={earlier ? t('revisionWhy', { no: earlier.approvalNo, revision: earlier.revision + 1 }) : t('answerLead')} article={answerable[form].article} error={answer.error} onSubmit={onAnswer} act={
      <ActButton type="submit" loading={answer.busy} unless={[
        mayNot, decidedOn === null && need(t('decidedOn')), approvalNo.trim() === '' && next?.no === null && need(t('approvalNo')), conditional && kinds.length === 0 && need(t('conditions')), conditional && kinds.includes('その他') && text.trim() === '' && need(t('conditionText')),
        decision === '不承認' && reason.trim() === '' && need(t('reason')), attends && attendName.trim() === '' && need(t('attendName')), earlier !== null && revisionReason.trim() === '' && need(t('revisionReason')), document.verdict !== 'verified' && t('unsigned'),
      ]}>{earlier ? t('answerAnew') : t('answer')}</ActButton>
    }>
      {earlier && <div className="lifted"><Notice look="warning" title={t('revisionWhy', { no: earlier.approvalNo, revision: earlier.revision + 1 })} /></div>}
      <Radio.Group label={t('decision')} value={decision} onChange={(value) => setDecision(value as Decision)}>
        <div className="acts acts-tight">{choices.map((one) => <Radio key={one} value={one} label={t(`decisions.${one}`)} />)}</div>
      </Radio.Group>
      {conditional && (
        <Checkbox.Group className="spaced" label={t('conditions')} value={kinds} onChange={(values) => setKinds(values as AnswerCondition['kind'][])}>
          <div className="condition-kinds">{KINDS.map((kind) => <Checkbox key={kind} value={kind} label={t(`conditionKinds.${kind}`)} />)}</div>
        </Checkbox.Group>
      )}
      {conditional && kinds.includes('その他') && <TextInput className="spaced" label={t('conditionText')} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
      <div className="spaced"><TextInput label={t('approvalNo')} description={next?.no ? t('approvalNoWhy', { no: next.no }) : t('approvalNoType')} value={approvalNo} onChange={(event) => setNo(event.currentTarget.value)} /></div>
      <div className="spaced"><DayField label={t('decidedOn')} value={decidedOn} onChange={setOn} /></div>
      <div className="spaced"><Textarea label={t('reason')} description={t('reasonWhy')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></div>
      {form === 'F-28' && <div className="spaced"><Checkbox label={t('attend')} checked={attends} onChange={(event) => setAttends(event.currentTarget.checked)} /></div>}
      {form === 'F-28' && attends && <div className="spaced"><TextInput label={t('attendName')} value={attendName} onChange={(event) => setAttendName(event.currentTarget.value)} /></div>}
      {earlier && <div className="spaced"><TextInput label={t('revisionReason')} value={revisionReason} onChange={(event) => setRevision(event.currentTarget.value)} /></div>}
    </Task>
  )
}
