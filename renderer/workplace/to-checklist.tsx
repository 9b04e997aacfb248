import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'

/** From people, places and devices to what they are registered for: the start of work. */
export function ToChecklist({ contractId }: { contractId: ContractId }) {
  const { t } = useTranslation('workplace')
  const go = useNavigate()
  return <Button variant="default" onClick={() => void go({ to: '/contracts/$id/start', params: { id: contractId } })}>{t('checklist')}</Button>
}
