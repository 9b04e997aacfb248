import { Button } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Card, Today as Answer } from '../../core/home/home.ts'
import { dayOf } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { useOffice } from '../frame/in-hand.tsx'
import { Asked } from '../parts/asked.tsx'
import { Page } from '../parts/page.tsx'
import { WorkHere } from '../places/work-here.tsx'
import { surname } from '../people/surname.ts'
import { Stamp } from '../parts/stamp.tsx'
import { sayDay } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { OneCard } from './one-card.tsx'
import './today.css'

/** 今日: what is open, in the order of urgency, a sentence and a button each. */
export function Today() {
  const { t } = useTranslation('today')
  const question = useQuery(questions.today)
  const language = useLanguage()
  const { session, organisation, contract } = useOffice()
  const day = question.data && dayOf(question.data.at)
  return (
    <Page title={t('title')} lead={day ? `${sayDay(day, language)}（${weekday(day, language)}）` : ' '} action={day && <Stamp top={t('stampTop')} day={day} bottom={surname(session.name)} />}>
      <div className="today-here">{organisation.kind === 'contractor' && contract && <WorkHere contractId={contract.id} unsaidOnly />}</div>
      <Asked of={question}>{(answer) => <Cards answer={answer} />}</Asked>
      {organisation.kind === 'contractor' && contract && <Alarm />}
    </Page>
  )
}

/** Where somebody in a hurry finds it on every day: calm, and always at the same place. */
function Alarm() {
  const { t } = useTranslation('incidents')
  const go = useNavigate()
  return (
    <div className="today-alarm no-print">
      <span className="soft">{t('calm')}</span>
      <Button variant="default" leftSection={<IconUrgent size={20} aria-hidden />} onClick={() => void go({ to: '/incidents/new' })}>{t('begin')}</Button>
    </div>
  )
}

function Cards({ answer: { cards } }: { answer: Answer }) {
  const { t } = useTranslation('today')
  if (cards.length === 0) {
    return (
      <div className="today-calm">
        <p className="strong">{t('allWell')}</p>
        <p className="soft">{t('allWellLead')}</p>
      </div>
    )
  }
  const kinds = [...new Set(cards.map(({ kind }) => kind))]
  return (
    <>
      {kinds.map((kind) => (
        <section key={kind} className={`today-kind today-${kind}`} aria-label={t(`kinds.${kind}`)}>
          <h2>{t(`kinds.${kind}`)}</h2>
          <ul>{cards.filter((card) => card.kind === kind).map((card) => <OneCard key={keyOf(card)} card={card} />)}</ul>
        </section>
      ))}
    </>
  )
}

const keyOf = ({ code, subjectId }: Card): string => `${code} ${subjectId}`
const weekday = (day: string, language: 'ja' | 'en'): string => new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { weekday: language === 'ja' ? 'short' : 'long', timeZone: 'UTC' })
