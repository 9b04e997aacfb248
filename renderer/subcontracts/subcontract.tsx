import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import { questions } from '../asking/questions.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { useTakeUp } from '../frame/take-up.ts'
import { useId } from '../frame/use-id.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, OnDay } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { SayWhy } from '../parts/say-why.tsx'
import { Status } from '../parts/status.tsx'
import { Apply, Revise } from './apply.tsx'
import { Decide } from './decide.tsx'
import { Inspect } from './inspect.tsx'
import { SubcontractSteps, stepAt } from './subcontract-steps.tsx'
import { Agree, End, Start } from './under-approval.tsx'
import './subcontracts.css'

/** One subcontract at the step it has reached. */
export function SubcontractPage(): ReactNode {
  const { t } = useTranslation('subcontracts')
  const id = useId()
  useTakeUp('subcontracts', id)
  return <WithContract title={t('title')}>{(contract) => <Found key={id} contract={contract} id={id} />}</WithContract>
}

function Found({ contract, id }: { contract: ContractOfWork; id: string }) {
  const list = useQuery(questions.subcontracts(contract.id)).data
  const one = list?.find((subcontract) => subcontract.id === id)
  return one ? <One of={one} parent={list?.find((each) => each.id === one.parentId)} /> : null
}

function One({ of: one, parent }: { of: Subcontract; parent: Subcontract | undefined }) {
  const { t } = useTranslation('subcontracts')
  return (
    <Page title={`${one.no}　${one.company}`} lead={one.tasks} back={{ to: '/subcontracts', label: t('toList') }}>
      <SubcontractSteps now={stepAt(one)} />
      <Now of={one} />
      {one.decision && one.decision.outcome !== '不承認' && <Inspections of={one} />}
      <Block title={t('facts')}><SubcontractFacts of={one} parent={parent} /></Block>
      <History of={[one.id]} />
    </Page>
  )
}

function Now({ of: one }: { of: Subcontract }) {
  const { t } = useTranslation('subcontracts')
  const withdraw = <SayWhy key="withdraw" article="9②" mayNot={useWhyNot('subcontracts.withdraw', one.contractId)} words={{ begin: t('withdrawBegin'), title: t('withdrawTitle'), lead: t('withdrawLead'), now: t('withdrawNow'), reason: t('whyNot') }} say={(reason) => desk.subcontracts.withdraw({ subcontractId: one.id, reason })} />
  const inspect = <Folded key="inspect" label={t('inspectBegin')}>{(close) => <Inspect of={one} close={close} second />}</Folded>
  switch (one.state) {
    case 'drafted': return <><Apply of={one} /><Revise of={one} />{withdraw}</>
    case 'applied': return <><Decide of={one} />{withdraw}</>
    case 'approved': return <><Agree of={one} />{inspect}<End of={one} /></>
    case 'contracted': return <><Start of={one} />{inspect}<End of={one} /></>
    case 'working': return <><Inspect key={one.inspections.length} of={one} /><End of={one} /></>
    case 'refused': return <Notice look="refused" title={t('refusedNotice')}>{t('refusedLead')}</Notice>
    case 'ended': return <Notice look="good" title={t('endedNotice')} />
    case 'withdrawn': return <Notice title={t('withdrawnNotice')} />
  }
}

function Inspections({ of: { inspections } }: { of: Subcontract }) {
  const { t } = useTranslation('subcontracts')
  return (
    <Block title={t('inspections')}>
      {inspections.length === 0 && <p className="soft">{t('inspectionNone')}</p>}
      {inspections.toReversed().map((one) => (
        <div key={one.no} className="inspection">
          <p><span className="strong">{t('nth', { no: one.no })}</span>　<OnDay day={one.on} />　{t(`methods.${one.method}`)}　{one.inspector}　<span className="small soft">{t('nextOn')}：<OnDay day={one.nextOn} /></span></p>
          {one.items.map(({ item, result, remark }, index) => <p key={index} className="notice-line"><Status look={result === '適' ? 'good' : 'warn'}>{t(`results.${result}`)}</Status><span>{item}{remark !== '' && `　${remark}`}</span></p>)}
          {one.corrective !== '' && <p className="small">{t('corrective')}：{one.corrective}</p>}
        </div>
      ))}
    </Block>
  )
}

function SubcontractFacts({ of: s, parent }: { of: Subcontract; parent: Subcontract | undefined }) {
  const { t } = useTranslation('subcontracts')
  const conditions = s.decision?.conditions.map(({ kind, text }) => (kind === 'その他' ? text : t(`conditionKinds.${kind}`))).join('、') ?? ''
  const name = (label: string): string => label.replace(/[＊*]$/, '')
  return (
    <Facts wide of={[
      [name(t('companyName')), s.company], [t('address'), s.address], [t('representative'), s.representative], [t('contact'), s.contact], [t('certifications'), s.certifications], parent ? [t('parentOf'), `${parent.no}　${parent.company}`] : false,
      [name(t('reason')), s.reason], [name(t('tasksOf')), s.tasks], [name(t('information')), s.information], [name(t('safety')), s.safety], [name(t('supervision')), s.supervision],
      [t('period'), s.periodFrom || s.periodTo ? <>{s.periodFrom && <OnDay day={s.periodFrom} />}〜{s.periodTo && <OnDay day={s.periodTo} />}</> : t('wholePeriod')],
      [t('docNo'), s.docNo], [t('appliedOn'), s.appliedOn && <OnDay key="applied" day={s.appliedOn} />],
      [t('decision'), s.decision && <>{t(`outcomes.${s.decision.outcome}`)}　{s.decision.cityRef}　<OnDay day={s.decision.on} />{conditions !== '' && <><br />{conditions}</>}</>],
      [t('agreement'), s.agreement && <>{s.agreement.fileName}　<OnDay day={s.agreement.signedOn} />　<Hash of={s.agreement.sha256} />{s.agreement.clauses.map((clause) => <span key={clause}><br />{clause}</span>)}</>],
      s.startedOn ? [t('started'), <OnDay key="start" day={s.startedOn} />] : false,
      s.ended ? [t('ended'), <><OnDay day={s.ended.on} />　{s.ended.erasedHow}（<OnDay day={s.ended.erasedOn} />　{s.ended.confirmedBy}）{s.ended.evidence}</>] : false,
    ]} />
  )
}
