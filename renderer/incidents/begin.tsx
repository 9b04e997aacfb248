import { Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { ImportanceClass, type ItemId } from '../../core/handovers/item.ts'
import { IncidentNature } from '../../core/incidents/incident.ts'
import type { PackageId } from '../../core/packages/package.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Page } from '../parts/page.tsx'
import { Task } from '../send/task.tsx'
import { useTerm } from '../words/terms.ts'
import { ErasuresToStop, useErasures } from './erasures.tsx'
import { IncidentSteps } from './incident-steps.tsx'

interface Draft {
  foundAt: Instant | null; occurredAt: Instant | null; nature: IncidentNature; subject: string; place: string; circumstances: string; content: string; records: number | null
  importanceClass: ImportanceClass; personalInfo: boolean; myNumber: boolean; packages: string[]; itemIds: string[]
}

/** 発見: what is known at this moment, and nothing has to be known but that. */
export function BeginIncidentPage() {
  const { t } = useTranslation('incidents')
  return <WithContract title={t('begin')}>{(contract) => <BeginOne key={contract.id} contract={contract} />}</WithContract>
}

function BeginOne({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('incidents')
  const term = useTerm()
  const go = useNavigate()
  const [draft, change, clear] = useKept<Draft>(`incident ${contract.id}`, () => ({
    foundAt: thisMinute(), occurredAt: null, nature: '漏えいのおそれ', subject: '', place: '', circumstances: '', content: '', records: null, importanceClass: contract.importanceClass, personalInfo: true, myNumber: false, packages: [], itemIds: [],
  }))
  const sealed = (useQuery(questions.packages(contract.id)).data ?? []).filter(({ state }) => state !== 'abandoned')
  const items = useQuery(questions.items(contract.id)).data ?? []
  const begin = useCommand(desk.incidents.begin)
  const erasures = useErasures(contract.id)
  const [goOn, setGoOn] = useState<ReadonlySet<string>>(new Set())
  const { foundAt } = draft
  const onBegin = (): void => {
    if (foundAt === null) return
    begin.run({ ...draft, foundAt, contractId: contract.id, packages: draft.packages as PackageId[], itemIds: draft.itemIds as ItemId[], callOff: erasures.flatMap(({ wipeId, stops }) => (stops && !goOn.has(wipeId) ? [wipeId] : [])) }, ({ id }) => {
      clear()
      void go({ to: '/incidents/$id', params: { id } })
    })
  }
  return (
    <Page title={t('begin')} back={{ to: '/incidents', label: t('toList') }}>
      <IncidentSteps incident={null} />
      <Task title={t('beginTitle')} lead={t('beginLead')} article="18①" error={begin.error} onSubmit={onBegin} act={<ActButton type="submit" loading={begin.busy} unless={[useWhyNot('incidents.begin'), foundAt === null && t('need', { field: t('foundAt') })]}>{t('beginNow')}</ActButton>}>
        <ErasuresToStop of={erasures} goOn={goOn} onChange={setGoOn} />
        <div className="fields">
          <TimeField label={t('foundAt')} value={foundAt} onChange={(at) => change({ foundAt: at })} />
          <TimeField label={t('occurredAt')} value={draft.occurredAt} onChange={(at) => change({ occurredAt: at })} clearable />
          <Select label={t('nature')} value={draft.nature} onChange={(value) => value !== null && change({ nature: value })} data={IncidentNature.options.map((value) => ({ value, label: term(value) }))} allowDeselect={false} />
          <TextInput label={t('subject')} value={draft.subject} onChange={(event) => change({ subject: event.currentTarget.value })} />
          <TextInput className="wide" label={t('place')} value={draft.place} onChange={(event) => change({ place: event.currentTarget.value })} />
          <Textarea className="wide" label={t('circumstances')} autosize minRows={3} value={draft.circumstances} onChange={(event) => change({ circumstances: event.currentTarget.value })} />
          <MultiSelect className="wide" label={t('packages')} placeholder={draft.packages.length > 0 ? '' : t('pick')} nothingFoundMessage={t('nothing')} searchable value={draft.packages} onChange={(packages) => change({ packages })} data={sealed.map(({ id, no }) => ({ value: id as string, label: no }))} />
          <MultiSelect className="wide" label={t('items')} placeholder={draft.itemIds.length > 0 ? '' : t('pick')} nothingFoundMessage={t('nothing')} searchable value={draft.itemIds} onChange={(itemIds) => change({ itemIds })} data={items.map(({ id, name }) => ({ value: id as string, label: name }))} />
          <TextInput label={t('content')} value={draft.content} onChange={(event) => change({ content: event.currentTarget.value })} />
          <NumberInput label={t('records')} min={0} allowDecimal={false} thousandSeparator="," value={draft.records ?? ''} onChange={(value) => change({ records: typeof value === 'number' ? value : null })} />
          <Select label={t('importanceClass')} value={draft.importanceClass} onChange={(value) => value !== null && change({ importanceClass: value })} data={ImportanceClass.options.map((value) => ({ value, label: term(value) }))} allowDeselect={false} />
          <div className="acts acts-tight"><Checkbox label={t('personalInfo')} checked={draft.personalInfo} onChange={(event) => change({ personalInfo: event.currentTarget.checked })} /><Checkbox label={t('myNumber')} checked={draft.myNumber} onChange={(event) => change({ myNumber: event.currentTarget.checked })} /></div>
        </div>
      </Task>
    </Page>
  )
}
