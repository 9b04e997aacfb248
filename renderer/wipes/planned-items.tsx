import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { ChooseEntrusted } from '../settlement/choose-entrusted.tsx'
import type { Line } from './plan-line.tsx'
import '../settlement/settlement.css'

/** Which entrusted items a line is about: of the vault what it still holds, of anything else what it held. The certificate names their receipts. */
export function PlannedItems({ contract, line, onChange }: { contract: ContractOfWork; line: Line; onChange: (by: Partial<Line>) => void }) {
  const { t } = useTranslation('wipesOtherwise')
  const balance = useQuery(questions.balance(contract.id)).data
  if (!balance) return null
  return (
    <div className="wide" role="group" aria-label={t('plannedItems')}>
      <p className="strong">{t('plannedItems')}</p>
      <p className="small soft">{t(line.kind === 'vault' ? 'vaultWhy' : 'plannedItemsWhy')}</p>
      <ChooseEntrusted balance={balance} wanted={({ left }) => line.kind !== 'vault' || left.includes('not-ended') || left.includes('in-vault')} none={t('plannedItemsNone')} chosen={line.itemIds} onChange={(itemIds) => onChange({ itemIds })} />
    </div>
  )
}
