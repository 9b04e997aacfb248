import type { IncidentFacts } from '../incidents/incident.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { PackageId } from '../packages/package.ts'
import type { KeyTold } from './mailing.ts'

/** What an incident report says of sealed packages: what is in them, how they are locked, and where their keys are. Counts are null where nobody counted. */
export function sealedFacts(reading: Reading, packages: readonly PackageId[], content: string, keyTold: KeyTold | null): Pick<IncidentFacts, 'content' | 'items' | 'records' | 'personalInfo' | 'myNumber' | 'encryption' | 'keyCustody'> {
  const sealed = packages.flatMap((id) => reading.get('package', id) ?? [])
  const items = [...new Set(sealed.flatMap(({ itemIds }) => itemIds))].flatMap((id) => reading.get('item', id) ?? [])
  const kinds = [...new Set(items.map(({ infoKind }) => infoKind))]
  const counts = items.flatMap(({ count }) => count ?? [])
  const envelopes = sealed.filter(({ lock }) => lock.envelope)
  return {
    content: [content, ...kinds].join('、').slice(0, 1000), items: items.length, records: counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : null,
    personalInfo: items.some(({ personalInfo }) => personalInfo), myNumber: items.some(({ myNumber }) => myNumber),
    encryption: [...new Set(sealed.map(({ lock }) => `${lock.container}（${lock.keyBits}ビット、${lock.kdf}）`))].join('、'),
    keyCustody: [
      ...(envelopes.length > 0 ? ['鍵の封筒（受取人の証明書だけが開ける）'] : []),
      ...(sealed.length > envelopes.length ? [keyTold ? `${keyTold.channel}で別に連絡（${keyTold.to}）` : '未連絡（受託者だけが知る）'] : []),
    ].join('、'),
  }
}
