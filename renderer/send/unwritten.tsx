import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Package } from '../../core/packages/package.ts'
import { questions } from '../asking/questions.ts'
import { Notice } from '../parts/notice.tsx'
import { Copied, type CopiedDraft } from './copied.tsx'

/** Packages that are to travel on a medium and were not written to it by the desk. */
export function useUnwritten(contract: ContractOfWork, packages: readonly string[], medium: string | null): Package[] {
  const writings = useQuery(questions.writings(contract.id)).data
  const known = useQuery(questions.packages(contract.id)).data ?? []
  if (!writings || medium === null) return []
  return known.filter(({ id }) => packages.includes(id) && !writings.some((one) => one.packageId === id && one.medium === medium && one.state === 'written'))
}

/** Says which they are, and leads to where they are written; or two people vouch for the medium. */
export function Unwritten({ unwritten, medium, copied, onChange }: { unwritten: readonly Package[]; medium: string | null; copied: CopiedDraft | null; onChange: (copied: CopiedDraft | null) => void }) {
  const { t } = useTranslation('send')
  const [first] = unwritten
  if (!first || medium === null) return null
  return (
    <div className="wide">
      <Notice look="warning" title={t('unwritten', { nos: unwritten.map(({ no }) => no).join('、'), medium })}>
        <p>{t('unwrittenWhy')}</p>
        <Link className="way-on" to="/pack" search={{ open: first.id, medium }}>{t('toWriting')}</Link>
      </Notice>
      <Copied value={copied} onChange={onChange} />
    </div>
  )
}
