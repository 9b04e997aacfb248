import { Radio } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { objectionsToEnvelope } from '../../core/packages/rules.ts'
import { thisMinute } from '../parts/day-field.tsx'
import { Block } from '../parts/page.tsx'
import { useLanguage } from '../words/language.ts'
import { sayWithoutArticle } from '../words/say-objection.ts'

export type LockKind = 'envelope' | 'passphrase'

/** What nobody has to hear cannot be misheard: where it can be, a package is closed for the recipient's own key. */
export const usualLock = (contract: ContractOfWork): LockKind => (objectionsToEnvelope(contract, thisMinute()).length === 0 ? 'envelope' : 'passphrase')

/** How the key reaches the recipient (Art. 11(3)): in a letter that only they can open, or by word of mouth. */
export function ChooseLock({ contract, value, onChange }: { contract: ContractOfWork; value: LockKind; onChange: (lock: LockKind) => void }) {
  const { t } = useTranslation('pack')
  const language = useLanguage()
  const [hindrance] = objectionsToEnvelope(contract, thisMinute())
  const organisation = contract.counterpartKey?.organisation ?? contract.city.name
  return (
    <Block title={t('lockTitle')}>
      <Radio.Group className="choices" value={value} onChange={(kind) => onChange(kind as LockKind)} aria-label={t('lockTitle')}>
        <Radio value="envelope" disabled={hindrance !== undefined} label={t('lockEnvelope')} description={hindrance ? sayWithoutArticle(hindrance, language) : t('lockEnvelopeWhy', { organisation })} />
        {hindrance && <p className="lock-way"><Link to="/contracts/$id" params={{ id: contract.id }}>{t('lockToContract')}</Link></p>}
        <Radio value="passphrase" label={t('lockPassphrase')} description={t('lockPassphraseWhy')} />
      </Radio.Group>
    </Block>
  )
}
