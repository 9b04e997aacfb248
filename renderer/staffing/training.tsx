import { useQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TrainingSession } from '../../core/staffing/training.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { OneSession } from './one-session.tsx'
import { PeopleTabs } from './tabs.tsx'

const waits = ({ absentees }: TrainingSession): boolean => absentees.some(({ followUpId }) => followUpId === null)
const unpassed = ({ attendees }: TrainingSession): boolean => attendees.some(({ passed }) => passed !== true)

/** 教育・研修 (Art. 7): every session, and who still waits for one. */
export function Training() {
  const { t } = useTranslation('staffing')
  const go = useNavigate()
  const question = useQuery(questions.sessions)
  const hold = <ActButton unless={[useWhyNot('staffing.holdTraining')]} onClick={() => void go({ to: '/people/training/new' })}>{t('training_.hold')}</ActButton>
  const mayNotAsk = useWhyNot('staffing.setQuestions')
  const columns: Column<TrainingSession>[] = [
    { key: 'no', whole: true, head: t('training_.no'), cell: (s) => <span className="strong">{s.no}</span>, text: (s) => s.no },
    { key: 'on', whole: true, head: t('training_.on'), cell: (s) => <OnDay day={s.on} /> },
    { key: 'title', head: t('training_.name'), cell: (s) => s.title, text: (s) => `${s.title} ${s.trainer}` },
    { key: 'trainer', head: t('training_.trainer'), cell: (s) => s.trainer, extra: true },
    { key: 'came', number: true, head: t('training_.attended'), cell: (s) => s.attendees.length },
    { key: 'absent', number: true, head: t('training_.absent'), cell: (s) => s.absentees.length },
    { key: 'result', whole: true, head: t('training_.result'), cell: (s) => <Status look={waits(s) ? 'warn' : unpassed(s) ? 'busy' : 'good'}>{waits(s) ? t('training_.notFollowed') : unpassed(s) ? t(s.test === '画面' ? 'training_.waiting' : 'training_.failed') : s.test === 'なし' ? t('training_.attendedOnly') : t('training_.passed')}</Status> },
  ]
  return (
    <Page title={t('training_.title')} lead={t('training_.lead')} action={<><ActButton variant="default" unless={[mayNotAsk]} onClick={() => void go({ to: '/people/training/questions' })}>{t('training_.questions')}</ActButton>{hold}</>}>
      <PeopleTabs />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('training_.empty')} article="7" action={<Button onClick={() => void go({ to: '/people/training/new' })}>{t('training_.hold')}</Button>}>{t('training_.emptyLead')}</Empty>
          : <Table name={t('training_.title')} rows={[...list].reverse()} columns={columns} rowKey={({ id }) => id} rowName={({ no }) => no}
              chips={[{ key: 'absent', label: t('training_.chipAbsent'), test: waits }, { key: 'test', label: t('training_.chipTest'), test: unpassed }]} panel={(session) => <OneSession session={session} />} />)}
      </Asked>
    </Page>
  )
}
