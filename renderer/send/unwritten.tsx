import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { Notice } from '../parts/notice.tsx'

/** Packages that are to travel on a medium and were not written to it by the desk: says so, and leads to where it is done. */
export function Unwritten({ contract, packages, medium }: { contract: ContractOfWork; packages: readonly string[]; medium: string | null }) {
  const { t } = useTranslation('send')
  const writings = useQuery(questions.writings(contract.id)).data
  const known = useQuery(questions.packages(contract.id)).data ?? []
  if (!writings || medium === null) return null
  const unwritten = known.filter(({ id }) => packages.includes(id) && !writings.some((one) => one.packageId === id && one.medium === medium && one.state === 'written'))
  const [first] = unwritten
  if (!first) return null
  return (
    <div className="wide">
      <Notice look="warning" title={t('unwritten', { nos: unwritten.map(({ no }) => no).join('、'), medium })}>
        <p>{t('unwrittenWhy')}</p>
        <Link className="way-on" to="/pack" search={{ open: first.id, medium }}>{t('toWriting')}</Link>
      </Notice>
    </div>
  )
}
