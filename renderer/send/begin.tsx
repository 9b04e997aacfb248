import { Button } from '@mantine/core'
import { IconChevronRight, IconMail, IconPhoneOff, IconTruckDelivery } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { PackSteps } from '../pack/pack-steps.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
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
          <li><Fax contract={contract} /></li>
        </ul>
      )}
      {way === 'parcel' && <DraftParcel contract={contract} given={given} />}
      {way === 'mail' && <DraftMail contract={contract} given={given} />}
    </Page>
  )
}

/** Art. 11(6). The desk is asked all the same: its answer, not ours, is what one reads. */
function Fax({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('send')
  const fax = useCommand(desk.mailings.fax)
  return (
    <div className="way-not">
      <IconPhoneOff size={36} stroke={1.5} aria-hidden />
      <span>
        <b>{t('howFax')}</b>
        <span className="notice-line"><span>{t('howFaxWhy')}</span><ArticleChip article="11(6)" /></span>
        <Trouble of={fax.error} />
      </span>
      <Button variant="default" onClick={() => fax.run({ contractId: contract.id, to: contract.city.name, reason: '' })}>{t('howFax')}</Button>
    </div>
  )
}
