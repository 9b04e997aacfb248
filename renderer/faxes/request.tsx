import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { ItemId } from '../../core/handovers/item.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { asOrder, ExceptionFields, type ExceptionDraft } from '../parts/exception.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { FaxSteps } from './fax-steps.tsx'

/** 申請: refused without the city's instruction, and unless two people typed the same number. */
export function RequestFaxPage() {
  const { t } = useTranslation('faxes')
  return <WithContract title={t('begin')}>{(contract) => <Ask key={contract.id} contract={contract} />}</WithContract>
}

function Ask({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('faxes')
  const go = useNavigate()
  const [recipientName, setRecipient] = useState<string | null>(null)
  const [said, say] = useState({ content: '', faxNo: '', faxNoAgain: '' })
  const [itemIds, setItems] = useState<string[]>([])
  const [exception, setException] = useState<ExceptionDraft | null>(null)
  const items = (useQuery(questions.items(contract.id)).data ?? []).filter(({ state }) => state === 'in custody')
  const ask = useCommand(desk.faxes.request)
  const onAsk = (): void => {
    if (recipientName !== null) ask.run({ contractId: contract.id, recipientName, ...said, itemIds: itemIds as ItemId[], exception: asOrder(exception) }, ({ id }) => void go({ to: '/faxes/$id', params: { id } }))
  }
  return (
    <Page title={t('begin')} lead={t('lead')} back={{ to: '/faxes', label: t('toList') }}>
      <FaxSteps now="request" />
      <form noValidate onSubmit={(event) => { event.preventDefault(); onAsk() }}>
        <Block title={t('to')}>
          <div className="fields">
            <Select label={t('recipient')} placeholder={t('recipientPick')} value={recipientName} onChange={setRecipient} data={contract.recipients.map((one) => ({ value: one.name, label: `${one.organisation}　${one.name}` }))} />
            <TextInput label={t('content')} placeholder={t('contentExample')} value={said.content} onChange={(event) => say({ ...said, content: event.currentTarget.value })} />
            <TextInput label={t('faxNoFirst')} inputMode="tel" autoComplete="off" value={said.faxNo} onChange={(event) => say({ ...said, faxNo: event.currentTarget.value })} />
            <TextInput label={t('faxNoAgain')} inputMode="tel" autoComplete="off" value={said.faxNoAgain} onPaste={(event) => event.preventDefault()} onChange={(event) => say({ ...said, faxNoAgain: event.currentTarget.value })} />
            {items.length > 0 && <MultiSelect className="wide" label={t('items')} searchable value={itemIds} onChange={setItems} data={items.map((one) => ({ value: one.id as string, label: one.name }))} />}
          </div>
          <p className="small soft spaced">{t('twoRead')}</p>
        </Block>
        <Block title={t('instructed')}><ExceptionFields value={exception} onChange={setException} article="11(6)" why={t('instructedWhy')} /></Block>
        <div className="spaced"><Trouble of={ask.error} /></div>
        <div className="acts">
          <ActButton type="submit" loading={ask.busy} unless={[
            useWhyNot('faxes.request'), recipientName === null && t('need', { field: t('to') }), said.content.trim() === '' && t('need', { field: t('content') }), said.faxNo.trim() === '' && t('need', { field: t('faxNoFirst') }), said.faxNoAgain.trim() === '' && t('need', { field: t('faxNoAgain') }),
            exception === null && t('needException'),
          ]}>{t('request')}</ActButton>
        </div>
      </form>
    </Page>
  )
}
