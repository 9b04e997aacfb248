import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OperationName } from '../../core/contract.ts'
import type { Person } from '../../core/people/person.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { useId } from '../frame/use-id.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { GiveAccount } from '../people/give-account.tsx'
import { EndPledge } from './end-pledge.tsx'
import { HandOver } from './hand-over.tsx'
import { PersonFacts, PersonPledge, PersonRevisions, PersonTrainings, Way } from './person-parts.tsx'
import { ReasonAct } from './reason-act.tsx'
import { RevisePerson } from './revise-person.tsx'

type Doing = 'revise' | 'stop' | 'resume' | 'release' | 'handOver' | 'endPledge' | 'account'
const operations: Record<Doing, OperationName> = { revise: 'people.revise', stop: 'people.stop', resume: 'people.resume', release: 'people.release', handOver: 'people.handOverKeys', endPledge: 'staffing.endPledge', account: 'people.giveAccount' }

/** One person: where they stand, what they learnt and signed, what changed, and everything that happened. */
export function PersonPage() {
  const { t } = useTranslation('staffing')
  const id = useId()
  return <Asked of={useQuery(questions.people)}>{(list) => list.filter((person) => person.id === id).map((person) => <One key={id} person={person} back={t('toRoster')} />)}</Asked>
}

function One({ person, back }: { person: Person; back: string }) {
  const { t } = useTranslation('staffing')
  const { t: people } = useTranslation('people')
  const go = useNavigate()
  const { organisation } = useOffice()
  const [doing, setDoing] = useState<Doing | null>(null)
  const done = (): void => setDoing(null)
  const ours = organisation.kind === 'contractor'
  const mayNotPledge = useWhyNot('staffing.signOnScreen')
  const released = person.duty.state === '解除'
  const pledge = <ActButton unless={[mayNotPledge]} variant={person.pledge ? 'default' : 'filled'} onClick={() => void go({ to: '/people/$id/pledge', params: { id: person.id } })}>{t('person.pledgeAgain')}</ActButton>
  return (
    <Page title={person.name} lead={person.kana} back={{ to: '/people', label: back }} action={!released && <Act of="revise" onAct={setDoing}>{t('person.revise')}</Act>}>
      {person.duty.state !== '従事' && <Notice look="warning" title={person.duty.state}>{person.duty.reason}</Notice>}
      {ours && <Way person={person} />}
      <div className="spaced"><PersonFacts person={person} /></div>
      {ours && <Block title={t('person.education')}><PersonTrainings person={person} /></Block>}
      {ours && (
        <Block title={t('person.pledges')}>
          <PersonPledge person={person} />
          {!released && <div className="acts">{pledge}{person.pledge && <Act of="endPledge" plain onAct={setDoing}>{t('person.endPledge')}</Act>}</div>}
        </Block>
      )}
      {!released && (
        <Block title={t('person.duty')}>
          <div className="acts acts-tight">
            <Act of="account" plain onAct={setDoing}>{people(person.loginId === null ? 'account' : 'resume')}</Act>
            {person.duty.state === '従事停止' ? <Act of="resume" onAct={setDoing}>{t('person.resume')}</Act> : <Act of="stop" plain onAct={setDoing}>{t('person.stop')}</Act>}
            {ours && <Act of="handOver" plain onAct={setDoing}>{t('person.handOver')}</Act>}
            <Act of="release" plain onAct={setDoing}>{t('person.release')}</Act>
          </div>
        </Block>
      )}
      <Block title={t('person.revisions')}><PersonRevisions person={person} /></Block>
      <div className="block"><History of={[person.id]} /></div>
      <Drawer title={doing === null ? '' : doing === 'account' ? people(person.loginId === null ? 'account' : 'resume') : t(`person.${doing}`)} opened={doing !== null} onClose={done}>
        {doing === 'revise' && <RevisePerson person={person} onDone={done} />}
        {doing === 'stop' && <ReasonAct lead={t('person.stopLead')} label={t('person.stopNow')} act={(reason) => desk.people.stop({ personId: person.id, reason })} onDone={done} />}
        {doing === 'resume' && <ReasonAct lead={person.duty.reason} label={t('person.resumeNow')} act={(reason) => desk.people.resume({ personId: person.id, reason })} onDone={done} />}
        {doing === 'release' && <ReasonAct danger lead={t('person.releaseLead')} label={t('person.releaseNow')} act={(reason) => desk.people.release({ personId: person.id, reason })} onDone={done} />}
        {doing === 'handOver' && <HandOver person={person} onDone={done} />}
        {doing === 'endPledge' && <EndPledge person={person} onDone={done} />}
        {doing === 'account' && <GiveAccount person={person} onDone={done} />}
      </Drawer>
    </Page>
  )
}

function Act({ of, plain = false, onAct, children }: { of: Doing; plain?: boolean; onAct: (doing: Doing) => void; children: string }) {
  const mayNot = useWhyNot(operations[of])
  return mayNot === null && !plain ? <Button onClick={() => onAct(of)}>{children}</Button> : <ActButton variant={plain ? 'default' : 'filled'} unless={[mayNot]} onClick={() => onAct(of)}>{children}</ActButton>
}
