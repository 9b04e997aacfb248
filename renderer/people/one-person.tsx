import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../core/people/person.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { useTerm } from '../words/terms.ts'
import { GiveAccount } from './give-account.tsx'
import { SignPledge } from './sign-pledge.tsx'
import { Standing } from './standing.tsx'

/** One person of the roster at the side: what is known, what is still missing, and everything that happened. */
export function OnePerson({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const { t: frame } = useTranslation('frame')
  const { t: staffing } = useTranslation('staffing')
  const term = useTerm()
  const [doing, setDoing] = useState<'pledge' | 'account' | null>(null)
  const mayNotPledge = useWhyNot('people.signPledge')
  const mayNotAccount = useWhyNot('people.giveAccount')
  return (
    <>
      <Standing of={person} />
      <div className="spaced">
        <Facts of={[
          [t('kana'), person.kana],
          [t('roles'), person.roles.map((role) => frame(`roles.${role}`)).join('・')],
          [t('company'), person.company ?? t('ownCompany')],
          [t('employment'), term(person.employment)],
          [t('personTitle'), person.title], [t('email'), person.email], [t('tel'), person.tel],
          [t('loginId'), person.loginId ? <span key="id" className="code">{person.loginId}</span> : t('noAccount')],
          [t('trainings'), person.trainings.length === 0 ? t('noTraining') : person.trainings.map((one, index) => <span key={index}><OnDay day={one.on} />　{one.title}{one.score !== null && `（${t('points', { score: one.score })}）`}<br /></span>)],
          [t('pledgeHead'), person.pledge ? <span key="pledge"><OnDay day={person.pledge.on} />　{person.pledge.textVersion}（{term(person.pledge.signedBy)}）</span> : t('noPledge')],
        ]} />
      </div>
      {doing === null && (
        <div className="acts">
          {!person.pledge && <ActButton unless={[mayNotPledge]} onClick={() => setDoing('pledge')}>{t('pledge')}</ActButton>}
          <ActButton variant="default" unless={[mayNotAccount]} onClick={() => setDoing('account')}>{t(person.loginId === null ? 'account' : 'resume')}</ActButton>
        </div>
      )}
      {doing === 'pledge' && <SignPledge person={person} onDone={() => setDoing(null)} />}
      {doing === 'account' && <GiveAccount person={person} onDone={() => setDoing(null)} />}
      <div className="acts"><Link to="/people/$id" params={{ id: person.id }}>{staffing('open')}</Link></div>
      <History of={[person.id]} />
    </>
  )
}
