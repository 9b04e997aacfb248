import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { carrierPages } from '../../core/mailings/carriers.ts'
import type { Mailing } from '../../core/mailings/mailing.ts'
import { printTracking } from '../../core/mailings/tracking.ts'
import { desk } from '../desk.ts'
import { PackSteps } from '../pack/pack-steps.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { usePersonName } from '../people/person-name.ts'
import { shell } from '../shell.ts'
import { useTerm } from '../words/terms.ts'
import { AtTime } from './at-time.tsx'
import { ConfirmBySecond } from './confirm-by-second.tsx'
import { Dispatch } from './dispatch.tsx'
import { useKeysToTell } from './keys-to-tell.ts'
import { useNumberWarning } from './number-warning.ts'
import { TellKey } from './tell-key.tsx'
import { Withdraw } from './withdraw.tsx'
import { WaySteps } from './way-steps.tsx'

/** A parcel from its draft to its arrival, one task at a time. */
export function OneParcel({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const { recipient } = parcel
  const hasKey = useKeysToTell(parcel.contractId, parcel.packages)
  const keyOpen = hasKey && parcel.keyTold === null
  const complete = parcel.state === 'arrived' && !keyOpen
  const person = `${recipient.department} ${recipient.name}`.trim()
  return (
    <Page title={`${parcel.no}　${parcel.content}`} lead={`${recipient.organisation} ${person} 様　${parcel.carrier} ${parcel.service}`} back={{ to: '/send', label: t('toList') }}>
      <PackSteps now="record" done={complete} />
      <WaySteps name={t('steps')} steps={[
        [t('parcel.checked'), parcel.shinten !== null], [t('parcel.dispatched'), parcel.dispatchedAt !== null],
        ...(hasKey ? [[t('parcel.key'), parcel.keyTold !== null] as const] : []), [t('parcel.arrived'), parcel.arrivedAt !== null],
      ]} />
      {parcel.state === 'drafted' && <ConfirmBySecond title={t('shintenTitle')} lead={t('shintenLead')} act={t('shintenNow')} article="11(4)" confirm={(checker) => desk.mailings.confirmShinten({ mailingId: parcel.id, checker })} />}
      {parcel.state === 'checked' && <Dispatch parcel={parcel} />}
      {(parcel.state === 'dispatched' || parcel.state === 'arrived') && keyOpen && <TellKey id={parcel.id} first={recipient.name} tell={desk.mailings.tellKey} />}
      {parcel.state === 'dispatched' && (
        <AtTime second={keyOpen} title={t('arriveTitle')} lead={t('arriveLead')} act={t('arriveNow')} article="11(4)" time={t('arrivedAt')} who={{ label: t('arrivedTo'), first: recipient.name }} record={(at, to) => desk.mailings.arrive({ mailingId: parcel.id, at, to })}>
          <Track parcel={parcel} />
        </AtTime>
      )}
      {parcel.state === 'dispatched' && <AtTime second title={t('returnedTitle')} lead={t('returnedLead')} act={t('returnedNow')} article="11(4)" time={t('returnedAt')} record={(at) => desk.mailings.returned({ mailingId: parcel.id, at })} />}
      {(parcel.state === 'drafted' || parcel.state === 'checked') && <Withdraw withdraw={(reason) => desk.mailings.withdraw({ mailingId: parcel.id, reason })} />}
      {parcel.state === 'withdrawn' && <Notice title={t('wasWithdrawn')} />}
      {parcel.state === 'returned' && <Notice look="warning" title={t('wasReturned')} />}
      {complete && <Notice look="good" title={t('done')}>{t('doneLead')}</Notice>}
      <Block title={t('facts')}><ParcelFacts parcel={parcel} /></Block>
      <History of={[parcel.id]} />
    </Page>
  )
}

function Track({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const page = carrierPages[parcel.carrier]
  const { trackingNo } = parcel
  if (page === undefined || trackingNo === null) return null
  return (
    <p className="notice-line lifted">
      <Button variant="default" leftSection={<IconExternalLink size={20} aria-hidden />} onClick={() => void shell.openExternal(page.replace('{n}', encodeURIComponent(trackingNo.replace(/[^0-9A-Za-z]/g, ''))))}>{t('track')}</Button>
      <span className="small soft">{t('trackWhy')}</span>
    </p>
  )
}

function ParcelFacts({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const term = useTerm()
  const name = usePersonName()
  const hasKey = useKeysToTell(parcel.contractId, parcel.packages)
  const sayWarning = useNumberWarning()
  const { recipient, keyTold } = parcel
  return (
    <Facts wide of={[
      [t('to'), <span key="to">{recipient.organisation}　{recipient.department}　{recipient.title} {recipient.name} 様<br /><span className="small soft">〒{recipient.postalCode} {recipient.address}</span></span>],
      [t('contentKind'), t(parcel.contentKind)], [t('quantity'), parcel.quantity], parcel.medium !== null && [t('mediumNo'), parcel.medium], parcel.documentNos.length > 0 && [t('documentNos'), parcel.documentNos.join('、')],
      [t('service'), `${parcel.carrier} ${parcel.service}`], [t('sealNo'), parcel.sealNo], [t('trackingNo'), parcel.trackingNo && <span key="no" className="code">{printTracking(parcel.trackingNo)}</span>],
      parcel.trackingWarnings.length > 0 && [t('warnings'), parcel.trackingWarnings.map(sayWarning).join(' ')],
      [t('packedBy'), <span key="packed">{name(parcel.packedBy)}　<When at={parcel.packedAt} /></span>],
      [t('shintenBy'), parcel.shinten && <span key="s">{name(parcel.shinten.checkedBy)}　<When at={parcel.shinten.at} /></span>],
      [t('dispatchedAt'), parcel.dispatchedAt && <When key="d" at={parcel.dispatchedAt} />],
      parcel.contentWarnings.length > 0 && [t('unwrittenThen'), parcel.contentWarnings.join('、')],
      parcel.packages.length > 0 && [t('parcel.key'), hasKey ? keyTold && <span key="k">{term(keyTold.channel)}　{keyTold.to}　<When at={keyTold.at} /></span> : t('keyInLetter')],
      [t('arrivedAt'), parcel.arrivedAt && <span key="a"><When at={parcel.arrivedAt} />　{parcel.arrivedTo}</span>],
    ]} />
  )
}
