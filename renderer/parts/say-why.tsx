import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRef } from '../../core/articles.ts'
import { useCommand } from '../asking/command.ts'
import { Folded } from '../carryouts/folded.tsx'
import { frozenOf, type Reason } from '../frame/frozen.ts'
import { Task } from '../send/task.tsx'
import { ActButton } from './act-button.tsx'

interface Words { begin: string; title: string; lead: string; now: string; reason: string }

/** What ends something without doing it (却下, 取下げ): behind a quiet button, with a reason, and nothing is deleted. */
export function SayWhy({ words, article, mayNot, say }: { words: Words; article: ArticleRef; mayNot: Reason | null; say: (reason: string) => Promise<unknown> }) {
  return <Folded label={words.begin} unless={frozenOf(mayNot)}>{(close) => <Why {...{ words, article, mayNot, say, close }} />}</Folded>
}

function Why({ words, article, mayNot, say, close }: { words: Words; article: ArticleRef; mayNot: Reason | null; say: (reason: string) => Promise<unknown>; close: ReactNode }) {
  const { t } = useTranslation('parts')
  const [reason, setReason] = useState('')
  const command = useCommand(() => say(reason))
  return (
    <Task title={words.title} lead={words.lead} article={article} error={command.error} onSubmit={() => command.run(undefined)} act={<>
      <ActButton type="submit" variant="default" loading={command.busy} unless={[mayNot, reason.trim() === '' && t('fillIn', { field: words.reason })]}>{words.now}</ActButton>
      {close}
    </>}>
      <div className="fields"><Textarea className="wide" label={words.reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></div>
    </Task>
  )
}
