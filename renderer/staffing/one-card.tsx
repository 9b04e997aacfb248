import { Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdCard } from '../../core/staffing/id-card.ts'
import { dayOf, type Day, type Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute, TimeField } from '../parts/day-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePicture } from '../parts/use-picture.ts'
import { usePersonName } from '../people/person-name.ts'
import { shell } from '../shell.ts'
import './staffing.css'

type Doing = 'visit' | 'giveBack' | 'lose' | 'report'

/** A card at the side: its visits, and what becomes of it. */
export function OneCard({ card }: { card: IdCard }) {
  const { t } = useTranslation('staffing')
  const name = usePersonName()
  const [doing, setDoing] = useState<Doing | null>(null)
  const mayNot = { visit: useWhyNot('staffing.recordVisit'), giveBack: useWhyNot('staffing.returnCard'), lose: useWhyNot('staffing.loseCard'), report: useWhyNot('staffing.reportLostCard') }
  const can: Doing[] = card.state === '発行' ? ['visit', 'giveBack', 'lose'] : card.state === '紛失' ? (card.lost?.cityRef === '' ? ['report', 'giveBack'] : ['giveBack']) : ['visit']
  return (
    <>
      <Facts of={[
        [t('card.person'), name(card.personId)], [t('card.company'), card.companyName], [t('card.issuedOn'), <OnDay key="i" day={card.issuedOn} />], [t('card.validTo'), card.validTo && <OnDay key="v" day={card.validTo} />],
        card.returnedOn !== null && [t('card.states.back'), <OnDay key="r" day={card.returnedOn} />],
        card.lost !== null && [t('card.states.lost'), <span key="l"><OnDay day={card.lost.on} />　{card.lost.circumstances}</span>], card.lost !== null && [t('card.cityRef'), card.lost.cityRef],
      ]} />
      {doing === null && <div className="acts">{can.map((one, i) => <ActButton key={one} variant={i === 0 ? 'filled' : 'default'} unless={[mayNot[one]]} onClick={() => setDoing(one)}>{t(`card.${one}`)}</ActButton>)}</div>}
      {doing !== null && <Doings key={doing} doing={doing} card={card} onDone={() => setDoing(null)} />}
      <Photo card={card} />
      <section className="side-part">
        <h3>{t('card.visits')}</h3>
        {card.visits.length === 0 ? <p className="soft">{t('card.noVisits')}</p>
          : <Facts of={card.visits.toReversed().map((visit) => [visit.place, <span key={visit.id}><When at={visit.cameAt} />{visit.leftAt !== null && <>〜<When at={visit.leftAt} /></>}<br /><span className="small soft">{visit.purpose}</span></span>] as const)} />}
      </section>
      <History of={[card.id]} />
    </>
  )
}

/** 顔写真 (F-06). */
function Photo({ card }: { card: IdCard }) {
  const { t } = useTranslation('staffing')
  const asked = useQuery({ queryKey: ['card-photo', card.photo?.sha256], queryFn: () => desk.staffing.showPhoto({ cardId: card.id }), enabled: card.photo !== undefined })
  const url = usePicture(asked.data?.bytes)
  const keep = useCommand(desk.staffing.keepPhoto)
  const mayNot = useWhyNot('staffing.keepPhoto')
  const onPick = async (): Promise<void> => {
    const [path] = await shell.pickFiles()
    if (path !== undefined) keep.run({ cardId: card.id, path })
  }
  return (
    <div className="spaced">
      {url !== null && <img className="card-photo" src={url} alt={t('card.photo')} />}
      <Trouble of={keep.error ?? asked.error} />
      {card.state === '発行' && <ActButton variant={card.photo ? 'subtle' : 'default'} loading={keep.busy} unless={[mayNot]} onClick={() => void onPick()}>{t(card.photo ? 'card.photoAgain' : 'card.photoKeep')}</ActButton>}
    </div>
  )
}

function Doings({ doing, card, onDone }: { doing: Doing; card: IdCard; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [words, setWords] = useState('')
  const [cityRef, setCityRef] = useState('')
  const [place, setPlace] = useState('')
  const [cameAt, setCame] = useState<Instant | null>(thisMinute())
  const [leftAt, setLeft] = useState<Instant | null>(null)
  const command = useCommand(async () => {
    if (doing === 'visit') { if (cameAt !== null) await desk.staffing.recordVisit({ cardId: card.id, place, purpose: words, cameAt, leftAt }) }
    else if (doing === 'report') await desk.staffing.reportLostCard({ cardId: card.id, cityRef })
    else if (on && doing === 'lose') await desk.staffing.loseCard({ cardId: card.id, on, circumstances: words, cityRef })
    else if (on) await desk.staffing.returnCard({ cardId: card.id, on })
  })
  const needs = doing === 'visit' ? [place.trim() === '' && t('card.needPlace'), cameAt === null && t('needDay')] : doing === 'report' ? [cityRef.trim() === '' && t('card.needRef')] : [!on && t('needDay'), doing === 'lose' && words.trim() === '' && t('card.needCircumstances')]
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); command.run(undefined, onDone) }}>
      {doing === 'visit' && (
        <>
          <TextInput label={t('card.place')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
          <TextInput label={t('card.purpose')} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
          <TimeField label={t('card.cameAt')} value={cameAt} onChange={setCame} />
          <TimeField label={t('card.leftAt')} clearable value={leftAt} onChange={setLeft} />
        </>
      )}
      {(doing === 'giveBack' || doing === 'lose') && <DayField label={t('card.on')} value={on} onChange={setOn} />}
      {doing === 'lose' && <Textarea label={t('card.circumstances')} autosize minRows={2} maxRows={6} value={words} onChange={(event) => setWords(event.currentTarget.value)} />}
      {(doing === 'lose' || doing === 'report') && <TextInput label={t('card.cityRef')} {...(doing === 'lose' ? { description: t('card.cityRefWhy') } : {})} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />}
      <Trouble of={command.error} />
      <div className="acts"><ActButton type="submit" loading={command.busy} unless={needs}>{t(`card.${doing}Now`)}</ActButton></div>
    </form>
  )
}
