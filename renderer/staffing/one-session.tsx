import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TrainingSession } from '../../core/staffing/training.ts'
import { keep } from '../asking/kept.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, OnDay } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Status } from '../parts/status.tsx'
import { usePersonName } from '../people/person-name.ts'
import { useTerm } from '../words/terms.ts'
import { followUpOf } from './session-draft.ts'

/** A session at the side: who came and understood, who was absent and what became of it. */
export function OneSession({ session }: { session: TrainingSession }) {
  const { t } = useTranslation('staffing')
  const go = useNavigate()
  const name = usePersonName()
  const term = useTerm()
  const { session: me } = useOffice()
  const mayNot = useWhyNot('staffing.holdTraining')
  const waiting = session.absentees.filter(({ followUpId }) => followUpId === null)
  const mine = session.test === '画面' && session.attendees.some(({ personId, passed }) => personId === me.personId && passed !== true)
  return (
    <>
      <Facts of={[
        [t('training_.on'), <OnDay key="on" day={session.on} />], [t('training_.name'), session.title], [t('training_.method'), term(session.method)], [t('training_.trainer'), session.trainer], [t('training_.content'), session.content],
        [t('training_.material'), session.material ? <span key="m">{session.material.name}<br /><Hash of={session.material.sha256} /></span> : session.materialSha256 ? <Hash key="m" of={session.materialSha256} /> : t('training_.noMaterial')],
        session.passMark !== null && [t('training_.passMark'), t('training_.points', { score: session.passMark })],
      ]} />
      <section className="side-part">
        <h3>{t('training_.came')}</h3>
        <Facts of={session.attendees.map(({ personId, score, passed }) => [name(personId), (
          <Status key={personId} look={passed === true ? 'good' : passed === false ? 'bad' : 'busy'}>{passed === null ? t('training_.waiting') : session.test === 'なし' ? t('training_.attendedOnly') : `${t(passed ? 'training_.passed' : 'training_.failed')}${score === null ? '' : `（${t('training_.points', { score })}）`}`}</Status>
        )] as const)} />
        {mine && <div className="acts"><Button onClick={() => void go({ to: '/people/training/$id', params: { id: session.id } })}>{t('training_.sit')}</Button></div>}
      </section>
      {session.absentees.length > 0 && (
        <section className="side-part">
          <h3>{t('training_.missed')}</h3>
          <Facts of={session.absentees.map(({ personId, reason, followUpId }) => [name(personId), <span key={personId}><Status look={followUpId ? 'good' : 'warn'}>{t(followUpId ? 'training_.followedUp' : 'training_.notFollowed')}</Status>{reason !== '' && <><br /><span className="small soft">{reason}</span></>}</span>] as const)} />
          {waiting.length > 0 && <div className="acts"><ActButton unless={[mayNot]} onClick={() => { keep('session', followUpOf(session)); void go({ to: '/people/training/new' }) }}>{t('training_.followUp')}</ActButton></div>}
        </section>
      )}
      <History of={[session.id]} />
    </>
  )
}
