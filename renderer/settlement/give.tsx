import { Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { Means } from '../../core/handovers/handover.ts'
import type { ItemId } from '../../core/handovers/item.ts'
import type { MailId } from '../../core/mails/mail.ts'
import type { MailingId } from '../../core/mailings/mailing.ts'
import type { MediumNo } from '../../core/media/medium.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'
import { ChooseEntrusted } from './choose-entrusted.tsx'
import './settlement.css'

/** 返却・納品 (Art. 15①): what went to the city, how, and who took it there. */
export function GivePage() {
  const { t } = useTranslation('settlement')
  return <WithContract title={t('giveTitle')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('settlement')
  return (
    <Page title={t('giveTitle')} lead={t('giveLead')} back={{ to: '/settlement', label: t('toList') }}>
      <Form key={contract.id} contract={contract} />
    </Page>
  )
}

function Form({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('settlement')
  const term = useTerm()
  const go = useNavigate()
  const question = useQuery(questions.balance(contract.id))
  const media = useQuery(questions.media).data ?? []
  const [how, choose] = useState<'returned' | 'delivered'>('returned')
  const [itemIds, pick] = useState<readonly ItemId[]>([])
  const [medium, setMedium] = useState<string | null>(null)
  const [way, setWay] = useState('')
  const [stays, setStays] = useState(false)
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [said, say] = useState({ means: '手渡し' as Means, place: '', receivedBy: contract.city.officer, condition: '', remarks: '' })
  const giveBack = useCommand(desk.settlement.returnItems)
  const deliver = useCommand(desk.settlement.deliverItems)
  const mayNot = useWhyNot('settlement.returnItems')
  const text = (key: 'place' | 'receivedBy' | 'condition') => ({ label: t(key), value: said[key], onChange: (event: { currentTarget: { value: string } }) => say({ ...said, [key]: event.currentTarget.value }) })
  const onRecord = (): void => {
    if (at === null) return
    const facts = { contractId: contract.id, itemIds: [...itemIds], at, ...said }
    const back = (): void => { void go({ to: '/settlement' }) }
    if (how === 'returned') return giveBack.run({ ...facts, medium: medium as MediumNo | null }, back)
    const [kind, id] = way.split(' ')
    return deliver.run({ ...facts, mailingId: kind === 'mailing' ? id as MailingId : null, mailId: kind === 'mail' ? id as MailId : null, mediumStays: kind === 'mailing' && stays }, back)
  }
  const citys = media.filter(({ owner, state }) => owner === '甲' && !['送付中', '持出中', '返却済', '廃棄済', '紛失'].includes(state))
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRecord() }}>
      <Radio.Group label={t('how')} value={how} onChange={(value) => choose(value as 'returned' | 'delivered')}>
        <Radio value="returned" label={t('returnedLabel')} /><Radio value="delivered" label={t('deliveredLabel')} />
      </Radio.Group>
      <Block title={t('chooseItems')} action={<ArticleChip article="15①" />}>
        <Asked of={question}>{(balance) => <ChooseEntrusted balance={balance} wanted={({ left }) => left.includes('not-ended')} none={t('chooseNone')} chosen={itemIds} onChange={pick} />}</Asked>
      </Block>
      <div className="fields spaced">
        {how === 'returned'
          ? <Select className="wide" label={t('cityMedium')} placeholder={t('noMedium')} clearable value={medium} onChange={setMedium} data={citys.map(({ no, type, serial }) => ({ value: no as string, label: `${no}　${term(type)}　${serial}` }))} />
          : <Way contract={contract} way={way} stays={stays} onWay={setWay} onStays={setStays} />}
        <Select label={t('means')} value={said.means} data={Means.options.map((value) => ({ value, label: term(value) }))} onChange={(means) => means !== null && say({ ...said, means: means as Means })} />
        <TimeField label={t('at')} value={at} onChange={setAt} />
        <TextInput {...text('place')} /><TextInput {...text('receivedBy')} />
        <TextInput className="wide" placeholder={t('conditionExample')} {...text('condition')} />
        <Textarea className="wide" label={t('remarks')} autosize minRows={2} value={said.remarks} onChange={(event) => say({ ...said, remarks: event.currentTarget.value })} />
      </div>
      <div className="spaced"><Trouble of={giveBack.error ?? deliver.error} /></div>
      <div className="acts"><ActButton type="submit" loading={giveBack.busy || deliver.busy} unless={[
        mayNot, itemIds.length === 0 && (how === 'delivered' || medium === null) && t('needSomething'), said.place.trim() === '' && t('need', { field: t('place') }), said.receivedBy.trim() === '' && t('need', { field: t('receivedBy') }), at === null && t('need', { field: t('at') }),
      ]}>{t('record')}</ActButton></div>
    </form>
  )
}

/** By a parcel that arrived, a mail that was received, or by hand. */
function Way({ contract, way, stays, onWay, onStays }: { contract: ContractOfWork; way: string; stays: boolean; onWay: (way: string) => void; onStays: (stays: boolean) => void }) {
  const { t } = useTranslation('settlement')
  const mailings = (useQuery(questions.mailings(contract.id)).data ?? []).filter(({ state }) => state === 'arrived' || state === 'received')
  const mails = (useQuery(questions.mails(contract.id)).data ?? []).filter(({ state }) => state === 'received')
  const medium = mailings.find(({ id }) => way === `mailing ${id}`)?.medium ?? null
  return (
    <>
      <Select
        className="wide" label={t('way')} value={way === '' ? 'hand' : way} onChange={(value) => onWay(value === null || value === 'hand' ? '' : value)}
        data={[{ value: 'hand', label: t('byHand') }, ...mailings.map(({ id, no, content }) => ({ value: `mailing ${id}`, label: `${no}　${content}` })), ...mails.map(({ id, no, subject }) => ({ value: `mail ${id}`, label: `${no}　${subject}` }))]}
      />
      {medium !== null && <Checkbox className="wide" label={`${t('mediumStays')}（${medium}）`} checked={stays} onChange={(event) => onStays(event.currentTarget.checked)} />}
    </>
  )
}
