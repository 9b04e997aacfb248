import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { HandoverId } from '../../core/handovers/handover.ts'
import { sameWords } from '../../core/text.ts'
import { type Day, dayOf, type Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'

/** 解除の通知, as it came. The contract's number is typed: nobody stops a contract by a slip of the mouse. */
export function RecordNotice({ contract: { id: contractId, contractNo, city }, close, done }: { contract: ContractOfWork; close: ReactNode; done: () => void }) {
  const { t } = useTranslation('cancellations')
  const handovers = (useQuery(questions.handovers(contractId)).data ?? [])
  const [cityRef, setCityRef] = useState('')
  const [noticeOn, setNoticeOn] = useState<Day | null>(dayOf(thisMinute()))
  const [receivedAt, setReceivedAt] = useState<Instant | null>(thisMinute())
  const [toldBy, setToldBy] = useState(city.securityManager)
  const [reason, setReason] = useState('')
  const [of, setOf] = useState<'whole' | 'part'>('whole')
  const [what, setWhat] = useState('')
  const [handoverIds, setHandoverIds] = useState<string[]>([])
  const [stopsNew, setStopsNew] = useState(false)
  const [effectiveOn, setEffectiveOn] = useState<Day | null>(null)
  const [atOnce, setAtOnce] = useState(false)
  const [settleBy, setSettleBy] = useState<Day | null>(null)
  const [settleHow, setSettleHow] = useState('')
  const [typed, setTyped] = useState('')
  const record = useCommand(desk.cancellations.record)
  const onRecord = (): void => {
    if (noticeOn === null || receivedAt === null || effectiveOn === null) return
    record.run({ contractId, cityRef, noticeOn, receivedAt, toldBy, reason, scope: of === 'whole' ? { of } : { of, what, handoverIds: handoverIds as HandoverId[], stopsNew }, effectiveOn, atOnce, settleBy, settleHow }, done)
  }
  const need = (missing: boolean, field: string): string | false => missing && t('need', { field })
  return (
    <Task title={t('recordTitle')} lead={t('recordLead')} article="19①" error={record.error} onSubmit={onRecord} act={<>
      <ActButton type="submit" color="red" loading={record.busy} unless={[
        useWhyNot('cancellations.record'), need(cityRef.trim() === '', t('cityRef')), need(noticeOn === null, t('noticeOn')), need(receivedAt === null, t('receivedAt')), need(toldBy.trim() === '', t('toldBy')), need(reason.trim() === '', t('reason')),
        need(of === 'part' && what.trim() === '', t('partWhat')), need(of === 'part' && handoverIds.length === 0 && !stopsNew, `${t('handovers')}・${t('stopsNew')}`), need(effectiveOn === null, t('effectiveOn')), !sameWords(typed, contractNo) && t('typedWhy', { contractNo }),
      ]}>{t('recordNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <TextInput label={t('cityRef')} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />
        <DayField label={t('noticeOn')} value={noticeOn} onChange={setNoticeOn} />
        <TextInput label={t('toldBy')} value={toldBy} onChange={(event) => setToldBy(event.currentTarget.value)} />
        <TimeField label={t('receivedAt')} value={receivedAt} onChange={setReceivedAt} />
        <Textarea className="wide" label={t('reason')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <Select label={t('scope')} value={of} onChange={(value) => value !== null && setOf(value)} data={[{ value: 'whole' as const, label: t('whole') }, { value: 'part' as const, label: t('part') }]} allowDeselect={false} />
        <DayField label={t('effectiveOn')} value={effectiveOn} onChange={setEffectiveOn} />
        {of === 'part' && <>
          <Textarea className="wide" label={t('partWhat')} autosize minRows={1} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
          <MultiSelect className="wide" label={t('handovers')} placeholder={handoverIds.length > 0 ? '' : t('pick')} nothingFoundMessage={t('nothing')} searchable value={handoverIds} onChange={setHandoverIds} data={handovers.map(({ id, receiptNo, purpose }) => ({ value: id as string, label: [receiptNo, purpose].filter(Boolean).join('　') }))} />
          <Checkbox className="wide" label={t('stopsNew')} checked={stopsNew} onChange={(event) => setStopsNew(event.currentTarget.checked)} />
        </>}
        <Checkbox className="wide" label={t('atOnce')} checked={atOnce} onChange={(event) => setAtOnce(event.currentTarget.checked)} />
        <DayField label={t('settleBy')} value={settleBy} onChange={setSettleBy} clearable />
        <TextInput label={t('settleHow')} value={settleHow} onChange={(event) => setSettleHow(event.currentTarget.value)} />
        <TextInput className="wide" label={t('typed')} description={t('typedWhy', { contractNo })} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
