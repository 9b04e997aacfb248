import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { standing, type Person } from '../../core/people/person.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { PeopleTabs } from '../staffing/tabs.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { useTerm } from '../words/terms.ts'
import { OnePerson } from './one-person.tsx'
import { RecordTraining } from './record-training.tsx'
import { RegisterPerson } from './register-person.tsx'
import { Standing } from './standing.tsx'

/** The roster (Art. 5②) and where each stands on the way to 従事可. */
export function People() {
  const { t } = useTranslation('people')
  const question = useQuery(questions.people)
  const [doing, setDoing] = useState<'register' | 'training' | null>(null)
  const register = <ActButton unless={[useWhyNot('people.register')]} onClick={() => setDoing('register')}>{t('register')}</ActButton>
  const { columns, chips } = useColumns()
  const mayNotTrain = useWhyNot('people.recordTraining')
  return (
    <Page title={t('title')} lead={t('lead')} action={<><ActButton variant="default" unless={[mayNotTrain]} onClick={() => setDoing('training')}>{t('training')}</ActButton>{register}</>}>
      <PeopleTabs />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="5②" action={register}>{t('emptyLead')}</Empty>
          : <Table name={t('roster')} rows={list} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ name }) => name} panel={(person) => <OnePerson person={person} />} />)}
      </Asked>
      <RegisterPerson opened={doing === 'register'} onClose={() => setDoing(null)} />
      <RecordTraining opened={doing === 'training'} onClose={() => setDoing(null)} people={question.data ?? []} />
    </Page>
  )
}

function useColumns(): { columns: Column<Person>[]; chips: Chip<Person>[] } {
  const { t, i18n } = useTranslation('people')
  const { t: frame } = useTranslation('frame')
  const term = useTerm()
  return useMemo(() => ({
    columns: [
      { key: 'name', head: t('name'), cell: (p) => p.name, text: (p) => `${p.name} ${p.kana}` },
      { key: 'standing', whole: true, head: t('standing'), cell: (p) => <Standing of={p} />, text: (p) => standing(p) },
      { key: 'roles', head: t('roles'), cell: (p) => p.roles.map((role) => frame(`roles.${role}`)).join('・') || '—', text: (p) => p.roles.map((role) => frame(`roles.${role}`)).join(' ') },
      { key: 'company', head: t('company'), cell: (p) => p.company ?? t('ownCompany'), text: (p) => p.company ?? '' },
      { key: 'employment', head: t('employment'), cell: (p) => term(p.employment), text: (p) => p.employment },
      { key: 'trained', head: t('trained'), cell: (p) => lastTrained(p), extra: true },
      { key: 'pledged', head: t('pledged'), cell: (p) => (p.pledge ? <OnDay day={p.pledge.on} /> : '—'), extra: true },
      { key: 'loginId', whole: true, head: t('loginId'), cell: (p) => (p.loginId ? <span className="code">{p.loginId}</span> : <span className="soft">{t('noAccount')}</span>), text: (p) => p.loginId ?? '' },
    ],
    chips: [
      { key: 'ready', label: t('chipReady'), test: (p) => standing(p) === '従事可' },
      { key: 'waiting', label: t('chipWaiting'), test: (p) => ['登録', '教育済', '誓約済'].includes(standing(p)) },
      { key: 'dispatched', label: t('chipDispatched'), test: (p) => p.employment === '派遣' },
      { key: 'stopped', label: t('chipStopped'), test: (p) => p.duty.state !== '従事' },
    ],
    // The texts change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }), [i18n.language])
}

function lastTrained({ trainings }: Person) {
  const last = trainings.at(-1)
  return last ? <OnDay day={last.on} /> : '—'
}
