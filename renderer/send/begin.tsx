import { Button } from '@mantine/core'
import { IconChevronRight, IconMail, IconPhoneOff, IconTruckDelivery } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { PackSteps } from '../pack/pack-steps.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Page } from '../parts/page.tsx'
import { DraftMail } from './draft-mail.tsx'
import { DraftParcel } from './draft-parcel.tsx'
import './send.css'

/** 送り方: by parcel, by e-mail, and why not by fax. */
export function BeginSending(): ReactNode {
  const { t } = useTranslation('send')
  return <WithContract title={t('begin')}>{(contract) => <Ways key={contract.id} contract={contract} />}</WithContract>
}

function Ways({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('send')
  const { package: packageId } = useSearch({ from: '/send/new' })
  const [way, take] = useState<'parcel' | 'mail' | null>(null)
  const given = packageId ?? null
  return (
    <Page title={t(way === 'parcel' ? 'howParcel' : way === 'mail' ? 'howMail' : 'howTitle')} back={{ to: '/send', label: t('toList') }}>
      <PackSteps now="how" />
      {way === null && (
        <ul className="ways">
          <li><button type="button" onClick={() => take('parcel')}><IconTruckDelivery size={36} stroke={1.5} aria-hidden /><span><b>{t('howParcel')}</b><span>{t('howParcelWhy')}</span></span><IconChevronRight aria-hidden /></button></li>
          <li><button type="button" onClick={() => take('mail')}><IconMail size={36} stroke={1.5} aria-hidden /><span><b>{t('howMail')}</b><span>{t('howMailWhy')}</span></span><IconChevronRight aria-hidden /></button></li>
          <li><Fax /></li>
        </ul>
      )}
      {way === 'parcel' && <DraftParcel contract={contract} given={given} />}
      {way === 'mail' && <DraftMail contract={contract} given={given} />}
    </Page>
  )
}

/** Art. 11(6): no, but for an instruction of the city. Third parties (Art. 13) are asked for beside it. */
function Fax() {
  const { t } = useTranslation('send')
  const { t: third } = useTranslation('provisions')
  const go = useNavigate()
  return (
    <div className="way-not">
      <IconPhoneOff size={36} stroke={1.5} aria-hidden />
      <span>
        <b>{t('howFax')}</b>
        <span className="notice-line"><span>{t('howFaxWhy')}</span><ArticleChip article="11(6)" /></span>
      </span>
      <Button variant="default" onClick={() => void go({ to: '/faxes' })}>{t('faxInstructed')}</Button>
      <Button variant="subtle" onClick={() => void go({ to: '/provisions' })}>{third('title')}</Button>
    </div>
  )
}
