import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { useOffice } from '../frame/in-hand.tsx'

/** The way from a contract to its settlement; the contract is taken up on the way. */
export function ToSettlement({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('settlement')
  const { takeUp } = useOffice()
  const go = useNavigate()
  return <div className="acts"><Button variant="default" onClick={() => { takeUp(contract.id); void go({ to: '/settlement' }) }}>{t('toSettlement')}</Button></div>
}
