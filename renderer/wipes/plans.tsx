import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { DisposalPlan } from '../../core/wipes/plan.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { ToSettlement } from '../settlement/to-settlement.tsx'

const looks: Record<DisposalPlan['state'], StatusLook> = { decided: 'busy', submitted: 'busy', confirmed: 'busy', done: 'good', withdrawn: 'calm' }
const isOpen = ({ state }: DisposalPlan): boolean => state !== 'done' && state !== 'withdrawn'

/** 消去・廃棄 (Art. 15): every plan, and how far each has come. */
export function Plans() {
  const { t } = useTranslation('wipes')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('wipes')
  const go = useNavigate()
  const question = useQuery(questions.plans(contract.id))
  const begin = <ActButton unless={[useWhyNot('disposals.plan')]} onClick={() => void go({ to: '/wipe/new' })}>{t('begin')}</ActButton>
  const columns: Column<DisposalPlan>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (p) => <span className="strong">{p.no}</span>, text: (p) => p.no },
    { key: 'targets', head: t('targets'), cell: (p) => <>{p.targets[0]?.medium ?? p.targets[0]?.mediaName}　{p.targets[0]?.information}{p.targets.length > 1 && <><br /><span className="small soft">{t('more', { count: p.targets.length - 1 })}</span></>}</>, text: (p) => p.targets.map((one) => `${one.medium ?? ''} ${one.information}`).join(' ') },
    { key: 'on', whole: true, head: t('plannedOn'), cell: (p) => <OnDay day={p.plannedOn} />, text: (p) => p.plannedOn },
    { key: 'notice', whole: true, head: t('notice'), cell: (p) => t(p.submittedAt !== null ? 'noticeIn' : p.noticeRequested ? 'noticeWanted' : 'noticeNone') },
    { key: 'state', whole: true, head: t('state'), cell: (p) => <Status look={looks[p.state]}>{t(`states.${p.state}`)}</Status>, text: (p) => t(`states.${p.state}`) },
    { key: 'open', whole: true, head: t('next'), cell: (p) => <Button variant={isOpen(p) ? 'default' : 'subtle'} aria-label={t('openNamed', { no: p.no })} onClick={() => void go({ to: '/wipe/$id', params: { id: p.id } })}>{t('open')}</Button> },
  ]
  const chips: Chip<DisposalPlan>[] = [{ key: 'open', label: t('chips.open'), test: isOpen }, { key: 'done', label: t('chips.done'), test: (p) => !isOpen(p) }]
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && question.data.length > 0 && begin}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="15②" action={begin}>{t('emptyLead')}</Empty>
          : <Table name={t('table')} rows={list.toReversed()} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} />)}
      </Asked>
      <ToSettlement contract={contract} />
    </Page>
  )
}
