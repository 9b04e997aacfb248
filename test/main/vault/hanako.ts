import type { NewEntry } from '../../../core/ledger/entry.ts'
import { NEWCOMER, type Person, type PersonId } from '../../../core/people/person.ts'
import type { Instant } from '../../../core/time.ts'
import type { Organisation, PublicKeys } from '../../../core/vault/vault.ts'

/** Enough for a test. */
export const cost = { N: 2 ** 10, r: 8, p: 1 }
export const nine = Date.UTC(2026, 3, 1) as Instant
export const password = '夕焼けの見える窓口'
export const organisation: Organisation = {
  kind: 'contractor', name: '株式会社𠮷田電算', address: '緑市中央1-2-3', representative: '代表取締役 𠮷田 花子', tel: '03-0000-0000', email: 'desk@yoshida.example', docPrefix: 'ひ',
}

/** The administrator and the opening of the office, as the desk writes them. */
export const opening = (at: Instant) => ({ keys, personId }: { keys: PublicKeys; personId: PersonId }): NewEntry[] => {
  const administrator: Person = {
    id: personId, name: '𠮷田 花子', kana: 'ヨシダ ハナコ', company: null, employment: '正社員', title: '部長', email: 'hanako@yoshida.example', tel: '03-0000-0001',
    roles: ['administrator'], loginId: 'hanako', ...NEWCOMER, registeredAt: at,
  }
  return [{ type: 'office-opened', data: { organisation, keys, administrator }, at, by: personId }]
}
