import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { CityRequest } from '../../core/requests/request.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useFormWord } from '../documents/form-word.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { SayWhy } from '../parts/say-why.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { Deadline } from './deadline.tsx'

/** One request, and the next thing to do about it: hand in, record the acceptance, or take it back. */
export function RequestCard({ contract, request }: { contract: ContractOfWork; request: CityRequest }) {
  const { t } = useTranslation('documents')
  const form = useFormWord()
  const { submitted, accepted, withdrawn } = request
  const mayNotWithdraw = useWhyNot('requests.withdraw', request.contractId)
  return (
    <section aria-label={form(request.form)}>
      <Facts of={[
        [t('form'), form(request.form)], [t('requestedBy'), request.requestedBy], [t('requestedAt'), <When key="at" at={request.requestedAt} />], [t('dueOn'), <Deadline key="due" on={request.dueOn} />], [t('cityRef'), request.cityRef || t('none')],
        ...(submitted ? [[t('submittedDoc'), submitted.docNo], [t('submittedAt'), <When key="submitted" at={submitted.at} />]] as const : []),
        ...(accepted ? [[t('acceptedRef'), accepted.cityRef], [t('accepted'), <When key="accepted" at={accepted.at} />]] as const : []),
        ...(withdrawn ? [[t('withdraw'), withdrawn.reason]] as const : []),
      ]} />
      {!withdrawn && !submitted && <HandIn contract={contract} request={request} />}
      {submitted && !accepted && <Sentence operation="requests.accept" label={t('acceptedRef')} act={t('accept')} run={(cityRef) => desk.requests.accept({ requestId: request.id, cityRef })} />}
      {!withdrawn && !submitted && <div className="spaced"><SayWhy article="5①" mayNot={mayNotWithdraw} words={{ begin: t('withdrawBegin'), title: t('withdrawBegin'), lead: t('withdrawLead'), now: t('withdraw'), reason: t('reason') }} say={(reason) => desk.requests.withdraw({ requestId: request.id, reason })} /></div>}
    </section>
  )
}

function HandIn({ contract, request }: { contract: ContractOfWork; request: CityRequest }) {
  const { t } = useTranslation('documents')
  const go = useNavigate()
  const issued = (useQuery(questions.receipts(contract.id)).data ?? []).filter(({ form, supersededBy, revisionKind }) => form === request.form && supersededBy === null && revisionKind !== '取消')
  const [chosen, choose] = useState<string | null>(null)
  const id = chosen ?? issued.at(-1)?.id ?? null
  if (id === null) return <div className="spaced"><Notice look="plain" title={t('noDocument')}><ActButton variant="default" onClick={() => void go({ to: '/documents/new' })}>{t('issueNew')}</ActButton></Notice></div>
  return (
    <div className="spaced">
      <p className="soft">{t('handInLead')}</p>
      <Select label={t('document')} value={id} onChange={choose} data={[...issued].reverse().map((one) => ({ value: one.id, label: `${one.docNo}　${t('revisionNo', { revision: one.revision })}` }))} />
      <SaveInto label={t('handIn')} variant="filled" operation="requests.answer" save={(into) => desk.requests.answer({ requestId: request.id, documentId: id, into })} />
    </div>
  )
}

/** One word to be said, and what is done with it. */
function Sentence({ operation, label, act, run }: { operation: 'requests.accept'; label: string; act: string; run: (words: string) => Promise<CityRequest> }) {
  const { t } = useTranslation('documents')
  const [words, say] = useState('')
  const command = useCommand(run)
  const mayNot = useWhyNot(operation)
  return (
    <form className="spaced" noValidate onSubmit={(event) => { event.preventDefault(); command.run(words) }}>
      <TextInput label={label} value={words} onChange={(event) => say(event.currentTarget.value)} />
      <Trouble of={command.error} />
      <div className="acts"><ActButton type="submit" variant="default" loading={command.busy} unless={[mayNot, words.trim() === '' && t('need', { field: label })]}>{act}</ActButton></div>
    </form>
  )
}
