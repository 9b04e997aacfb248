import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { MediumNo } from '../../core/media/medium.ts'
import type { PackageId } from '../../core/packages/package.ts'
import type { PersonId } from '../../core/people/person.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { TimeField } from '../parts/day-field.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { CarrySteps } from './carry-steps.tsx'
import { ChoosePersons } from './choose-persons.tsx'
import { ChooseWhat } from './choose-what.tsx'
import { blank, type Draft } from './draft.ts'

/** 持出の申請 (Art. 11(2)). */
export function ApplyPage() {
  const { t } = useTranslation('carryouts')
  return <WithContract title={t('begin')}>{(contract) => <Apply key={contract.id} contract={contract} />}</WithContract>
}

function Apply({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('carryouts')
  const go = useNavigate()
  const { session } = useOffice()
  const [draft, change, clear] = useKept<Draft>(`carry-out ${contract.id}`, () => blank(session.personId))
  const apply = useCommand(desk.carryOuts.apply)
  const hours = useQuery(questions.alarm(contract.id)).data?.incidentAfterHours ?? 24
  const { kind, outFrom, dueAt } = draft
  const isMedium = kind === 'medium'
  const text = (key: 'purpose' | 'destination' | 'route', example: string) => <TextInput label={t(key)} placeholder={example} value={draft[key]} onChange={(event) => change({ [key]: event.currentTarget.value })} />

  const onApply = (): void => {
    if (outFrom === null || dueAt === null) return
    apply.run({
      ...draft, contractId: contract.id, quantity: isMedium ? 1 : draft.quantity, medium: isMedium ? (draft.medium as MediumNo | null) : null, packages: isMedium ? (draft.packages as PackageId[]) : [], protection: isMedium ? '' : draft.protection,
      persons: draft.persons as PersonId[], outFrom, dueAt,
    }, ({ id }) => {
      clear()
      void go({ to: '/carry-outs/$id', params: { id } })
    })
  }
  const lacks = ([['content', t('contentName')], ['purpose', t('purpose')], ['destination', t('destination')], ['route', t('route')]] as const).map(([key, field]) => draft[key].trim() === '' && t('need', { field }))
  return (
    <Page title={t('begin')} back={{ to: '/carry-outs', label: t('toList') }}>
      <CarrySteps now="apply" />
      <form noValidate onSubmit={(event) => { event.preventDefault(); onApply() }}>
        <ChooseWhat contract={contract} draft={draft} change={change} />
        <Block title={t('why')}>
          <div className="fields">
            {text('purpose', t('purposeExample'))}
            {text('destination', t('destinationExample'))}
            {text('route', t('routeExample'))}
          </div>
        </Block>
        <Block title={t('who')}>
          <div className="fields">
            <ChoosePersons label={t('persons')} description={t('personsWhy')} value={draft.persons} onChange={(persons) => change({ persons })} />
            <TimeField label={t('outFrom')} value={outFrom} onChange={(at) => change({ outFrom: at })} />
            <TimeField label={t('due')} value={dueAt} onChange={(at) => change({ dueAt: at })} />
          </div>
          <p className="small soft spaced">{t('dueWhy', { hours })}</p>
        </Block>
        <Block title={t('erasing')}>
          <Checkbox label={t('eraseAfterUse')} checked={draft.eraseAfterUse} onChange={(event) => change({ eraseAfterUse: event.currentTarget.checked })} />
          <div className="fields">
            <TextInput className="wide" label={t(draft.eraseAfterUse ? 'eraseNote' : 'noEraseNote')} placeholder={t(draft.eraseAfterUse ? 'eraseExample' : 'noEraseExample')} value={draft.eraseNote} onChange={(event) => change({ eraseNote: event.currentTarget.value })} />
          </div>
        </Block>
        <div className="spaced"><Trouble of={apply.error} /></div>
        <div className="acts">
          <ActButton type="submit" loading={apply.busy} unless={[
            useWhyNot('carryOuts.apply'), ...lacks, isMedium && draft.medium === null && t('needMedium'), isMedium && draft.medium !== null && draft.packages.length === 0 && t('needPackage'), !isMedium && draft.protection.trim() === '' && t('need', { field: t('protection') }),
            draft.persons.length === 0 && t('needPersons'), (outFrom === null || dueAt === null || dueAt <= outFrom) && t('needDue'), !draft.eraseAfterUse && draft.eraseNote.trim() === '' && t('need', { field: t('noEraseNote') }),
          ]}>{t('apply')}</ActButton>
        </div>
      </form>
    </Page>
  )
}
