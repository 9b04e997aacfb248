import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { standing, type Person } from '../../core/people/person.ts'
import { questions } from '../asking/questions.ts'
import { Facts } from '../parts/facts.tsx'
import { Hash, OnDay, When } from '../parts/figures.tsx'
import { Status } from '../parts/status.tsx'
import { usePersonName } from '../people/person-name.ts'
import { Standing } from '../people/standing.tsx'
import { useTerm } from '../words/terms.ts'
import { Signature } from './signature-pad.tsx'
import './staffing.css'

/** 登録 → 教育 → 誓約 → 従事可, each with its mark. */
export function Way({ person }: { person: Person }) {
  const { t } = useTranslation('staffing')
  const steps = [['stepRegistered', true], ['stepTrained', person.trainings.length > 0], ['stepPledged', person.pledge !== null], ['stepReady', standing(person) === '従事可']] as const
  return (
    <ol className="way" aria-label={t('person.steps')}>
      {steps.map(([step, done]) => <li key={step}><Status look={done ? 'good' : 'calm'}>{t(`person.${step}`)}<span className="unseen">{t(done ? 'person.done' : 'person.notYet')}</span></Status></li>)}
    </ol>
  )
}

export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation('staffing')
  const { t: people } = useTranslation('people')
  const { t: frame } = useTranslation('frame')
  const term = useTerm()
  const { data: cards = [] } = useQuery(questions.cards)
  const card = cards.find(({ personId, state }) => personId === person.id && state === '発行')
  return (
    <Facts wide of={[
      [people('standing'), <Standing key="s" of={person} />],
      [people('roles'), person.roles.map((role) => frame(`roles.${role}`)).join('・')],
      [people('company'), person.company ?? people('ownCompany')], [people('employment'), term(person.employment)], [people('personTitle'), person.title],
      [t('person.tasks'), person.tasks],
      [t('person.period'), person.from === null && person.to === null ? t('person.openEnded') : <span key="p">{person.from ? <OnDay day={person.from} /> : t('person.openEnded')}〜{person.to ? <OnDay day={person.to} /> : t('person.openEnded')}</span>],
      [people('email'), person.email], [people('tel'), person.tel],
      [people('loginId'), person.loginId ? <span key="id"><span className="code">{person.loginId}</span>{person.access.state === 'suspended' && `（${t('account.states.suspended')}）`}</span> : people('noAccount')],
      [t('person.card'), card ? <span key="c" className="code">{card.no}</span> : t('person.noCard')],
    ]} />
  )
}

export function PersonTrainings({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const term = useTerm()
  if (person.trainings.length === 0) return <p className="soft">{t('noTraining')}</p>
  return <Facts wide of={person.trainings.toReversed().map((one, i) => [one.title, <span key={i}><OnDay day={one.on} />　{term(one.method)}　{one.trainer}{one.score !== null && `　${t('points', { score: one.score })}`}</span>] as const)} />
}

export function PersonPledge({ person }: { person: Person }) {
  const { t } = useTranslation('staffing')
  const { t: people } = useTranslation('people')
  const term = useTerm()
  const { pledge, formerPledges } = person
  return (
    <>
      {pledge === null ? <p className="soft">{people('noPledge')}</p> : (
        <Facts wide of={[
          [people('pledgeOn'), <OnDay key="d" day={pledge.on} />], [people('textVersion'), pledge.textVersion], [people('signedBy'), term(pledge.signedBy)],
          pledge.typedName !== '' && [t('pledge.typed'), pledge.typedName], pledge.strokes.length > 0 && [t('pledge.draw'), <Signature key="s" of={pledge.strokes} name={pledge.typedName} />],
          pledge.scan !== null && [t('pledge.scan'), <span key="f">{pledge.scan.name}<br /><Hash of={pledge.scan.sha256} /></span>], pledge.insteadReason !== '' && [t('reason'), pledge.insteadReason],
        ]} />
      )}
      {formerPledges.length > 0 && (
        <section className="side-part">
          <h3>{t('person.former')}</h3>
          <Facts wide of={formerPledges.map(({ pledge: old, how, endedOn, reason }) => [old.textVersion, <span key={`${old.on}${endedOn}`}><OnDay day={old.on} />〜<OnDay day={endedOn} />　{how}<br /><span className="small soft">{reason}</span></span>] as const)} />
        </section>
      )}
    </>
  )
}

export function PersonRevisions({ person }: { person: Person }) {
  const { t } = useTranslation('staffing')
  const name = usePersonName()
  if (person.revisions.length === 0) return <p className="soft">{t('person.none')}</p>
  return (
    <Facts wide of={person.revisions.toReversed().map(({ was, at, by, reason }) => [reason, (
      <span key={at}><When at={at} />　{by === null ? '' : name(by)}<br /><span className="small soft">{t('person.was')}：{[was.name, was.kana, was.company, was.employment, was.title, was.tasks, was.tel, was.email, was.from, was.to].filter((word) => word !== null && word !== '').join('・')}</span></span>
    )] as const)} />
  )
}
