import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { carrierPages, pageOf } from '../../core/mailings/carrier-pages.ts'
import type { Mailing } from '../../core/mailings/mailing.ts'
import { printTracking } from '../../core/mailings/tracking.ts'
import { MINUTE, type Instant } from '../../core/time.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { PackSteps } from '../pack/pack-steps.tsx'
import { Facts } from '../parts/facts.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { usePersonName } from '../people/person-name.ts'
import { shell } from '../shell.ts'
import { useTerm } from '../words/terms.ts'
import { AtTime } from './at-time.tsx'
import { questions } from '../asking/questions.ts'
import { ConfirmReceipt } from './confirm-receipt.tsx'
import { Dispatch } from './dispatch.tsx'
import { Inquire, ReportMissing } from './inquire.tsx'
import { useKeysToTell } from './keys-to-tell.ts'
import { useNumberWarning } from './number-warning.ts'
import { PackingCheck } from './packing-check.tsx'
import { PrintPapers } from './print-papers.tsx'
import { Slips } from './slips.tsx'
import { TellKey } from './tell-key.tsx'
import { Withdraw } from './withdraw.tsx'
import { WaySteps } from './way-steps.tsx'

/** A parcel from its draft to its arrival, one task at a time. */
export function OneParcel({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const { recipient } = parcel
  const mayNotWithdraw = useWhyNot('mailings.withdraw', parcel.contractId)
  const hasKey = useKeysToTell(parcel.contractId, parcel.packages)
  const keyOpen = hasKey && parcel.keyTold === null
  const complete = parcel.state === 'received' && !keyOpen
  const isOut = parcel.state === 'dispatched' || parcel.state === 'inquired' || parcel.state === 'missing'
  const hasLeft = parcel.dispatchedAt !== null
  const isLate = parcel.overdueSince !== null || parcel.state === 'inquired' || parcel.state === 'missing' || (parcel.expectedBy !== null && isOut && parcel.expectedBy <= thisMinute())
  const person = `${recipient.department} ${recipient.name}`.trim()
  return (
    <Page title={`${parcel.no}　${parcel.content}`} lead={`${recipient.organisation} ${person} 様　${parcel.carrier} ${parcel.service}`} back={{ to: '/send', label: t('toList') }}>
      <PackSteps now="record" done={complete} />
      <WaySteps name={t('steps')} steps={[
        [t('parcel.checked'), parcel.shinten !== null], [t('parcel.dispatched'), parcel.dispatchedAt !== null],
        ...(hasKey ? [[t('parcel.key'), parcel.keyTold !== null] as const] : []), [t('parcel.arrived'), parcel.arrivedAt !== null], [t('parcel.received'), parcel.cityReceipt !== null],
      ]} />
      {parcel.state === 'drafted' && <PackingCheck parcel={parcel} />}
      {parcel.state === 'checked' && <Dispatch parcel={parcel} />}
      {parcel.state === 'missing' && <Notice look="refused" title={t('isMissing')}>{parcel.missing?.circumstances}</Notice>}
      {isLate && parcel.state === 'dispatched' && <Notice look="warning" title={t('isLate')}>{t('isLateLead', { carrier: parcel.carrier })}</Notice>}
      {(isOut || parcel.state === 'arrived' || parcel.state === 'received') && keyOpen && <TellKey id={parcel.id} first={recipient.name} tell={desk.mailings.tellKey} />}
      {isLate && isOut && <Inquire parcel={parcel} calm={false} />}
      {isOut && (
        <AtTime second={keyOpen || isLate} title={t('arriveTitle')} lead={t('arriveLead')} act={t('arriveNow')} article="11(4)" time={t('arrivedAt')} who={{ label: t('arrivedTo'), first: recipient.name }} record={(at, to) => desk.mailings.arrive({ mailingId: parcel.id, at, to })}>
          <Track parcel={parcel} />
        </AtTime>
      )}
      {parcel.state === 'arrived' && <ConfirmReceipt parcel={parcel} second={keyOpen} />}
      {isOut && <AtTime second title={t('returnedTitle')} lead={t('returnedLead')} act={t('returnedNow')} article="11(4)" time={t('returnedAt')} record={(at) => desk.mailings.returned({ mailingId: parcel.id, at })} />}
      {isOut && !isLate && <Inquire parcel={parcel} calm />}
      {(parcel.state === 'dispatched' || parcel.state === 'inquired') && <ReportMissing parcel={parcel} />}
      {(parcel.state === 'drafted' || parcel.state === 'checked') && <Withdraw mayNot={mayNotWithdraw} withdraw={(reason) => desk.mailings.withdraw({ mailingId: parcel.id, reason })} />}
      {parcel.state === 'withdrawn' && <Notice title={t('wasWithdrawn')} />}
      {parcel.state === 'returned' && <Notice look={parcel.mediumBack ? 'plain' : 'warning'} title={t('wasReturned')}>{!parcel.mediumBack && parcel.medium !== null && <Link className="way-on" to="/media">{t('toMedia')}</Link>}</Notice>}
      {complete && <Notice look="good" title={t('done')}>{parcel.medium !== null && !parcel.mediumBack ? t('doneMedium', { medium: parcel.medium }) : t('doneLead')}</Notice>}
      {(parcel.state === 'drafted' || parcel.state === 'checked') && <Block title={t('print')}><PrintPapers parcel={parcel} /></Block>}
      {hasLeft && <Block title={t('slips')}><Slips parcel={parcel} /></Block>}
      {parcel.inquiries.length > 0 && <Block title={t('inquiries')}><Inquiries parcel={parcel} /></Block>}
      <Block title={t('facts')}><ParcelFacts parcel={parcel} /></Block>
      <History of={[parcel.id]} />
    </Page>
  )
}

function Track({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const { carrier, service, trackingNo } = parcel
  const line = useQuery(questions.services(parcel.contractId)).data?.find((one) => one.carrier === carrier && one.service === service)
  const page = pageOf(line?.page ?? carrierPages[carrier], trackingNo)
  if (page === null) return null
  return (
    <p className="notice-line lifted">
      <Button variant="default" leftSection={<IconExternalLink size={20} aria-hidden />} onClick={() => void shell.openExternal(page)}>{t('track')}</Button>
      <span className="small soft">{t('trackWhy')}</span>
    </p>
  )
}

function Inquiries({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const name = usePersonName()
  return <ul className="inquiries">{parcel.inquiries.map((one) => <li key={`${one.at} ${one.asked} ${one.answer}`}><p><b>{one.asked}</b>　<When at={one.at} />　<span className="soft">{name(one.by)}</span></p><p>{one.question}</p><p>{one.answer === '' ? <span className="soft">{t('answerNone')}</span> : `→ ${one.answer}`}</p></li>)}</ul>
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
      [t('shintenBy'), parcel.shinten && <span key="s">{name(parcel.shinten.checkedBy)}　<When at={parcel.shinten.at} />{parcel.shinten.contentsCompared && `　${t('contentsComparedShort')}`}</span>],
      parcel.copied && [t('copiedBy'), `${name(parcel.copied.coSignedBy)}（${parcel.copied.serial}）`],
      [t('dispatchedAt'), parcel.dispatchedAt && <When key="d" at={parcel.dispatchedAt} />], parcel.expectedBy !== null && [t('expectedBy'), <When key="e" at={(parcel.expectedBy - MINUTE) as Instant} />],
      parcel.contentWarnings.length > 0 && [t('unwrittenThen'), parcel.contentWarnings.join('、')],
      parcel.packages.length > 0 && [t('parcel.key'), hasKey ? keyTold && <span key="k">{term(keyTold.channel)}　{keyTold.to}　<When at={keyTold.at} /></span> : t('keyInLetter')],
      [t('arrivedAt'), parcel.arrivedAt && <span key="a"><When at={parcel.arrivedAt} />　{parcel.arrivedTo}</span>],
      [t('cityReceipt'), parcel.cityReceipt && <span key="c">{parcel.cityReceipt.by}　<When at={parcel.cityReceipt.at} />　{t(`cityHows.${parcel.cityReceipt.how}`)}{parcel.cityReceipt.cityRef !== '' && `　${parcel.cityReceipt.cityRef}`}</span>],
      parcel.returnedAt !== null && [t('returnedAt'), <When key="r" at={parcel.returnedAt} />], parcel.mediumBack && [t('mediumBack'), <span key="b"><When at={parcel.mediumBack.at} />　{parcel.mediumBack.storagePlace}</span>],
    ]} />
  )
}
