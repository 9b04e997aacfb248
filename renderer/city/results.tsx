import { useTranslation } from 'react-i18next'
import { sayFinding } from '../../core/words/findings.ts'
import { useFormWord } from '../documents/form-word.ts'
import type { desk } from '../desk.ts'
import { Notice } from '../parts/notice.tsx'
import { useLanguage } from '../words/language.ts'
import { Verdict } from './verdict.tsx'

export type Imported = Awaited<ReturnType<typeof desk.city.import>>[number]

/** Every document of every file with its verdict, and of each the reasons in sentences. */
export function Results({ of: results }: { of: readonly Imported[] }) {
  const { t } = useTranslation('city')
  const bad = results.filter(({ outcome }) => outcome === 'refused').length
  const known = results.every(({ outcome }) => outcome === 'already')
  return (
    <>
      <Notice look={bad === 0 ? 'good' : 'refused'} title={known ? t('allKnown', { count: results.length }) : bad === 0 ? t('allGood', { count: results.length }) : t('someBad', { count: results.length, bad })} />
      <ul className="results">{results.map((result, index) => <li key={`${index} ${result.verification.file}`}><OneResult result={result} /></li>)}</ul>
    </>
  )
}

function OneResult({ result: { verification, outcome } }: { result: Imported }) {
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
        {document?.signer && <p className="small soft">{t('signer')}　{document.signer}</p>}
      </div>
      <div className="result-states">
        <Verdict of={verification.verdict} />
        <span className="small soft">{t(`outcomes.${outcome}`)}</span>
      </div>
    </article>
  )
}

const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path
