import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Copy, Made } from '../../core/copies/copy.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { useTakeUp } from '../frame/take-up.ts'
import { useId } from '../frame/use-id.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { useJob } from '../jobs/jobs.ts'
import { Facts } from '../parts/facts.tsx'
import { Hash, OnDay, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { SayWhy } from '../parts/say-why.tsx'
import { usePersonName } from '../people/person-name.ts'
import { sayNumber } from '../words/figures.ts'
import { Approve, End, Print } from './copy-acts.tsx'
import { CopySteps, stepAt } from './copy-steps.tsx'
import { Make } from './make.tsx'

/** One copy at the step it has reached. */
export function CopyPage(): ReactNode {
  const { t } = useTranslation('copies')
  const id = useId()
  useTakeUp('copies', id)
  return <WithContract title={t('title')}>{(contract) => <Found key={id} contract={contract} id={id} />}</WithContract>
}

function Found({ contract, id }: { contract: ContractOfWork; id: string }) {
  const one = useQuery(questions.copies(contract.id)).data?.find((copy) => copy.id === id)
  return one ? <One copy={one} /> : null
}

function One({ copy }: { copy: Copy }) {
  const { t } = useTranslation('copies')
  const go = useNavigate()
  return (
    <Page title={`${copy.no}　${copy.itemName}`} lead={copy.purpose} back={{ to: '/copies', label: t('toList') }}>
      <CopySteps now={stepAt(copy)} />
      <Now copy={copy} />
      <Block title={t('facts')} action={<Button variant="subtle" onClick={() => void go({ to: '/custody/$id', params: { id: copy.itemId } })}>{t('toChain')}</Button>}><CopyFacts copy={copy} /></Block>
      <History of={[copy.id]} />
    </Page>
  )
}

function Now({ copy }: { copy: Copy }) {
  const { t } = useTranslation('copies')
  const made = useJob<Made>(`copy ${copy.id}`)?.result
  const decline = <SayWhy key="decline" article="11(8)" mayNot={useWhyNot('copies.decline')} words={{ begin: t('declineBegin'), title: t('declineTitle'), lead: t('sayWhy'), now: t('declineNow'), reason: t('reason') }} say={(reason) => desk.copies.decline({ copyId: copy.id, reason })} />
  const withdraw = <SayWhy key="withdraw" article="11(8)" mayNot={useWhyNot('copies.withdraw', copy.contractId)} words={{ begin: t('withdrawBegin'), title: t('withdrawTitle'), lead: t('sayWhy'), now: t('withdrawNow'), reason: t('reason') }} say={(reason) => desk.copies.withdraw({ copyId: copy.id, reason })} />
  switch (copy.state) {
    case 'requested': return <><Approve copy={copy} /><div className="notice-line">{decline}{withdraw}</div></>
    case 'approved': case 'making': return <>{copy.kind === '印刷' ? <Print copy={copy} /> : <Make copy={copy} />}{copy.state === 'approved' && withdraw}</>
    case 'in use': return <>{made?.outcome === 'made' && <Notice look="good" title={t('made')}>{t('madeLead', { path: made.path })}</Notice>}<Notice look="plain" title={t('inUse')}>{t('inUseLead')} <OnDay day={copy.useUntil} /></Notice><End copy={copy} /></>
    case 'ended': return <Notice look="good" title={t('endedNotice')}>{copy.ended?.how}</Notice>
    case 'declined': return <Notice title={t('declinedNotice')} />
    case 'withdrawn': return <Notice title={t('withdrawnNotice')} />
  }
}

function CopyFacts({ copy: c }: { copy: Copy }) {
  const { t } = useTranslation('copies')
  const name = usePersonName()
  return (
    <Facts wide of={[
      [t('item'), c.itemName], [t('kind'), t(`kinds.${c.kind}`)], [t('purpose'), c.purpose], [t('place'), <>{c.place}{c.medium !== null && `　${c.medium}`}</>], [t('until'), <OnDay key="until" day={c.useUntil} />],
      [t('requestedBy'), <>{name(c.requestedBy)}　<When at={c.requestedAt} /></>], [t('approvedBy'), c.approved && <>{name(c.approved.by)}　<When at={c.approved.at} /></>], [t('madeBy'), c.made && <>{name(c.made.by)}　<When at={c.made.at} /></>],
      c.made?.path ? [t('file'), <span key="file" className="code">{c.made.path}</span>] : false, c.made?.path ? [t('hash'), <Hash key="hash" of={c.made.sha256} />] : false, c.made?.sheets ? [t('sheets'), sayNumber(c.made.sheets)] : false,
      c.ended ? [t('ended'), <><When at={c.ended.at} />　{c.ended.how}　{name(c.ended.by)}</>] : false, c.ended ? [t('proof'), c.ended.wipeId ?? t('proofNone')] : false,
    ]} />
  )
}
