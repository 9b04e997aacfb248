import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { CancelledMark } from '../cancellation/cancelled-mark.tsx'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { useTerm } from '../words/terms.ts'
import './contracts.css'

export function Contracts() {
  const { t } = useTranslation('contracts')
  const go = useNavigate()
  const question = useQuery(questions.contracts)
  const open = <ActButton unless={[useWhyNot('contracts.open')]} onClick={() => void go({ to: '/contracts/new' })}>{t('open')}</ActButton>
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && question.data.length > 0 && open}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="1" action={open}>{t('emptyLead')}</Empty>
          : <ul className="contract-list">{list.map((contract) => <li key={contract.id}><OneContract contract={contract} /></li>)}</ul>)}
      </Asked>
    </Page>
  )
}

function OneContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('contracts')
  const term = useTerm()
  const { organisation } = useOffice()
  return (
    <article className="contract-one">
      <div>
        <p className="soft">{contract.contractNo}</p>
        <h2><Link to="/contracts/$id" params={{ id: contract.id }}>{contract.title}</Link></h2>
        <p>{contract.city.name}　{contract.city.section}</p>
        <p className="small soft"><OnDay day={contract.periodFrom} />〜<OnDay day={contract.periodTo} />　{term(contract.importanceClass)}</p>
      </div>
      <div className="contract-states">
        <Status look={contract.state === 'active' ? 'good' : 'calm'}>{t(contract.state)}</Status>
        {organisation.kind === 'contractor' && <CancelledMark contract={contract} />}
        <Status look={contract.counterpartKey ? 'good' : 'warn'}>{t('key')} {t(contract.counterpartKey ? 'keyYes' : 'keyNo')}</Status>
      </div>
    </article>
  )
}

