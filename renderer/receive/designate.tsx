import { Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { Means } from '../../core/handovers/handover.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { TimeField } from '../parts/day-field.tsx'
import { Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'
import { CityList } from './city-list.tsx'
import { readList } from './read-list.ts'
import { ReceiveSteps } from './receive-steps.tsx'

interface Draft { designatedBy: string; means: Means; at: Instant | null; place: string; purpose: string; list: string }

/** 指定 (Art. 14): how, when and where the city says it will hand over. */
export function Designate() {
  const { t } = useTranslation('receive')
  return <WithContract title={t('begin')}>{(contract) => <Form key={contract.id} contract={contract} />}</WithContract>
}

function Form({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('receive')
  const term = useTerm()
  const go = useNavigate()
  const [draft, change, clear] = useKept<Draft>(`designate ${contract.id}`, () => ({ designatedBy: contract.city.officer, means: '手渡し', at: null, place: '', purpose: '', list: '' }))
  const designate = useCommand(desk.handovers.designate)
  const { at } = draft
  const { files, bad } = readList(draft.list)
  const text = (key: 'designatedBy' | 'place' | 'purpose') => ({ label: t(key), value: draft[key], onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }) })
  const onDesignate = (): void => {
    if (at === null) return
    designate.run({ contractId: contract.id, designated: { means: draft.means, at, place: draft.place }, designatedBy: draft.designatedBy, cityList: files, purpose: draft.purpose }, ({ id }) => {
      clear()
      void go({ to: '/receive/$id', params: { id } })
    })
  }
  return (
    <Page title={t('begin')} back={{ to: '/receive', label: t('toList') }}>
      <ReceiveSteps now="designate" />
      <form noValidate onSubmit={(event) => { event.preventDefault(); onDesignate() }}>
        <div className="fields">
          <TextInput {...text('purpose')} className="wide" placeholder={t('purposeExample')} />
          <Select label={t('means')} data={Means.options.map((value) => ({ value, label: term(value) }))} value={draft.means} onChange={(value) => change({ means: value as Means })} />
          <TimeField label={t('at')} value={at} onChange={(picked) => change({ at: picked })} />
          <TextInput {...text('place')} />
          <TextInput {...text('designatedBy')} />
          <CityList value={draft.list} onChange={(list) => change({ list })} />
        </div>
        <div className="spaced"><Trouble of={designate.error} /></div>
        <div className="acts">
          <ActButton type="submit" loading={designate.busy} unless={[
            useWhyNot('handovers.designate'),
            ...(['purpose', 'place', 'designatedBy'] as const).map((key) => draft[key].trim() === '' && t('need', { field: t(key) })),
            at === null && t('need', { field: t('at') }),
            bad[0] && t('cityListBad', bad[0]),
          ]}>{t('save')}</ActButton>
        </div>
      </form>
    </Page>
  )
}
