import { MultiSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { ItemId } from '../../core/handovers/item.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { ProvisionSteps } from './provision-steps.tsx'

interface Draft { organisation: string; recipient: string; address: string; purpose: string; information: string; count: number | null; itemIds: string[] }

/** 申請 (Art. 13): to whom, what for, what and how many. */
export function ApplyProvisionPage() {
  const { t } = useTranslation('provisions')
  return <WithContract title={t('begin')}>{(contract) => <Ask key={contract.id} contract={contract} />}</WithContract>
}

function Ask({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('provisions')
  const go = useNavigate()
  const [draft, change, clear] = useKept<Draft>(`provision ${contract.id}`, () => ({ organisation: '', recipient: '', address: '', purpose: '', information: '', count: null, itemIds: [] }))
  const items = (useQuery(questions.items(contract.id)).data ?? []).filter(({ state }) => state === 'in custody')
  const apply = useCommand(desk.provisions.apply)
  const line = (key: 'organisation' | 'recipient' | 'address' | 'information', placeholder?: string) => <TextInput label={t(key)} {...(placeholder ? { placeholder } : {})} value={draft[key]} onChange={(event) => change({ [key]: event.currentTarget.value })} />
  const onApply = (): void => {
    if (draft.count !== null) apply.run({ ...draft, contractId: contract.id, count: draft.count, itemIds: draft.itemIds as ItemId[] }, ({ id }) => { clear(); void go({ to: '/provisions/$id', params: { id } }) })
  }
  return (
    <Page title={t('begin')} lead={t('lead')} back={{ to: '/provisions', label: t('toList') }}>
      <ProvisionSteps now="apply" />
      <form noValidate onSubmit={(event) => { event.preventDefault(); onApply() }}>
        <Block title={t('to')}><div className="fields">{line('organisation')}{line('recipient')}{line('address')}</div></Block>
        <Block title={t('information')}>
          <div className="fields">
            <Textarea className="wide" label={t('purpose')} autosize minRows={2} value={draft.purpose} onChange={(event) => change({ purpose: event.currentTarget.value })} />
            {line('information', t('informationExample'))}
            <NumberInput label={t('count')} min={0} allowDecimal={false} value={draft.count ?? ''} onChange={(value) => change({ count: typeof value === 'number' ? value : null })} />
            {items.length > 0 && <MultiSelect className="wide" label={t('items')} searchable value={draft.itemIds} onChange={(itemIds) => change({ itemIds })} data={items.map((one) => ({ value: one.id as string, label: one.name }))} />}
          </div>
        </Block>
        <div className="spaced"><Trouble of={apply.error} /></div>
        <div className="acts"><ActButton type="submit" loading={apply.busy} unless={[useWhyNot('provisions.apply'), ...(['organisation', 'purpose', 'information'] as const).map((key) => draft[key].trim() === '' && t('need', { field: t(key) })), draft.count === null && t('need', { field: t('count') })]}>{t('apply')}</ActButton></div>
      </form>
    </Page>
  )
}
