import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Fax } from '../../core/faxes/fax.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { useTakeUp } from '../frame/take-up.ts'
import { useId } from '../frame/use-id.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { SayWhy } from '../parts/say-why.tsx'
import { usePersonName } from '../people/person-name.ts'
import { Approve, Confirm, Send } from './fax-acts.tsx'
import { FaxSteps, stepAt } from './fax-steps.tsx'

/** One fax at the step it has reached. */
export function FaxPage(): ReactNode {
  const { t } = useTranslation('faxes')
  const id = useId()
  useTakeUp('faxes', id)
  return <WithContract title={t('title')}>{(contract) => <Found key={id} contract={contract} id={id} />}</WithContract>
}

function Found({ contract, id }: { contract: ContractOfWork; id: string }) {
  const { t } = useTranslation('faxes')
  const fax = useQuery(questions.faxes(contract.id)).data?.find((one) => one.id === id)
  if (!fax) return null
  return (
    <Page title={`${fax.no}　${fax.content}`} lead={`${fax.recipient.organisation}　${fax.recipient.name}　${fax.faxNo}`} back={{ to: '/faxes', label: t('toList') }}>
      <FaxSteps now={stepAt(fax)} />
      <Now fax={fax} />
      <Block title={t('facts')}><FaxFacts fax={fax} /></Block>
      <History of={[fax.id]} />
    </Page>
  )
}

function Now({ fax }: { fax: Fax }) {
  const { t } = useTranslation('faxes')
  const decline = <SayWhy key="decline" article="11(6)" mayNot={useWhyNot('faxes.decline')} words={{ begin: t('declineBegin'), title: t('declineTitle'), lead: t('sayWhy'), now: t('declineNow'), reason: t('reason') }} say={(reason) => desk.faxes.decline({ faxId: fax.id, reason })} />
  const withdraw = <SayWhy key="withdraw" article="11(6)" mayNot={useWhyNot('faxes.withdraw', fax.contractId)} words={{ begin: t('withdrawBegin'), title: t('withdrawTitle'), lead: t('sayWhy'), now: t('withdrawNow'), reason: t('reason') }} say={(reason) => desk.faxes.withdraw({ faxId: fax.id, reason })} />
  switch (fax.state) {
    case 'requested': return <><Approve fax={fax} /><div className="notice-line">{decline}{withdraw}</div></>
    case 'approved': return <><Send fax={fax} />{withdraw}</>
    case 'sent': case 'differs': return <Confirm fax={fax} />
    case 'confirmed': return <Notice look="good" title={t('confirmedNotice')} />
    case 'declined': return <Notice title={t('declinedNotice')} />
    case 'withdrawn': return <Notice title={t('withdrawnNotice')} />
  }
}

function FaxFacts({ fax: f }: { fax: Fax }) {
  const { t } = useTranslation('faxes')
  const name = usePersonName()
  return (
    <Facts wide of={[
      [t('to'), `${f.recipient.organisation}　${f.recipient.department}　${f.recipient.name}`], [t('faxNo'), f.faxNo], [t('content'), f.content], [t('cityRef'), f.exception.cityRef], [t('reason'), f.exception.reason],
      [t('requestedBy'), <>{name(f.requestedBy)}　<When at={f.requestedAt} /></>], [t('second'), name(f.exception.secondPerson)], [t('approvedBy'), f.approved && <>{name(f.approved.by)}　<When at={f.approved.at} /></>],
      f.sent ? [t('test'), <><When at={f.sent.testPageAt} />　{f.sent.testSeenBy}</>] : false, f.sent ? [t('called'), <><When at={f.sent.calledAt} />　{f.sent.calledTo}</>] : false,
      f.sent ? [t('sent'), <><When at={f.sent.at} />　{t('count', { count: f.sent.pages })}　{name(f.sent.by)}</>] : false, f.arrival ? [t('arrived'), <><When at={f.arrival.at} />　{t('count', { count: f.arrival.pages })}　{f.arrival.to}</>] : false,
    ]} />
  )
}
