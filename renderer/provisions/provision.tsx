import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Provision } from '../../core/provisions/provision.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { useTakeUp } from '../frame/take-up.ts'
import { useId } from '../frame/use-id.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { SayWhy } from '../parts/say-why.tsx'
import { usePersonName } from '../people/person-name.ts'
import { sayNumber } from '../words/figures.ts'
import { Consent, ProvideTask } from './provision-acts.tsx'
import { ProvisionSteps, stepAt } from './provision-steps.tsx'

/** One provision at the step it has reached. */
export function ProvisionPage(): ReactNode {
  const { t } = useTranslation('provisions')
  const id = useId()
  useTakeUp('provisions', id)
  return <WithContract title={t('title')}>{(contract) => <Found key={id} contract={contract} id={id} />}</WithContract>
}

function Found({ contract, id }: { contract: ContractOfWork; id: string }) {
  const { t } = useTranslation('provisions')
  const one = useQuery(questions.provisions(contract.id)).data?.find((provision) => provision.id === id)
  if (!one) return null
  return (
    <Page title={`${one.no}　${one.organisation}`} lead={one.purpose} back={{ to: '/provisions', label: t('toList') }}>
      <ProvisionSteps now={stepAt(one)} />
      <Now provision={one} />
      <Block title={t('facts')}><ProvisionFacts provision={one} /></Block>
      <History of={[one.id]} />
    </Page>
  )
}

function Now({ provision: one }: { provision: Provision }) {
  const { t } = useTranslation('provisions')
  const refuse = <SayWhy key="refuse" article="13" mayNot={useWhyNot('provisions.refuse')} words={{ begin: t('refuseBegin'), title: t('refuseTitle'), lead: t('sayWhy'), now: t('refuseNow'), reason: t('cityRef') }} say={(cityRef) => desk.provisions.refuse({ provisionId: one.id, cityRef })} />
  const withdraw = <SayWhy key="withdraw" article="13" mayNot={useWhyNot('provisions.withdraw', one.contractId)} words={{ begin: t('withdrawBegin'), title: t('withdrawTitle'), lead: t('sayWhy'), now: t('withdrawNow'), reason: t('reason') }} say={(reason) => desk.provisions.withdraw({ provisionId: one.id, reason })} />
  switch (one.state) {
    case 'applied': return <><Consent provision={one} /><div className="notice-line">{refuse}{withdraw}</div></>
    case 'consented': return <><ProvideTask provision={one} />{withdraw}</>
    case 'provided': return <Notice look="good" title={t('providedNotice')} />
    case 'refused': return <Notice look="refused" title={t('refusedNotice')} />
    case 'withdrawn': return <Notice title={t('withdrawnNotice')} />
  }
}

function ProvisionFacts({ provision: p }: { provision: Provision }) {
  const { t } = useTranslation('provisions')
  const name = usePersonName()
  return (
    <Facts wide of={[
      [t('to'), `${p.organisation}　${p.recipient}`], [t('address'), p.address], [t('purpose'), p.purpose], [t('information'), p.information], [t('count'), sayNumber(p.count)], [t('appliedBy'), <>{name(p.appliedBy)}　<When at={p.appliedAt} /></>],
      [t('consent'), p.consent && <>{p.consent.exception.cityRef}　<OnDay day={p.consent.on} />　{p.consent.exception.reason}<br />{t('second')}：{name(p.consent.exception.secondPerson)}</>],
      p.provided ? [t('provided'), <><OnDay day={p.provided.on} />　{p.provided.means}{p.provided.sentBy && `　${p.provided.sentBy.no}`}　{name(p.provided.by)}</>] : false,
    ]} />
  )
}
