import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRef } from '../../core/articles.ts'
import { useCommand } from '../asking/command.ts'
import { ActButton } from '../parts/act-button.tsx'
import { nobody, SecondPerson, type Signer } from '../parts/second-person.tsx'
import { Task } from './task.tsx'

/** A second person looks and signs: the 親展 mark of a parcel, the recipients of an e-mail. */
export function ConfirmBySecond({ title, lead, act, article, confirm }: { title: string; lead: string; act: string; article: ArticleRef; confirm: (checker: Signer) => Promise<unknown> }) {
  const { t } = useTranslation('send')
  const [signer, setSigner] = useState(nobody)
  const command = useCommand(confirm)
  return (
    <Task title={title} lead={lead} article={article} error={command.error} onSubmit={() => command.run(signer)} act={<ActButton type="submit" loading={command.busy} unless={[(signer.loginId === '' || signer.password === '') && t('needSecond')]}>{act}</ActButton>}>
      <SecondPerson value={signer} onChange={setSigner} />
    </Task>
  )
}
