import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { numberShapes, serviceClasses, type NumberShape, type ServiceClass } from '../../core/mailings/carriers.ts'
import type { ListedService, ServiceLine } from '../../core/mailings/service.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { asOrder, ExceptionFields, type ExceptionDraft } from '../parts/exception.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { serviceKey } from './choose-service.tsx'

const blank: ServiceLine = { carrier: '', service: '', class: 'by agreement', letters: false, facts: { accepted: false, traced: false, byHand: false, liable: false }, number: '12 digits, mod 7', days: 2, note: '', page: null }
const signs = ['accepted', 'traced', 'byHand', 'liable'] as const

/** 運送サービスの追加・変更: what the city agreed to in writing for this contract, with its number, the reason and a second person. */
export function LayDownService({ contract, services, onDone }: { contract: ContractOfWork; services: readonly ListedService[]; onDone: () => void }) {
  const { t } = useTranslation('send')
  const [line, setLine] = useState<ServiceLine>(blank)
  const [exception, setException] = useState<ExceptionDraft | null>(null)
  const lay = useCommand(desk.services.layDown)
  const change = (by: Partial<ServiceLine>): void => setLine({ ...line, ...by })
  const onPick = (key: string | null): void => {
    const picked = services.find((one) => serviceKey(one) === key)
    if (!picked) return setLine(blank)
    const { laidDown: _laidDown, agreedRef: _agreedRef, ...rest } = picked
    setLine(rest)
  }
  const onLay = (): void => {
    const order = asOrder(exception)
    if (order) lay.run({ contractId: contract.id, service: line, exception: order }, onDone)
  }
  // Its submit must not reach the form on whose page it stands: events go up through portals, too.
  return (
    <form noValidate className="stacked" onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); onLay() }}>
      <p className="soft">{t('layDownLead')}</p>
      <Select label={t('layDownPick')} placeholder={t('layDownNew')} clearable data={services.map((one) => ({ value: serviceKey(one), label: `${one.carrier} ${one.service}` }))} onChange={onPick} />
      <TextInput label={t('carrier')} value={line.carrier} onChange={(event) => change({ carrier: event.currentTarget.value })} />
      <TextInput label={t('service')} value={line.service} onChange={(event) => change({ service: event.currentTarget.value })} />
      <Select label={t('serviceClass')} data={serviceClasses.map((one) => ({ value: one, label: t(`classes.${one}`) }))} value={line.class} allowDeselect={false} onChange={(one) => one && change({ class: one as ServiceClass })} />
      <Checkbox.Group label={t('signs')} value={signs.filter((sign) => line.facts[sign])} onChange={(picked) => change({ facts: { accepted: picked.includes('accepted'), traced: picked.includes('traced'), byHand: picked.includes('byHand'), liable: picked.includes('liable') } })}>
        <div className="stacked-tight">{signs.map((sign) => <Checkbox key={sign} value={sign} label={t(`signWords.${sign}`)} />)}</div>
      </Checkbox.Group>
      <Checkbox label={t('letters')} description={t('lettersWhy')} checked={line.letters} onChange={(event) => change({ letters: event.currentTarget.checked })} />
      <Select label={t('numberShape')} data={numberShapes.map((one) => ({ value: one, label: t(`shapes.${one}`) }))} value={line.number} allowDeselect={false} onChange={(one) => one && change({ number: one as NumberShape })} />
      <NumberInput label={t('days')} description={t('daysWhy')} min={1} max={30} allowDecimal={false} value={line.days} onChange={(days) => change({ days: typeof days === 'number' ? days : 2 })} />
      <TextInput label={t('serviceNote')} value={line.note} onChange={(event) => change({ note: event.currentTarget.value })} />
      <ExceptionFields value={exception} onChange={setException} article="11(4)" why={t('layDownWhy')} />
      <Trouble of={lay.error} />
      <div className="acts"><ActButton type="submit" loading={lay.busy} unless={[useWhyNot('services.layDown'), line.carrier.trim() === '' && t('need', { field: t('carrier') }), line.service.trim() === '' && t('need', { field: t('service') }), exception === null && t('needAgreement')]}>{t('layDownNow')}</ActButton></div>
    </form>
  )
}
