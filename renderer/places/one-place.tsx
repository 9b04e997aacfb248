import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Place } from '../../core/places/place.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { PlaceForm } from './place-form.tsx'
import { PlaceState } from './place-state.tsx'

type Doing = 'change' | 'submit' | 'decide' | 'retire'

/** A place at the side: what was said of it, and what becomes of it. */
export function OnePlace({ contract, place, inForce }: { contract: ContractOfWork; place: Place; inForce: boolean }) {
  const { t } = useTranslation('places')
  const { t: parts } = useTranslation('parts')
  const [doing, setDoing] = useState<Doing | null>(null)
  const mayNot = useWhyNot('places.change')
  const can: Doing[] = place.state === '廃止' ? [] : [...(place.state === '案' ? ['submit'] as const : place.state === '提出' ? ['decide'] as const : []), 'change', 'retire']
  const close = (): void => setDoing(null)
  return (
    <>
      <Facts of={[
        [t('state'), <PlaceState key="s" place={place} inForce={inForce} />], [t('address'), place.address], [t('room'), place.room], [t('area'), place.areaSquareMetres], [t('entryControl'), place.entryControl], [t('lockStorage'), place.lockStorage], [t('network'), place.network],
        place.changeReason !== undefined && [t('changeReason'), place.changeReason], place.devices !== '' && [t('devices'), place.devices], [t('period'), <span key="p"><OnDay day={place.useFrom} />〜{place.useTo && <OnDay day={place.useTo} />}</span>], [t('within'), parts(place.withinCityHall ? 'yes' : 'no')],
        place.submitted && [t('submittedOn'), <span key="u"><OnDay day={place.submitted.on} />　{place.submitted.docNo}</span>], place.decided && [t('cityRef'), <span key="d">{place.decided.cityRef}　<OnDay day={place.decided.on} /></span>], place.retired && [t('retireFrom'), <span key="r"><OnDay day={place.retired.from} />　{place.retired.reason}</span>],
      ]} />
      {doing === null && <div className="acts">{can.map((one, i) => <ActButton key={one} variant={i === 0 ? 'filled' : 'default'} unless={[mayNot]} onClick={() => setDoing(one)}>{t(one)}</ActButton>)}</div>}
      {doing === 'change' && <PlaceForm contract={contract} old={place} onDone={close} />}
      {(doing === 'submit' || doing === 'decide' || doing === 'retire') && <Act key={doing} doing={doing} place={place} onDone={close} />}
      {doing !== null && <div className="acts"><Button variant="subtle" onClick={close}>{parts('cancel')}</Button></div>}
      <History of={[place.id]} />
    </>
  )
}

function Act({ doing, place, onDone }: { doing: Exclude<Doing, 'change'>; place: Place; onDone: () => void }) {
  const { t } = useTranslation('places')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [words, setWords] = useState('')
  const [outcome, setOutcome] = useState<'承認' | '不承認'>('承認')
  const act = useCommand(async () => {
    if (!on) return
    if (doing === 'submit') await desk.places.submit({ placeIds: [place.id], on, docNo: words })
    else if (doing === 'decide') await desk.places.decide({ placeId: place.id, outcome, cityRef: words, on })
    else await desk.places.retire({ placeId: place.id, from: on, reason: words })
  })
  const day = { submit: t('submittedOn'), decide: t('decidedOn'), retire: t('retireFrom') }[doing]
  const word = { submit: t('docNo'), decide: t('cityRef'), retire: t('reason') }[doing]
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); act.run(undefined, onDone) }}>
      {doing !== 'decide' && <p>{t(doing === 'submit' ? 'submitLead' : 'retireLead')}</p>}
      {doing === 'decide' && <Select label={t('outcome')} allowDeselect={false} value={outcome} data={[{ value: '承認', label: t('states.approved') }, { value: '不承認', label: t('states.refused') }]} onChange={(value) => setOutcome(value as typeof outcome)} />}
      <DayField label={day} value={on} onChange={setOn} />
      <TextInput label={word} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <Trouble of={act.error} />
      <div className="acts"><ActButton type="submit" loading={act.busy} {...(doing === 'retire' ? { color: 'red' } : {})} unless={[!on && t('need', { field: day }), doing !== 'submit' && words.trim() === '' && t('need', { field: word })]}>{t(doing)}</ActButton></div>
    </form>
  )
}
