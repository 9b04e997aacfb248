import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { stoppedFrom } from '../../core/cancellation/rules.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { thisMinute } from '../parts/day-field.tsx'
import { Status } from '../parts/status.tsx'

/** The word 解除 that a contract bears, while it is given back and for ever after. */
export function CancelledMark({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cancellations')
  const standing = (useQuery(questions.cancellations(contract.id)).data ?? []).filter(({ withdrawn }) => withdrawn === null)
  const one = standing.find(({ scope }) => scope.of === 'whole') ?? standing[0]
  if (!one) return null
  const ahead = stoppedFrom(one) > thisMinute()
  return <Status look={contract.state === 'closed' ? 'calm' : 'warn'}>{t(ahead && contract.state !== 'closed' ? 'aheadWord' : one.scope.of === 'whole' ? 'word' : 'partWord')}</Status>
}
