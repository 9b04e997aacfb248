import { Button, NumberInput, Radio, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Question, QuestionPaper } from '../../core/staffing/training.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import './staffing.css'

/** The office's own test: its questions, their right answers and the pass mark. */
export function EditQuestions() {
  const { t } = useTranslation('staffing')
  const paper = useQuery(questions.questionPaper)
  return (
    <Page title={t('questions.title')} lead={t('questions.lead')} back={{ to: '/people/training', label: t('training_.toList') }}>
      <Asked of={paper}>{(given) => <Form key={given.version} paper={given} />}</Asked>
    </Page>
  )
}

const blank = (): Question => ({ text: '', choices: ['', '', '', ''], answer: 0, article: '' })

function Form({ paper }: { paper: QuestionPaper }) {
  const { t } = useTranslation('staffing')
  const go = useNavigate()
  const [draft, change, clear] = useKept(`questions-${paper.version}`, () => ({ passMark: paper.passMark, questions: [...paper.questions] }))
  const set = useCommand(desk.staffing.setQuestions)
  const edit = (at: number, by: Partial<Question>): void => change({ questions: draft.questions.map((question, i) => (i === at ? { ...question, ...by } : question)) })
  const unfinished = draft.questions.some(({ text, choices }) => text.trim() === '' || choices.some((choice) => choice.trim() === ''))
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); set.run(draft, () => { clear(); void go({ to: '/people/training' }) }) }}>
      <p className="soft">{paper.version === 0 ? t('questions.ours') : t('questions.version', { version: paper.version })}</p>
      <div className="fields spaced"><NumberInput label={t('questions.passMark')} min={0} max={100} allowDecimal={false} value={draft.passMark} onChange={(mark) => change({ passMark: typeof mark === 'number' ? mark : draft.passMark })} /></div>
      <div className="questions spaced">
        {draft.questions.map((question, i) => (
          <fieldset key={i}>
            <legend>{t('test.question', { no: i + 1 })}</legend>
            <div className="fields">
              <TextInput className="wide" label={t('questions.text')} value={question.text} onChange={(event) => edit(i, { text: event.currentTarget.value })} />
              <TextInput label={t('questions.article')} value={question.article} onChange={(event) => edit(i, { article: event.currentTarget.value })} />
            </div>
            {question.choices.map((choice, c) => (
              <div className="notice-line" key={c}>
                <Radio name={`answer-${i}`} aria-label={`${t('questions.choice', { no: c + 1 })}：${t('questions.correct')}`} checked={question.answer === c} onChange={() => edit(i, { answer: c })} />
                <TextInput style={{ flex: 1 }} aria-label={t('questions.choice', { no: c + 1 })} value={choice} onChange={(event) => edit(i, { choices: question.choices.map((one, k) => (k === c ? event.currentTarget.value : one)) })} />
                {question.answer === c && <span className="strong">{t('questions.correct')}</span>}
              </div>
            ))}
            {draft.questions.length > 1 && <Button variant="subtle" onClick={() => change({ questions: draft.questions.filter((_, k) => k !== i) })}>{t('questions.remove')}</Button>}
          </fieldset>
        ))}
      </div>
      <div className="acts"><Button variant="default" onClick={() => change({ questions: [...draft.questions, blank()] })}>{t('questions.add')}</Button></div>
      <div className="spaced"><Trouble of={set.error} /></div>
      <div className="acts"><ActButton type="submit" loading={set.busy} unless={[unfinished && t('questions.needText')]}>{t('questions.save')}</ActButton></div>
    </form>
  )
}
