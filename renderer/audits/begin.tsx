import { Select, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AuditKind } from '../../core/audits/audit.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { type Day, dayOf, type Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute, TimeField } from '../parts/day-field.tsx'
import { Page } from '../parts/page.tsx'
import { Task } from '../send/task.tsx'
import { useTerm } from '../words/terms.ts'

interface Draft { kind: AuditKind; cityRef: string; auditors: string; announced: boolean; announcedOn: Day | null; plannedAt: Instant | null; place: string; subject: string }

/** 通知, or somebody at the door. */
export function BeginAuditPage() {
  const { t } = useTranslation('audits')
  return <WithContract title={t('begin')}>{(contract) => <BeginOne key={contract.id} contract={contract} />}</WithContract>
}

function BeginOne({ contract: { id: contractId, city } }: { contract: ContractOfWork }) {
  const { t } = useTranslation('audits')
  const term = useTerm()
  const go = useNavigate()
  const [draft, change, clear] = useKept<Draft>(`audit ${contractId}`, () => ({ kind: '立入検査', cityRef: '', auditors: `${city.name}　${city.section}　`, announced: true, announcedOn: dayOf(thisMinute()), plannedAt: thisMinute(), place: '', subject: '' }))
  const begin = useCommand(desk.audits.begin)
  const { announced, announcedOn, plannedAt, ...rest } = draft
  const onBegin = (): void => {
    if (plannedAt !== null) begin.run({ ...rest, contractId, announcedOn: announced ? announcedOn : null, plannedAt }, ({ id }) => { clear(); void go({ to: '/audits/$id', params: { id } }) })
  }
  const need = (missing: boolean, field: string): string | false => missing && t('need', { field })
  return (
    <Page title={t('begin')} back={{ to: '/audits', label: t('toList') }}>
      <Task title={t('beginTitle')} lead={t('beginLead')} article="17①" error={begin.error} onSubmit={onBegin} act={
        <ActButton type="submit" loading={begin.busy} unless={[useWhyNot('audits.begin'), need(draft.auditors.trim() === '', t('auditors')), need(announced && announcedOn === null, t('announcedOn')), need(plannedAt === null, t('plannedAt')), need(draft.subject.trim() === '', t('subject'))]}>{t('beginNow')}</ActButton>
      }>
        <div className="fields">
          <Select label={t('kind')} value={draft.kind} onChange={(value) => value !== null && change({ kind: value })} data={AuditKind.options.map((value) => ({ value, label: term(value) }))} allowDeselect={false} />
          <TextInput label={t('cityRef')} value={draft.cityRef} onChange={(event) => change({ cityRef: event.currentTarget.value })} />
          <TextInput className="wide" label={t('auditors')} value={draft.auditors} onChange={(event) => change({ auditors: event.currentTarget.value })} />
          <Select label={t('announced')} value={announced ? 'yes' : 'no'} onChange={(value) => change({ announced: value === 'yes' })} data={[{ value: 'yes', label: t('isAnnounced') }, { value: 'no', label: t('notAnnounced') }]} allowDeselect={false} />
          {announced && <DayField label={t('announcedOn')} value={announcedOn} onChange={(day) => change({ announcedOn: day })} />}
          <TimeField label={t('plannedAt')} value={plannedAt} onChange={(at) => change({ plannedAt: at })} />
          <TextInput label={t('place')} value={draft.place} onChange={(event) => change({ place: event.currentTarget.value })} />
          <Textarea className="wide" label={t('subject')} autosize minRows={2} value={draft.subject} onChange={(event) => change({ subject: event.currentTarget.value })} />
        </div>
      </Task>
    </Page>
  )
}
