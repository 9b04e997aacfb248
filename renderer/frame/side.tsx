import { IconAddressBook, IconArchive, IconCopy, IconUsersGroup, IconBriefcase, IconBook2, IconFileDescription, IconFileImport, IconInbox, IconPackage, IconPackageImport, IconSend, IconSettings, IconSun, IconDeviceUsb, IconEraser, IconTransfer, IconRubberStamp, IconScale, IconLink, type Icon } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOffice } from './in-hand.tsx'
import { Mark } from './mark.tsx'

const places = {
  contractor: [['today', '/', IconSun], ['receive', '/receive', IconInbox], ['copies', '/copies', IconCopy], ['pack', '/pack', IconPackage], ['send', '/send', IconSend], ['carryOuts', '/carry-outs', IconBriefcase], ['media', '/media', IconDeviceUsb], ['wipe', '/wipe', IconEraser], ['ledger', '/ledgers', IconBook2], ['documents', '/documents', IconFileDescription], ['people', '/people', IconAddressBook], ['subcontracts', '/subcontracts', IconUsersGroup], ['contracts', '/contracts', IconArchive], ['settings', '/settings', IconSettings]],
  city: [['today', '/', IconSun], ['import', '/import', IconFileImport], ['designations', '/designations', IconTransfer], ['answers', '/answers', IconRubberStamp], ['citySettlement', '/city-settlement', IconScale], ['knownLedgers', '/known-ledgers', IconLink], ['open', '/open', IconPackageImport], ['ledger', '/ledgers', IconBook2], ['people', '/people', IconAddressBook], ['contracts', '/contracts', IconArchive], ['settings', '/settings', IconSettings]],
} as const satisfies Record<string, readonly (readonly [string, string, Icon])[]>

/** Places that are of a place of the navigation without lying under its address. */
const under: Readonly<Record<string, readonly string[]>> = {
  people: ['/places', '/devices', '/self-checks'], documents: ['/requests', '/incidents'], send: ['/faxes', '/provisions'], copies: ['/custody'], contracts: ['/settlement', '/consultations', '/audits'], ledger: ['/ledger', '/exceptions'],
}

/** Navigation by work, not by table. */
export function Side({ open, onGone }: { open: boolean; onGone: () => void }) {
  const { t } = useTranslation('frame')
  const { organisation } = useOffice()
  const { pathname } = useLocation()
  const isUnder = (name: string): boolean => (under[name] ?? []).some((place) => pathname === place || pathname.startsWith(`${place}/`))
  return (
    <nav className={open ? 'frame-side frame-side-open' : 'frame-side'} id="side" aria-label={t('nav')}>
      <p className="frame-name"><Mark />{t('appName')}</p>
      <ul>
        {places[organisation.kind].map(([name, to, PlaceIcon]) => (
          <li key={name}>
            <Link to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page', className: 'frame-here' }} {...(isUnder(name) ? { 'aria-current': 'page' as const, className: 'frame-here' } : {})} onClick={onGone}>
              <PlaceIcon size={22} stroke={1.75} aria-hidden />{t(name)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="frame-office small soft">{organisation.name}</p>
    </nav>
  )
}
