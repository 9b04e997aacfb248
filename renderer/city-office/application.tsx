import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Answered } from '../../core/city/answer.ts'
import type { DisposalNotice } from '../../core/documents/disposal-records.ts'
import type { ImportedDocument } from '../../core/documents/document.ts'
import type { FormLetter } from '../../core/documents/form-letter.ts'
import type { Day } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useFormWord } from '../documents/form-word.ts'
import { LetterView } from '../documents/letter-view.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { useId } from '../frame/use-id.ts'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { usePersonName } from '../people/person-name.ts'
import { AnswerForm } from './answer-form.tsx'
import '../documents/documents.css'
import './city-office.css'

/** One application as the contractor wrote it, and the city's answer beside it. */
export function Application() {
  const { t } = useTranslation('cityOffice')
  return <WithContract title={t('answers')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cityOffice')
  const id = useId()
  const answers = useQuery(questions.answersGiven(contract.id))
  return (
    <Asked of={useQuery(questions.imported(contract.id))}>
      {(list) => {
        const document = list.find((one) => one.id === id)
        if (!document) return <Page title={t('answers')} back={{ to: '/answers', label: t('backToAnswers') }}><Notice title={t('gone')} /></Page>
        const given = (answers.data ?? []).filter(({ of }) => of.docNo === document.docNo)
        return <One document={document} given={given} />
      }}
    </Asked>
  )
}

function One({ document, given }: { document: ImportedDocument; given: readonly Answered[] }) {
  const { t } = useTranslation('cityOffice')
  const form = useFormWord()
  const last = given.find(({ supersededBy }) => supersededBy === null) ?? null
  return (
    <Page title={form(document.form)} lead={document.docNo} back={{ to: '/answers', label: t('backToAnswers') }}>
      {document.verdict !== 'verified' && <div className="lifted"><Notice look="warning" title={t('unsigned')} /></div>}
      {[...given].reverse().map((answered) => <Answer key={answered.id} answered={answered} />)}
      <div className="application-pair">
        <section aria-label={form(document.form)}><Content record={document.record} /></section>
        <AnswerForm key={last?.id ?? 'first'} document={document} earlier={last} />
      </div>
      <p className="small soft spaced">{t('counterSignWhy')}</p>
      <SaveInto label={t('counterSign')} operation="cityOffice.counterSign" unless={[document.cityReceiptNo === '' && t('needNo'), document.verdict !== 'verified' && t('unsigned')]} save={(into) => desk.cityOffice.counterSign({ importedId: document.id, path: null, into })} />
      <History of={[document.id, ...given.map(({ id }) => id)]} />
    </Page>
  )
}

function Answer({ answered }: { answered: Answered }) {
  const { t } = useTranslation('cityOffice')
  const name = usePersonName()
  const { approvalNo, decision, decidedOn, answeredBy, answeredAt, reason, conditions, supersededBy, id, attendance } = answered
  return (
    <Block title={`${t(`decisions.${decision}`)}　${approvalNo}`} lead={supersededBy === null ? t('saveAnswerWhy') : t('superseded')}>
      <Facts of={[
        [t('decidedOn'), <OnDay key="d" day={decidedOn} />], [t('answeredBy'), <span key="b">{name(answeredBy)}　<When at={answeredAt} /></span>],
        conditions.length > 0 && [t('conditions'), conditions.map(({ kind, text }) => text || t(`conditionKinds.${kind}`)).join('、')], reason !== '' && [t('reason'), reason], attendance !== null && [t('attend'), attendance.name],
      ]} />
      <SaveInto label={t('saveAnswer')} variant={supersededBy === null ? 'filled' : 'default'} operation="cityOffice.saveAnswer" save={(into) => desk.cityOffice.saveAnswer({ answeredId: id, into })} />
    </Block>
  )
}

/** A letter as its paper reads; a notice of disposal has a record of its own. */
function Content({ record }: { record: unknown }) {
  const { t } = useTranslation('cityOffice')
  const said = record as FormLetter | DisposalNotice | null
  if (said === null) return <Notice title={t('gone')} />
  if (said.form !== 'F-28') return <LetterView letter={said} />
  const { plan, lines } = said
  return (
    <>
      <Facts wide of={[[t('plannedOn'), <OnDay key="d" day={plan.plannedOn as Day} />], [t('place'), plan.place], [t('operator'), plan.operator], [t('verifier'), plan.verifier]]} />
      {lines.map((line) => <Facts key={line.no} wide of={[[t('information'), line.information], [t('receipts'), line.receipts.join('、')], [t('mediaName'), `${line.mediaName}${line.medium ? `　${line.medium.serial}` : ''}`], [t('quantity'), `${line.quantity}${line.unit}`], [t('method'), line.methodWords]]} />)}
    </>
  )
}
