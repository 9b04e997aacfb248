import { Radio } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'

/** Someone of the contract's list. */
export function ChooseRecipient({ contract, value, onChange }: { contract: ContractOfWork; value: string | null; onChange: (name: string) => void }) {
  const { t } = useTranslation('send')
  if (contract.recipients.length === 0) return <p><span className="soft">{t('recipientsNone')}</span> <Link to="/contracts/$id" params={{ id: contract.id }}>{t('toContract')}</Link></p>
  return (
    <Radio.Group value={value} onChange={onChange} aria-label={t('recipient')}>
      {contract.recipients.map((one) => <Radio key={`${one.organisation} ${one.name}`} value={one.name} label={`${one.organisation} ${one.department} ${one.title} ${one.name} 様`} description={[one.postalCode && `〒${one.postalCode}`, one.address].filter(Boolean).join(' ')} />)}
    </Radio.Group>
  )
}
