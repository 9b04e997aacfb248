import type { Card } from '../../core/home/home.ts'

/** The page on which a card's matter is settled. */
export function leadTo({ code, leadsTo, subjectId }: Pick<Card, 'code' | 'leadsTo' | 'subjectId'>): { to: string; params?: Record<string, string>; search?: Record<string, string> } {
  switch (leadsTo) {
    case 'handovers': return code === 'receiving-unfinished' ? { to: '/receive' } : { to: '/receive/$id', params: { id: subjectId } }
    case 'packages': return { to: '/pack' }
    case 'mailings': return code === 'package-to-send' ? { to: '/send/new', search: { package: subjectId } } : { to: '/send/$id', params: { id: subjectId } }
    case 'carryOuts': return { to: '/carry-outs/$id', params: { id: subjectId } }
    case 'freezes': return { to: '/incidents' }
    case 'audits': return { to: '/audits/$id', params: { id: subjectId } }
    case 'incidents': return { to: '/incidents/$id', params: { id: subjectId } }
    case 'subcontracts': return { to: '/subcontracts/$id', params: { id: subjectId } }
    case 'copies': return { to: '/copies/$id', params: { id: subjectId } }
    case 'faxes': return { to: '/faxes/$id', params: { id: subjectId } }
    case 'provisions': return code === 'provision-unrecorded' ? { to: '/provisions/new' } : { to: '/provisions/$id', params: { id: subjectId } }
    case 'requests': return { to: '/requests' }
    case 'documents': return { to: '/documents' }
    case 'contracts': return code === 'no-contract' ? { to: '/contracts/new' } : { to: '/contracts/$id', params: { id: subjectId } }
    case 'people': return { to: '/people/$id', params: { id: subjectId } }
    case 'accounts': return { to: '/people/access' }
    case 'training': return code === 'test-to-sit' ? { to: '/people/training/$id', params: { id: subjectId } } : { to: '/people/training' }
    case 'cards': return { to: '/people/cards' }
    case 'selfChecks': return code === 'self-check-due' ? { to: '/self-checks/new' } : { to: '/self-checks' }
    case 'workplace': return { to: '/contracts/$id/start', params: { id: subjectId } }
    case 'devices': return { to: '/devices/$id/check', params: { id: subjectId } }
    case 'specification': return { to: '/contracts/$id/specification', params: { id: subjectId } }
    case 'ledger': return { to: '/ledger' }
    case 'disposals': return code === 'notice-to-submit' || code === 'disposal-due' ? { to: '/wipe/$id', params: { id: subjectId } } : { to: '/wipe' }
    case 'media': return code === 'stock-due' || code === 'stock-differs' ? { to: '/media/stock' } : { to: '/media' }
    case 'settlement': return { to: '/settlement' }
    case 'reports': return { to: '/documents' }
    case 'answers': return { to: '/answers/$id', params: { id: subjectId } }
    case 'designations': return { to: '/designations' }
    case 'citySettlement': return { to: '/city-settlement' }
    case 'knownLedgers': return { to: '/known-ledgers' }
    case 'backup': return { to: '/settings/backup' }
    case 'city': return { to: '/import' }
    default: return { to: '/' }
  }
}
