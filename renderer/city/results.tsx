import { useTranslation } from 'react-i18next'
import { sayFinding } from '../../core/words/findings.ts'
import { useFormWord } from '../documents/form-word.ts'
import type { desk } from '../desk.ts'
import { Notice } from '../parts/notice.tsx'
import { Status } from '../parts/status.tsx'
import { useLanguage } from '../words/language.ts'
import { Differences } from './differences.tsx'
import { SaveRun } from './save-run.tsx'
import { Verdict } from './verdict.tsx'

export type Imported = Awaited<ReturnType<typeof desk.city.import>>[number]

/** Nobody reads more on a screen; the saved list has them all. */
const MOST = 200

/** Every document of every file with its verdict, of each the reasons in sentences and the values that differ; those that need somebody first. */
export function Results({ of: results }: { of: readonly Imported[] }) {
  const { t } = useTranslation('city')
  const bad = results.filter(({ outcome }) => outcome === 'refused').length
  const known = results.length > 0 && results.every(({ outcome }) => outcome === 'already')
  const sorted = results.toSorted((a, b) => URGENCY[a.outcome] - URGENCY[b.outcome])
  const [first] = results
  if (!first) return <Notice title={t('nothing')} />
  return (
    <>
      <Notice look={bad === 0 ? 'good' : 'refused'} title={known ? t('allKnown', { count: results.length }) : bad === 0 ? t('allGood', { count: results.length }) : t('someBad', { count: results.length, bad })} />
      <ul className="results">{sorted.slice(0, MOST).map((result, index) => <li key={`${index} ${result.verification.file}`}><OneResult result={result} /></li>)}</ul>
      {results.length > MOST && <p className="soft spaced">{t('moreResults', { count: results.length - MOST })}</p>}
      <SaveRun runId={first.run} />
    </>
  )
}

const URGENCY: Record<Imported['outcome'], number> = { refused: 0, imported: 1, already: 2 }

function OneResult({ result: { verification, outcome, imported, differences } }: { result: Imported }) {
  const { t } = useTranslation('city')
  const language = useLanguage()
  const form = useFormWord()
  const { document } = verification
  return (
    <article className={`result result-${verification.verdict}`}>
      <span className="result-mark" aria-hidden>{t(`marks.${verification.verdict}`)}</span>
      <div>
        <p className="result-name"><b>{document ? `${form(document.form)}　${document.docNo}` : fileName(verification.file)}</b>{document && <span className="small soft">{fileName(verification.file)}</span>}</p>
        <ul>{verification.reasons.map((finding, index) => <li key={index}>{sayFinding(finding, language)}</li>)}</ul>
        <Differences of={differences} />
        <p className="small soft">{[document?.signer ? `${t('signer')}　${document.signer}` : '', imported?.cityReceiptNo ? `${t('cityReceiptNo')}　${imported.cityReceiptNo}` : ''].filter(Boolean).join('　／　')}</p>
      </div>
      <div className="result-states">
        {verification.body === 'qr' && verification.verdict !== 'refused' ? <Status look="warn">{t('verdicts.paper')}</Status> : <Verdict of={verification.verdict} />}
        <span className="small soft">{t(`outcomes.${outcome}`)}</span>
      </div>
    </article>
  )
}

const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path
