import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { CancelledBanner } from '../cancellation/cancelled-banner.tsx'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { useOffice } from './in-hand.tsx'

/** For pages that are about one contract: without any, they say how to open one. */
export function WithContract({ title, children }: { title: string; children: (contract: ContractOfWork) => ReactNode }) {
  const { t } = useTranslation('frame')
  const { contract } = useOffice()
  const go = useNavigate()
  if (contract) return <><CancelledBanner contract={contract} />{children(contract)}</>
  return (
    <Page title={title}>
      <Empty title={t('noContractTitle')} article="1" action={<Button onClick={() => void go({ to: '/contracts/new' })}>{t('openContract')}</Button>}>{t('noContractLead')}</Empty>
    </Page>
  )
}
