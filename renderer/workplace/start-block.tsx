import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { When } from '../parts/figures.tsx'
import { Status } from '../parts/status.tsx'

/** Whether work on the contract has started, and the way to its checklist. */
export function StartBlock({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('workplace')
  const go = useNavigate()
  const toList = <div className="acts"><ActButton variant={contract.startedAt === null ? 'filled' : 'default'} onClick={() => void go({ to: '/contracts/$id/start', params: { id: contract.id } })}>{t('checklist')}</ActButton></div>
  return (
    <Asked of={useQuery(questions.readiness(contract.id))}>
      {({ lines }) => {
        const count = lines.filter(({ objections }) => objections.length > 0).length
        if (contract.startedAt !== null) return <><p><Status look="good">{t('begun')}</Status>　<When at={contract.startedAt} /></p>{toList}</>
        return <><p><Status look="warn">{count === 0 ? t('blockReady') : t('blockOpen', { count })}</Status></p>{toList}</>
      }}
    </Asked>
  )
}
