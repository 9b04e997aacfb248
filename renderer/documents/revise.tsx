import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedDocument } from '../../core/documents/document.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { frozenOf } from '../frame/frozen.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 訂正 and 取消: both are a next revision with its reason; what was issued stays. */
export function Revise({ document }: { document: IssuedDocument }) {
  const { t } = useTranslation('documents')
  const [what, choose] = useState<'correct' | 'cancel' | null>(null)
  const frozen = { correct: frozenOf(useWhyNot('documents.correct', document.contractId)), cancel: frozenOf(useWhyNot('documents.cancel', document.contractId)) }
  if (document.supersededBy || document.revisionKind === '取消' || document.form === 'C-01' || document.form === 'K-01') return null
  return (
    <>
      <div className="acts">
        {(['correct', 'cancel'] as const).map((one) => <ActButton key={one} variant={what === one ? 'light' : 'default'} {...(one === 'cancel' && { color: 'red' })} unless={[frozen[one]]} onClick={() => choose(one)}>{t(one)}</ActButton>)}
      </div>
      {what && <Reason key={what} document={document} what={what} />}
    </>
  )
}

function Reason({ document, what }: { document: IssuedDocument; what: 'correct' | 'cancel' }) {
  const { t } = useTranslation('documents')
  const [reason, setReason] = useState('')
  const [issued, setIssued] = useState<IssuedDocument | null>(null)
  const act = useCommand(desk.documents[what])
  const mayNot = useWhyNot(`documents.${what}`, document.contractId)
  if (issued) return <div className="spaced"><Notice look="good" title={t('revised', { revision: issued.revision })} /></div>
  return (
    <form className="spaced" noValidate onSubmit={(event) => { event.preventDefault(); act.run({ id: document.id, reason }, setIssued) }}>
      <p className="soft">{t(`${what}Lead`)}</p>
      <TextInput label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className="spaced"><Trouble of={act.error} /></div>
      <div className="acts"><ActButton type="submit" {...(what === 'cancel' && { color: 'red' })} loading={act.busy} unless={[mayNot, reason.trim() === '' && t('needReason')]}>{t(what)}</ActButton></div>
    </form>
  )
}
