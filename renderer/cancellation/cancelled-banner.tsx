import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { stoppedFrom } from '../../core/cancellation/rules.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { useOffice } from '../frame/in-hand.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { Notice } from '../parts/notice.tsx'

/** Above every page about a contract that was cancelled (Art. 19): said before anything is filled in, with the way to the notice. */
export function CancelledBanner({ contract: { id, state } }: { contract: ContractOfWork }) {
  const { t } = useTranslation('cancellations')
  const { organisation } = useOffice()
  const isActive = organisation.kind === 'contractor' && state === 'active'
  const standing = (useQuery({ ...questions.cancellations(id), enabled: isActive }).data ?? []).filter((one) => one.withdrawn === null && stoppedFrom(one) <= thisMinute())
  const one = standing.find(({ scope }) => scope.of === 'whole') ?? standing[0]
  if (!isActive || !one) return null
  return <div className="cancelled-banner no-print"><Notice look="warning">{one.scope.of === 'whole' ? t('banner') : t('bannerPart', { part: one.scope.what })}　<Link className="way-on" to="/contracts/$id" params={{ id }}>{t('bannerLook')}</Link></Notice></div>
}
