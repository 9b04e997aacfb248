import { NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../core/people/person.ts'
import type { HoldTraining } from '../../core/staffing/training.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { Standing } from '../people/standing.tsx'
import { blankSession, type Part, type SessionDraft } from './session-draft.ts'

/** 研修の記録 (F-07, Art. 7): what was taught, who came, who understood, who was absent and why. */
export function HoldTrainingPage() {
  const { t } = useTranslation('staffing')
  const { t: people } = useTranslation('people')
  const go = useNavigate()
  const [draft, change, clear] = useKept('session', blankSession)
  const { data: everybody = [] } = useQuery(questions.people)
  const { data: sessions = [] } = useQuery(questions.sessions)
  const hold = useCommand(desk.staffing.holdTraining)
  const mayNot = useWhyNot('staffing.holdTraining')
  const roster = everybody.filter(({ duty }) => duty.state !== '解除')
  const came = roster.filter(({ id }) => draft.parts[id] === 'came')
  const followed = sessions.find(({ id }) => id === draft.followUpOf)
  const onHold = (): void => {
    const order = orderOf(draft, roster, people(`methods.${draft.method}`))
    if (order) hold.run(order, () => { clear(); void go({ to: '/people/training' }) })
  }
  return (
    <Page title={t('training_.hold')} back={{ to: '/people/training', label: t('training_.toList') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); onHold() }}>
        {followed && <Notice title={`${t('training_.followUpOf')}：${followed.no}　${followed.title}`} />}
        <div className="fields spaced">
          <TextInput className="wide" label={t('training_.name')} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
          <DayField label={t('training_.on')} value={draft.on} onChange={(on) => change({ on })} />
          <Select label={t('training_.method')} allowDeselect={false} data={(['lecture', 'online', 'reading'] as const).map((value) => ({ value, label: people(`methods.${value}`) }))} value={draft.method} onChange={(method) => change({ method: method as SessionDraft['method'] })} />
          <TextInput label={t('training_.trainer')} value={draft.trainer} onChange={(event) => change({ trainer: event.currentTarget.value })} />
          <Select label={t('training_.test')} allowDeselect={false} data={[{ value: 'なし', label: t('training_.tests.none') }, { value: '紙', label: t('training_.tests.paper') }, { value: '画面', label: t('training_.tests.screen') }]} value={draft.test} onChange={(test) => change({ test: test as SessionDraft['test'] })} />
          {draft.test === '紙' && <NumberInput label={t('training_.passMark')} min={0} max={100} allowDecimal={false} value={draft.passMark} onChange={(mark) => change({ passMark: typeof mark === 'number' ? mark : 80 })} />}
          <Textarea className="wide" label={t('training_.content')} autosize minRows={2} maxRows={8} value={draft.content} onChange={(event) => change({ content: event.currentTarget.value })} />
        </div>
        <Block title={t('training_.material')} lead={t('training_.materialWhy')}><FileField label={t('training_.pickMaterial')} value={draft.materialPath} onChange={(materialPath) => change({ materialPath })} /></Block>
        <Block title={t('training_.people')}>
          <ul className="came">
            {roster.map((person) => <Came key={person.id} person={person} draft={draft} change={change} />)}
          </ul>
        </Block>
        <div className="spaced"><Trouble of={hold.error} /></div>
        <div className="acts">
          <ActButton type="submit" loading={hold.busy} unless={[mayNot, draft.title.trim() === '' && t('training_.needTitle'), !draft.on && t('needDay'), draft.trainer.trim() === '' && t('training_.needTrainer'), came.length === 0 && t('training_.needAttendee'),
            draft.test === '紙' && came.some(({ id }) => (draft.scores[id] ?? null) === null) && t('training_.needScores')]}>{t('training_.save')}</ActButton>
        </div>
      </form>
    </Page>
  )
}

function Came({ person, draft, change }: { person: Person; draft: SessionDraft; change: (by: (before: SessionDraft) => SessionDraft) => void }) {
  const { t } = useTranslation('staffing')
  const part = draft.parts[person.id] ?? 'neither'
  return (
    <li>
      <span><span className="strong">{person.name}</span>　<Standing of={person} /></span>
      <SegmentedControl size="md" aria-label={person.name} value={part} data={(['came', 'missed', 'neither'] as const).map((value) => ({ value, label: t(`training_.${value}`) }))} onChange={(value) => change((before) => ({ ...before, parts: { ...before.parts, [person.id]: value as Part } }))} />
      {part === 'came' && draft.test === '紙' && <NumberInput aria-label={`${person.name}：${t('training_.score')}`} placeholder={t('training_.score')} min={0} max={100} allowDecimal={false} value={draft.scores[person.id] ?? ''} onChange={(score) => change((before) => ({ ...before, scores: { ...before.scores, [person.id]: typeof score === 'number' ? score : null } }))} />}
      {part === 'missed' && <TextInput aria-label={`${person.name}：${t('training_.absenceReason')}`} placeholder={t('training_.absenceReason')} value={draft.reasons[person.id] ?? ''} onChange={(event) => { const reason = event.currentTarget.value; change((before) => ({ ...before, reasons: { ...before.reasons, [person.id]: reason } })) }} />}
    </li>
  )
}

function orderOf({ on, parts, scores, reasons, ...draft }: SessionDraft, roster: readonly Person[], method: string): HoldTraining | null {
  if (!on) return null
  const of = (part: Part) => roster.filter(({ id }) => parts[id] === part)
  return {
    on, title: draft.title, method, trainer: draft.trainer, content: draft.content, test: draft.test, passMark: draft.test === '紙' ? draft.passMark : null, followUpOf: draft.followUpOf, materialPath: draft.materialPath,
    attendees: of('came').map(({ id }) => ({ personId: id, score: draft.test === '紙' ? (scores[id] ?? null) : null })),
    absentees: of('missed').map(({ id }) => ({ personId: id, reason: reasons[id] ?? '' })),
  }
}
