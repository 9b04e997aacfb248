import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../core/people/person.ts'
import type { PledgeText } from '../../core/staffing/pledge-text.ts'
import { questions } from '../asking/questions.ts'
import { useId } from '../frame/use-id.ts'
import { Asked } from '../parts/asked.tsx'
import { Page } from '../parts/page.tsx'
import { AddPledgeText } from './add-pledge-text.tsx'
import { PledgeInstead } from './pledge-instead.tsx'
import { PledgeOnPaper } from './pledge-on-paper.tsx'
import { PledgeOnScreen } from './pledge-on-screen.tsx'

type Way = 'onScreen' | 'onPaper' | 'instead'

/** 誓約書 (F-08, Art. 8②): read, and signed on screen, on paper, or replaced with a reason. */
export function PledgePage() {
  const { t } = useTranslation('staffing')
  const id = useId()
  const people = useQuery(questions.people)
  const texts = useQuery(questions.pledgeTexts)
  return (
    <Page title={t('pledge.title')} lead={t('pledge.lead')} back={{ to: `/people/${id}`, label: people.data?.find((person) => person.id === id)?.name ?? t('toRoster') }}>
      <Asked of={people}>
        {(list) => list.filter((person) => person.id === id).map((person) => <Asked key={id} of={texts}>{(all) => <Pledging person={person} texts={all} />}</Asked>)}
      </Asked>
    </Page>
  )
}

function Pledging({ person, texts }: { person: Person; texts: readonly PledgeText[] }) {
  const { t } = useTranslation('staffing')
  const go = useNavigate()
  const [way, setWay] = useState<Way>('onScreen')
  const [version, setVersion] = useState(texts[0]?.version ?? '')
  const text = texts.find((one) => one.version === version)
  const done = (): void => void go({ to: '/people/$id', params: { id: person.id } })
  return (
    <>
      <p className="strong">{t('pledge.who')}：{person.name}（{person.company ?? t('person.company')}）</p>
      <div className="spaced"><SegmentedControl size="md" aria-label={t('pledge.ways')} value={way} data={(['onScreen', 'onPaper', 'instead'] as const).map((value) => ({ value, label: t(`pledge.${value}`) }))} onChange={(value) => setWay(value as Way)} /></div>
      {way !== 'instead' && (
        <>
          <div className="fields spaced"><Select className="wide" label={t('pledge.text')} allowDeselect={false} value={version} data={texts.map((one) => ({ value: one.version, label: `${one.version}（${t('pledge.addressee')}：${t(`pledge.addressees.${one.addressee === '市' ? 'city' : 'contractor'}`)}）` }))} onChange={(value) => setVersion(value ?? '')} /></div>
          {text && <div className="spaced"><h2>{text.title}</h2><div className="pledge-body spaced">{text.body}</div></div>}
          <AddPledgeText onAdded={setVersion} />
        </>
      )}
      {way === 'onScreen' && <PledgeOnScreen person={person} textVersion={version} onDone={done} />}
      {way === 'onPaper' && <PledgeOnPaper person={person} textVersion={version} onDone={done} />}
      {way === 'instead' && <PledgeInstead person={person} onDone={done} />}
    </>
  )
}
