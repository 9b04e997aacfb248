import { Button, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TestPaper, TestResult, TrainingSessionId } from '../../core/staffing/training.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useId } from '../frame/use-id.ts'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip, asArticle } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import './staffing.css'

/** 理解度確認 (Art. 7): ten questions, answered by whoever is signed in. */
export function SitTest() {
  const { t } = useTranslation('staffing')
  const id = useId() as TrainingSessionId
  const paper = useQuery(questions.testPaper)
  return (
    <Page title={t('test.title')} lead={paper.data && t('test.lead', { mark: paper.data.passMark })} back={{ to: '/people/training', label: t('training_.toList') }}>
      <Asked of={paper}>{(questionsOfTest) => <Sheet paper={questionsOfTest} sessionId={id} />}</Asked>
    </Page>
  )
}

function Sheet({ paper, sessionId }: { paper: TestPaper; sessionId: TrainingSessionId }) {
  const { t } = useTranslation('staffing')
  const [answers, setAnswers] = useState<Record<number, number>>({})
  const [result, setResult] = useState<TestResult | null>(null)
  const sit = useCommand(desk.staffing.sitTest)
  const count = Object.keys(answers).length
  const again = (): void => { setAnswers({}); setResult(null); window.scrollTo(0, 0) }
  if (result) return <Result result={result} paper={paper} onAgain={again} />
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); sit.run({ sessionId, version: paper.version, answers: paper.questions.map((_, i) => answers[i] ?? 0) }, (told) => { setResult(told); window.scrollTo(0, 0) }) }}>
      <div className="questions">
        {paper.questions.map(({ text, choices }, i) => (
          <Radio.Group key={i} label={`${t('test.question', { no: i + 1 })}　${text}`} value={answers[i] === undefined ? '' : String(answers[i])} onChange={(value) => setAnswers({ ...answers, [i]: Number(value) })}>
            <div className="choices">{choices.map((choice, c) => <Radio key={c} value={String(c)} label={choice} />)}</div>
          </Radio.Group>
        ))}
      </div>
      <div className="spaced"><Trouble of={sit.error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={sit.busy} unless={[count < paper.questions.length && t('test.needAll')]}>{t('test.hand')}</ActButton>
        <span className="soft" role="status">{t('test.answered', { count, total: paper.questions.length })}</span>
      </div>
    </form>
  )
}

function Result({ result, paper, onAgain }: { result: TestResult; paper: TestPaper; onAgain: () => void }) {
  const { t } = useTranslation('staffing')
  if (result.passed) return <><Notice look="good" title={t('test.passed', { score: result.score })} /><div className="acts"><Link to="/people/training">{t('test.back')}</Link></div></>
  return (
    <>
      <Notice look="warning" title={t('test.failed', { score: result.score, mark: result.passMark })}>{t('test.readAgain')}</Notice>
      <ul className="came spaced">
        {result.wrong.map((i) => {
          const article = asArticle(paper.questions[i]?.article ?? null)
          return <li key={i}><span>{t('test.question', { no: i + 1 })}　{paper.questions[i]?.text}</span><span>{article && <ArticleChip article={article} />}</span></li>
        })}
      </ul>
      <div className="acts"><Button onClick={onAgain}>{t('test.again')}</Button></div>
    </>
  )
}
