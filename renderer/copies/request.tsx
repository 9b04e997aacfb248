import { Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { CopyKind } from '../../core/copies/copy.ts'
import type { ItemId } from '../../core/handovers/item.ts'
import type { MediumNo } from '../../core/media/medium.ts'
import type { Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Block, Page } from '../parts/page.tsx'
import { nobody, SecondPerson, type Signer } from '../parts/second-person.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'
import { CopySteps } from './copy-steps.tsx'

interface Draft { itemId: string | null; kind: CopyKind; purpose: string; place: string; medium: string | null; useUntil: Day | null }
const blank = (): Draft => ({ itemId: null, kind: '作業用', purpose: '', place: '', medium: null, useUntil: null })
const HERE: readonly string[] = ['登録', '保管', '使用中']

/** 複製の申請: of what, what for, where, and until when. */
export function RequestPage() {
  const { t } = useTranslation('copies')
  return <WithContract title={t('begin')}>{(contract) => <RequestOne key={contract.id} contract={contract} />}</WithContract>
}

function RequestOne({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('copies')
  const term = useTerm()
  const go = useNavigate()
  const [draft, change, clear] = useKept<Draft>(`copy ${contract.id}`, blank)
  const [approver, setApprover] = useState<Signer | null>(null)
  const items = (useQuery(questions.items(contract.id)).data ?? []).filter(({ state }) => state === 'in custody')
  const media = (useQuery(questions.media).data ?? []).filter(({ state }) => HERE.includes(state))
  const ask = useCommand(desk.copies.request)
  const { itemId, kind, purpose, place, medium, useUntil } = draft
  const onAsk = (): void => {
    if (useUntil === null) return
    ask.run({ contractId: contract.id, itemId: itemId as ItemId | null, kind, purpose, place, medium: medium as MediumNo | null, useUntil, approver }, ({ id }) => {
      clear()
      void go({ to: '/copies/$id', params: { id } })
    })
  }
  return (
    <Page title={t('begin')} back={{ to: '/copies', label: t('toList') }}>
      <CopySteps now="request" />
      <form noValidate onSubmit={(event) => { event.preventDefault(); onAsk() }}>
        <Block title={t('item')}>
          <div className="fields">
            <Select className="wide" label={t('item')} placeholder={t('itemPick')} nothingFoundMessage={t('itemNone')} searchable value={items.some(({ id }) => id === itemId) ? itemId : null} onChange={(id) => change({ itemId: id })} data={items.map((one) => ({ value: one.id as string, label: one.name }))} description={items.length === 0 ? t('itemNone') : undefined} />
            <Radio.Group className="wide" label={t('kind')} description={t(`kindWhy.${kind}`)} value={kind} onChange={(value) => change({ kind: value as CopyKind })}>
              <div className="notice-line spaced">{CopyKind.options.map((one) => <Radio key={one} value={one} label={t(`kinds.${one}`)} />)}</div>
            </Radio.Group>
            <Textarea className="wide" label={t('purpose')} placeholder={t('purposeExample')} autosize minRows={2} value={purpose} onChange={(event) => change({ purpose: event.currentTarget.value })} />
          </div>
        </Block>
        <Block title={t('place')}>
          <div className="fields">
            <TextInput label={t('place')} placeholder={t('placeExample')} value={place} onChange={(event) => change({ place: event.currentTarget.value })} />
            {kind !== '印刷' && <Select label={t('medium')} placeholder={t('mediumNone')} clearable searchable value={medium} onChange={(no) => change({ medium: no })} data={media.map((one) => ({ value: one.no as string, label: `${one.no}　${term(one.type)}` }))} />}
            <DayField label={t('until')} description={t('untilWhy')} value={useUntil} onChange={(day) => change({ useUntil: day })} />
          </div>
          <div className="spaced">
            <Checkbox label={t('beside')} checked={approver !== null} onChange={(event) => setApprover(event.currentTarget.checked ? nobody : null)} />
            {approver && <SecondPerson title={t('besideTitle')} value={approver} onChange={setApprover} />}
          </div>
        </Block>
        <div className="spaced"><Trouble of={ask.error} /></div>
        <div className="acts">
          <ActButton type="submit" loading={ask.busy} unless={[
            useWhyNot('copies.request'), itemId === null && t('needItem'), purpose.trim() === '' && t('need', { field: t('purpose') }), place.trim() === '' && t('need', { field: t('place') }), useUntil === null && t('needUntil'),
            approver !== null && (approver.loginId === '' || approver.password === '') && t('needSecond'),
          ]}>{t('request')}</ActButton>
        </div>
      </form>
    </Page>
  )
}
