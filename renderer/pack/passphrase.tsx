import { Button } from '@mantine/core'
import { IconEye, IconEyeOff, IconMicrophone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../words/language.ts'
import { readAloud } from './read-aloud.ts'

/** A secret to be copied by hand or read aloud: hidden until one asks for it, big, in groups, letter by letter. Never on the clipboard. */
export function Passphrase({ secret, minutes }: { secret: string; minutes: number }) {
  const { t } = useTranslation('pack')
  const language = useLanguage()
  const [shown, setShown] = useState(false)
  const [aloud, setAloud] = useState(false)
  const groups = secret.split('-')
  return (
    <section className="secret no-print" aria-label={t('passTitle')}>
      <div className="block-head">
        <h2>{t('passTitle')}</h2>
        <div className="acts-tight acts">
          {shown && <Button variant="subtle" leftSection={<IconMicrophone size={20} aria-hidden />} aria-pressed={aloud} onClick={() => setAloud(!aloud)}>{t('readAloud')}</Button>}
          <Button variant="default" leftSection={shown ? <IconEyeOff size={20} aria-hidden /> : <IconEye size={20} aria-hidden />} onClick={() => setShown(!shown)}>{t(shown ? 'hide' : 'show')}</Button>
        </div>
      </div>
      <p className="secret-groups" translate="no" lang="en" data-shown={shown}>
        {groups.map((group, index) => (
          <span key={`${index} ${group}`}>{shown ? readAloud(group, language).map(({ letter, kind }, at) => <b key={at} className={`secret-${kind}`}>{letter}</b>) : <span aria-label={t('passHidden')}>{'•'.repeat(5)}</span>}</span>
        ))}
      </p>
      {shown && aloud && (
        <ol className="secret-aloud">
          {groups.map((group, index) => (
            <li key={`${index} ${group}`}>
              <span className="strong">{t('groupNo', { no: index + 1 })}</span>
              {readAloud(group, language).map(({ letter, kind, name }, at) => <span key={at}><b className="code">{letter}</b> {t(kind)} {name}</span>)}
            </li>
          ))}
        </ol>
      )}
      <p className="small">{t('passOnce', { minutes })}</p>
      <p className="small">{t('passHow')}</p>
    </section>
  )
}
