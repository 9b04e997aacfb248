import type { EntryBody, EntryType } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Exception } from '../people/exception.ts'
import type { ExceptionUsed } from './exception-used.ts'

/** What an entry says of an exception that was made; null where it made none. */
type Told = Pick<ExceptionUsed, 'contractId' | 'rule' | 'article' | 'kind' | 'subject' | 'subjectId' | 'leadsTo'> & { exception: Exception | null }
type Tellers = { [T in EntryType]?: { at: string; tell(data: Extract<EntryBody, { type: T }>['data'], reading: Reading): Told } }

/**
 * Every place in the ledger where an exception stands, by the type of its entry. `at` is the way to it: a test walks all schemas of
 * entries and fails when one holds an exception that is not here.
 */
export const exceptionKinds: Tellers = {
  'recipient-added': {
    at: 'recipient.exception',
    tell: ({ contractId, recipient: { organisation, name, exception } }) => ({ contractId, rule: 'R-26', article: '13', kind: 'recipient', subject: `${organisation} ${name}`, subjectId: contractId, leadsTo: 'contracts', exception }),
  },
  'receiving-ended': {
    at: 'handover.exception',
    tell: ({ handover: { id, contractId, purpose, exception } }) => ({ contractId, rule: 'R-05', article: '14', kind: 'handover', subject: purpose, subjectId: id, leadsTo: 'handovers', exception }),
  },
  'mailing-drafted': {
    at: 'mailing.exception',
    tell: ({ mailing: { id, contractId, no, service, exception } }) => ({ contractId, rule: 'R-12', article: '11(4)', kind: 'service', subject: `${no} ${service}`, subjectId: id, leadsTo: 'mailings', exception }),
  },
  'mail-drafted': {
    at: 'mail.exception',
    tell: ({ mail: { id, contractId, no, to, exception } }) => ({ contractId, rule: 'R-22', article: '11(7)', kind: 'address', subject: `${no} ${to.join('、')}`, subjectId: id, leadsTo: 'mailings', exception }),
  },
  'key-told': {
    at: 'keyTold.exception',
    tell: ({ id, keyTold: { to, exception } }, reading) => {
      const told = reading.get('mailing', id) ?? reading.get('mail', id)
      return { contractId: told?.contractId ?? null, rule: 'R-21', article: '11(7)', kind: 'key-channel', subject: `${told?.no ?? ''} ${to}`, subjectId: id, leadsTo: 'mailings', exception }
    },
  },
  'service-laid-down': {
    at: 'service.exception',
    tell: ({ service: { contractId, carrier, service, exception } }) => ({ contractId, rule: 'R-12', article: '11(4)', kind: 'service', subject: `${carrier} ${service}`, subjectId: contractId, leadsTo: 'contracts', exception }),
  },
  'device-checked': {
    at: 'check.exception',
    tell: ({ check: { deviceId, no, exception } }, reading) => ({ contractId: null, rule: 'R-25', article: '11(10)キ', kind: 'application', subject: `${no} ${reading.get('device', deviceId)?.name ?? ''}`.trim(), subjectId: deviceId, leadsTo: 'devices', exception }),
  },
  'fax-requested': {
    at: 'fax.exception',
    tell: ({ fax: { id, contractId, no, recipient, exception } }) => ({ contractId, rule: 'R-18', article: '11(6)', kind: 'fax', subject: `${no} ${recipient.organisation} ${recipient.name}`, subjectId: id, leadsTo: 'faxes', exception }),
  },
  'provision-consented': {
    at: 'consent.exception',
    tell: ({ provisionId, consent: { exception } }, reading) => {
      const provision = reading.get('provision', provisionId)
      return { contractId: provision?.contractId ?? null, rule: 'R-26', article: '13', kind: 'provision', subject: `${provision?.no ?? ''} ${provision?.organisation ?? ''}`, subjectId: provisionId, leadsTo: 'provisions', exception }
    },
  },
}
