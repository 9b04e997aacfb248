import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { Cancellations } from '../cancellation/cancellations.tsx'
import { Corrections } from '../corrections/corrections.tsx'
import { useOffice } from '../frame/in-hand.tsx'
import { useId } from '../frame/use-id.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, OnDay } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { ToSettlement } from '../settlement/to-settlement.tsx'
import { useTerm } from '../words/terms.ts'
import { StartBlock } from '../workplace/start-block.tsx'
import { AddCertification } from './add-certification.tsx'
import { AgreedServices } from './agreed-services.tsx'
import { CounterpartKey } from './counterpart-key.tsx'
import { OrganisationBlock } from './organisation.tsx'
import { OwnKey } from './own-key.tsx'
import { Recipients } from './recipients.tsx'
import { Reporting } from './reporting.tsx'
import './contracts.css'

/** One contract: what it says, to whom one may send, by which services, and whose key is believed. */
export function Contract(): ReactNode {
  const id = useId()
  return (
    <Asked of={useQuery(questions.contracts)}>
      {(list) => list.filter((contract) => contract.id === id).map((contract) => <OneContract key={id} contract={contract} />)}
    </Asked>
  )
}

function OneContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('contracts')
  const { t: parts } = useTranslation('parts')
  const { t: audits } = useTranslation('audits')
  const { t: consultations } = useTranslation('consultations')
  const { t: reports } = useTranslation('reports')
  const { t: settlement } = useTranslation('settlement')
  const { t: workplace } = useTranslation('workplace')
  const term = useTerm()
  const { organisation, takeUp } = useOffice()
  const go = useNavigate()
  const { city } = contract
  const { data: editions } = useQuery(questions.specifications(contract.id))
  const specification = editions?.versions.find(({ version }) => version === editions.inForce) ?? { ...contract.specification, effectiveOn: contract.specification.agreedOn }
  return (
    <Page title={contract.title} lead={contract.contractNo} back={{ to: '/contracts', label: t('toList') }}>
      <Facts wide of={[
        [t('city'), `${city.name}　${city.section}　${city.officerTitle} ${city.officer}`],
        [t('addressee'), city.addressee],
        [t('securityManager'), city.securityManager],
        [t('contractor'), contract.contractor],
        [t('period'), <span key="period"><OnDay day={contract.periodFrom} />〜<OnDay day={contract.periodTo} /></span>],
        [t('importanceClass'), term(contract.importanceClass)],
        [t('isSystemOps'), parts(contract.isSystemOpsContract ? 'yes' : 'no')],
        [t('groupSpec'), <span key="spec">{specification.title}　{specification.version}（<OnDay day={specification.effectiveOn} />）<br /><span className="small soft">{specification.fileName}　<Hash of={specification.sha256} /></span></span>],
        [t('retention'), t('years', { years: contract.retentionYears })],
      ]} />
      <div className="acts"><ActButton variant="default" onClick={() => void go({ to: '/contracts/$id/specification', params: { id: contract.id } })}>{t('specOpen')}</ActButton>{organisation.kind === 'contractor' && <ActButton variant="subtle" onClick={() => void go({ to: '/consultations' })}>{consultations('title')}</ActButton>}{organisation.kind === 'contractor' && <ActButton variant="subtle" onClick={() => { takeUp(contract.id); void go({ to: '/audits' }) }}>{audits('title')}</ActButton>}</div>
      <Corrections kind="contract" id={contract.id} />
      {organisation.kind === 'contractor' && contract.state === 'active' && <Block title={workplace('blockTitle')}><StartBlock contract={contract} /></Block>}
      {organisation.kind === 'contractor' && <Cancellations contract={contract} />}
      {organisation.kind === 'contractor' && <Block title={t('posts')} lead={t('postsLead')}><OrganisationBlock contract={contract} /></Block>}
      <Block title={t('keyTitle')} lead={t('keyLead')}><CounterpartKey contract={contract} /></Block>
      {organisation.kind === 'contractor' && (
        <>
          <Block title={settlement('title')} lead={settlement('lead')}><ToSettlement contract={contract} /></Block>
          <Block title={t('recipients')} lead={t('recipientsLead')}><Recipients contract={contract} /></Block>
          <Block title={t('groupCert')} lead={t('certLead')}><AddCertification contract={contract} /></Block>
          <Block title={reports('title')} lead={reports('lead')}><Reporting contract={contract} /></Block>
          <Block title={t('services')} lead={t('servicesLead')}><AgreedServices contract={contract} /></Block>
        </>
      )}
      <Block title={t('ownKey')} lead={t('ownKeyLead')}><OwnKey /></Block>
    </Page>
  )
}
