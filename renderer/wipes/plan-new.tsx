import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { PersonId } from '../../core/people/person.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { blankPlan, type PlanDraft } from './plan-draft.ts'
import { blankLine, type Line, PlanLine } from './plan-line.tsx'
import { WipeSteps } from './wipe-steps.tsx'
import './wipes.css'

/** 計画 (Art. 15②): what, on what, how many, how and when, before anything is erased. */
export function PlanNew() {
  const { t } = useTranslation('wipes')
  return <WithContract title={t('begin')}>{(contract) => <Form key={contract.id} contract={contract} />}</WithContract>
}

function Form({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('wipes')
  const { t: other } = useTranslation('wipesOtherwise')
  const go = useNavigate()
  const { session } = useOffice()
  const media = useQuery(questions.media).data ?? []
  const people = (useQuery(questions.people).data ?? []).map(({ id, name }) => ({ value: id as string, label: name }))
  const plan = useCommand(desk.disposals.plan)
  const [draft, change, clear] = useKept<PlanDraft>(`disposal ${contract.id}`, () => blankPlan(contract, session.personId))
  const text = (key: 'place' | 'outsourcer' | 'noticeBy' | 'witnessOrganisation' | 'witnessName', label: string) => ({ label, value: draft[key], onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }) })
  const changeLine = (at: number, by: Partial<Line>): void => change((before) => ({ ...before, targets: before.targets.map((line, i) => (i === at ? { ...line, ...by } : line)) }))
  const onDecide = (): void => {
    plan.run({
      contractId: contract.id, targets: draft.targets, plannedOn: draft.plannedOn, place: draft.place, operator: draft.operator as PersonId, verifier: (draft.verifier ?? '') as PersonId, outsourcer: draft.outsourcer, remarks: draft.remarks,
      noticeRequested: draft.notice ? { by: draft.noticeBy, at: thisMinute(), dueOn: draft.noticeDue } : null,
      witnessRequested: draft.witness ? { organisation: draft.witnessOrganisation, name: draft.witnessName } : null,
    }, ({ id }) => { clear(); void go({ to: '/wipe/$id', params: { id } }) })
  }
  return (
    <Page title={t('begin')} back={{ to: '/wipe', label: t('toList') }}>
      <WipeSteps now="plan" />
      <form noValidate onSubmit={(event) => { event.preventDefault(); onDecide() }}>
        {draft.targets.map((line, at) => (
          <PlanLine key={at} contract={contract} line={line} no={at + 1} media={media} takesDrops={at === draft.targets.findLastIndex(({ kind }) => kind === 'files')} onChange={(by) => changeLine(at, by)} onRemove={draft.targets.length > 1 ? () => change((before) => ({ ...before, targets: before.targets.filter((_, i) => i !== at) })) : null} />
        ))}
        <Button variant="default" onClick={() => change((before) => ({ ...before, targets: [...before.targets, blankLine] }))}>{t('addLine')}</Button>
        <div className="fields spaced">
          <DayField label={t('when')} value={draft.plannedOn} onChange={(plannedOn) => change({ plannedOn })} />
          <TextInput {...text('place', t('where'))} />
          <Select label={t('operator')} data={people} value={draft.operator} onChange={(operator) => operator !== null && change({ operator })} />
          <Select label={t('verifier')} description={t('verifierWhy')} data={people.filter(({ value }) => value !== draft.operator)} value={draft.verifier} onChange={(verifier) => change({ verifier })} />
          <TextInput className="wide" {...text('outsourcer', t('outsourcer'))} />
          <Textarea className="wide" label={t('remarks')} autosize minRows={2} value={draft.remarks} onChange={(event) => change({ remarks: event.currentTarget.value })} />
        </div>
        <Block title={t('stepNotice')}>
          <Checkbox label={t('wantNotice')} checked={draft.notice} onChange={(event) => change({ notice: event.currentTarget.checked })} />
          {draft.notice && <div className="fields spaced"><TextInput {...text('noticeBy', t('noticeBy'))} /><DayField label={t('noticeDue')} clearable value={draft.noticeDue} onChange={(noticeDue) => change({ noticeDue })} /></div>}
        </Block>
        <Block title={t('stepWitness')}>
          <Checkbox label={t('wantWitness')} checked={draft.witness} onChange={(event) => change({ witness: event.currentTarget.checked })} />
          {draft.witness && <div className="fields spaced"><TextInput {...text('witnessOrganisation', t('witnessOrganisation'))} /><TextInput {...text('witnessName', t('witnessName'))} /></div>}
        </Block>
        <div className="spaced"><Trouble of={plan.error} /></div>
        <div className="acts"><ActButton type="submit" loading={plan.busy} unless={[
          useWhyNot('disposals.plan'), draft.place.trim() === '' && t('need', { field: t('where') }), draft.plannedOn === null && t('need', { field: t('when') }), draft.verifier === null && t('need', { field: t('verifier') }),
          ...draft.targets.flatMap((line) => [line.kind === 'medium' && line.medium === null && t('need', { field: t('medium') }), line.kind === 'files' && line.paths.length === 0 && t('need', { field: t('files') }), line.kind !== 'medium' && line.mediaName.trim() === '' && t('need', { field: t('mediaName') }), line.kind === 'vault' && line.itemIds.length === 0 && t('need', { field: other('plannedItems') }), line.information.trim() === '' && t('need', { field: t('information') }), line.method === null && t('need', { field: t('method') }), line.unit.trim() === '' && t('need', { field: t('unit') })]),
        ]}>{t('decide')}</ActButton></div>
      </form>
    </Page>
  )
}
