import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Balance } from '../../core/settlement/settlement.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { sayDay } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { CloseContract } from './close-contract.tsx'
import { HandBacks } from './hand-backs.tsx'
import { ItemsSettled } from './items-settled.tsx'
import { StillOpen } from './still-open.tsx'
import { Sums } from './sums.tsx'
import './settlement.css'

/** 精算 (Art. 15①): what came in, how it ended, what is left, and the end of the work. */
export function SettlementPage() {
  const { t } = useTranslation('settlement')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('settlement')
  const go = useNavigate()
  const question = useQuery(questions.balance(contract.id))
  const give = <ActButton unless={[useWhyNot('settlement.returnItems')]} onClick={() => void go({ to: '/settlement/give' })}>{t('give')}</ActButton>
  const toReceive = <Button onClick={() => void go({ to: '/receive' })}>{t('toReceive')}</Button>
  const hasAny = question.data !== undefined && (question.data.receipts.length > 0 || question.data.openCount > 0)
  return (
    <Page title={t('title')} lead={t('lead')} action={hasAny && contract.state === 'active' && question.data.total.remaining > 0 && give}>
      <Asked of={question}>{(balance) => (hasAny ? <Whole contract={contract} balance={balance} /> : <Empty title={t('empty')} article="15①" action={toReceive}>{t('emptyLead')}</Empty>)}</Asked>
    </Page>
  )
}

function Whole({ contract, balance }: { contract: ContractOfWork; balance: Balance }) {
  const { t } = useTranslation('settlement')
  const language = useLanguage()
  const go = useNavigate()
  return (
    <>
      {contract.closed && (
        <Notice look="good" title={t('closed')}>
          <p>{t('closedLead', { until: sayDay(contract.closed.retainUntil, language) })}</p>
          <div className="acts"><Button variant="default" onClick={() => void go({ to: '/documents/new' })}>{t('toDocuments')}</Button></div>
        </Notice>
      )}
      <Sums balance={balance} />
      {!contract.closed && <StillOpen contract={contract} balance={balance} />}
      <Block title={t('items')}><ItemsSettled balance={balance} /></Block>
      <HandBacks contract={contract} />
      {!contract.closed && <CloseContract contract={contract} openCount={balance.openCount} />}
    </>
  )
}
