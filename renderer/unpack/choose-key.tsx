import { PasswordInput, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Block } from '../parts/page.tsx'

export type KeyKind = 'letter' | 'passphrase'
interface Props { kind: KeyKind; hasLetter: boolean; passphrase: string; onKind: (kind: KeyKind) => void; onPassphrase: (passphrase: string) => void }

/** What opens it: the key letter and our own key, or what the sender told. */
export function ChooseKey({ kind, hasLetter, passphrase, onKind, onPassphrase }: Props) {
  const { t } = useTranslation('unpack')
  return (
    <Block title={t('key')}>
      <Radio.Group className="choices" value={kind} onChange={(picked) => onKind(picked as KeyKind)} aria-label={t('key')}>
        <Radio value="letter" label={t('byLetter')} description={t(hasLetter ? 'byLetterWhy' : 'byLetterNot')} />
        <Radio value="passphrase" label={t('byPassphrase')} description={t('byPassphraseWhy')} />
      </Radio.Group>
      {kind === 'passphrase' && (
        <div className="unpack-secret"><PasswordInput label={t('passphrase')} value={passphrase} autoComplete="off" spellCheck={false} classNames={{ innerInput: 'code' }} onChange={(event) => onPassphrase(event.currentTarget.value)} /></div>
      )}
    </Block>
  )
}
