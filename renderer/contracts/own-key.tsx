import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash } from '../parts/figures.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import './contracts.css'

/** Our own keys as the other party registers them: the words to read aloud, and the notice to hand over. */
export function OwnKey() {
  const { t } = useTranslation('contracts')
  return (
    <Asked of={useQuery(questions.publicKeys)}>
      {(keys) => (
        <>
          <ol className="words-heard" aria-label={t('checkWords')} lang="ja" translate="no">{keys.checkWords.map((word, index) => <li key={`${index} ${word}`}>{word}</li>)}</ol>
          <div className="spaced"><Facts wide of={[[t('fingerprint'), <Hash key="f" of={keys.fingerprint} whole />]]} /></div>
          <SaveInto label={t('saveOwn')} operation="vault.saveKeyNotice" save={(into) => desk.vault.saveKeyNotice({ into })} />
        </>
      )}
    </Asked>
  )
}
