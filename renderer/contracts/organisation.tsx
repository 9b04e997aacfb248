import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Organisation, Post } from '../../core/contracts/organisation.ts'
import { dayOf } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePersonName } from '../people/person-name.ts'
import { useTerm } from '../words/terms.ts'
import { Appoint } from './appoint.tsx'
import { ChangeSupervisor } from './change-supervisor.tsx'
import '../staffing/staffing.css'

/** 体制 (F-01, Art. 3①, 5①): who answers for what, who is called first, and how the supervisor changed. */
export function OrganisationBlock({ contract }: { contract: ContractOfWork }) {
  return <Asked of={useQuery(questions.organisation(contract.id))}>{(organisation) => <Chart contract={contract} organisation={organisation} />}</Asked>
}

function Chart({ contract, organisation: { posts, changes } }: { contract: ContractOfWork; organisation: Organisation }) {
  const { t } = useTranslation('contracts')
  const name = usePersonName()
  const [doing, setDoing] = useState<'appoint' | 'change' | null>(null)
  const mayNot = useWhyNot('contracts.appoint')
  const today = dayOf(thisMinute())
  const isPast = ({ validTo }: Post): boolean => validTo !== null && validTo < today
  const supervisor = posts.filter(({ duty }) => duty === '作業責任者').at(-1)
  const sorted = posts.toSorted((a, b) => Number(isPast(a)) - Number(isPast(b)) || (a.contactOrder ?? 100) - (b.contactOrder ?? 100))
  return (
    <>
      {posts.length === 0 ? <Notice look="warning" title={t('postsNone')} /> : <ul className="posts">{sorted.map((post) => <PostCard key={post.id} post={post} past={isPast(post)} />)}</ul>}
      {changes.length > 0 && (
        <div className="spaced"><Facts wide of={changes.map((change) => [t('supervisorChanged'), <span key={change.id}>{name(change.from)} → {name(change.to)}　<OnDay day={change.effectiveOn} />{change.submittedOn && <>（{t('changeSubmittedOn')} <OnDay day={change.submittedOn} />）</>}<br /><span className="small soft">{change.reason}</span></span>] as const)} /></div>
      )}
      <div className="acts">
        <ActButton variant={supervisor ? 'default' : 'filled'} unless={[mayNot]} onClick={() => setDoing('appoint')}>{t('appoint')}</ActButton>
        {supervisor && <ActButton variant="default" unless={[mayNot]} onClick={() => setDoing('change')}>{t('changeSupervisor')}</ActButton>}
      </div>
      <Drawer title={t(doing === 'change' ? 'changeSupervisor' : 'appoint')} opened={doing !== null} onClose={() => setDoing(null)}>
        {doing === 'appoint' && <Appoint contract={contract} hasSupervisor={supervisor !== undefined} onDone={() => setDoing(null)} />}
        {doing === 'change' && supervisor && <ChangeSupervisor contract={contract} now={name(supervisor.personId)} onDone={() => setDoing(null)} />}
      </Drawer>
    </>
  )
}

function PostCard({ post, past }: { post: Post; past: boolean }) {
  const { t } = useTranslation('contracts')
  const name = usePersonName()
  const term = useTerm()
  return (
    <li className={past ? 'post-past' : ''}>
      <span className="small">{term(post.duty)}{post.contactOrder !== null && `　${t('contactNo', { no: post.contactOrder })}`}</span><br />
      <b>{name(post.personId)}</b><br />
      <span className="small soft"><OnDay day={post.validFrom} />〜{post.validTo && <OnDay day={post.validTo} />}</span>
      {(post.telDay !== '' || post.telNight !== '') && <><br /><span className="small">{post.telDay !== '' && `${t('telDay')} ${post.telDay}`}{post.telDay !== '' && post.telNight !== '' && <br />}{post.telNight !== '' && `${t('telNight')} ${post.telNight}`}</span></>}
    </li>
  )
}
