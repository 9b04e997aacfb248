import { Checkbox, Radio, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { PackageId } from '../../core/packages/package.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { asOrder, ExceptionFields, type ExceptionDraft } from '../parts/exception.tsx'
import { FolderField } from '../parts/folder-field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { ChoosePackages } from './choose-packages.tsx'

interface Draft { to: string[]; others: string[]; subject: string; note: string; package: string | null; way: 'server' | 'program'; into: string | null; exception: ExceptionDraft | null }

/** 電子メール (Art. 11(7)): a draft with one sealed attachment; the text greets and carries nothing. */
export function DraftMail({ contract, given }: { contract: ContractOfWork; given: string | null }) {
  const { t } = useTranslation('send')
  const go = useNavigate()
  const reachable = contract.recipients.filter(({ email }) => email !== '')
  const [draft, change, clear] = useKept<Draft>(`mail ${contract.id} ${given ?? ''}`, () => ({ to: [], others: [], subject: '', note: '', package: given, way: 'program', into: null, exception: null }))
  const make = useCommand(desk.mails.draft)
  const server = useQuery(questions.mailServer).data
  const { into, package: attached } = draft
  const to = [...draft.to, ...draft.others]
  const onDraft = (): void => {
    if (attached === null || (draft.way === 'program' && into === null)) return
    make.run({ contractId: contract.id, to, subject: draft.subject, note: draft.note, package: attached as PackageId, into: draft.way === 'program' ? into : null, exception: draft.others.length > 0 ? asOrder(draft.exception) : null }, ({ id }) => {
      clear()
      void go({ to: '/send/$id', params: { id } })
    })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onDraft() }}>
      <div className="fields">
        <ChoosePackages contract={contract} value={attached === null ? [] : [attached]} onChange={([id]) => change({ package: id ?? null })} />
        <Checkbox.Group className="wide" label={t('mailTo')} value={draft.to} onChange={(picked) => change({ to: picked })}>
          {reachable.length === 0 && <p className="soft">{t('recipientsNone')}</p>}
          {reachable.map((one) => <Checkbox key={one.email} value={one.email} label={`${one.organisation} ${one.department} ${one.name} 様`} description={one.email} />)}
        </Checkbox.Group>
        <TagsInput className="wide" size="md" label={t('mailOther')} description={t('mailOtherWhy')} splitChars={[',', ' ', '、']} value={draft.others} onChange={(others) => change({ others })} />
        {draft.others.length > 0 && <div className="wide"><ExceptionFields value={draft.exception} onChange={(exception) => change({ exception })} article="11(7)" why={t('exceptionRecipient')} /></div>}
        <TextInput className="wide" label={t('subject')} placeholder={t('subjectExample')} value={draft.subject} onChange={(event) => change({ subject: event.currentTarget.value })} />
        <Textarea className="wide" label={t('note')} description={t('noteWhy')} autosize minRows={5} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
        <Radio.Group className="wide" label={t('mailWay')} value={draft.way} onChange={(way) => change({ way: way as Draft['way'] })}>
          <div className="acts acts-tight"><Radio value="server" label={t('mailWays.server')} /><Radio value="program" label={t('mailWays.program')} /></div>
        </Radio.Group>
        {draft.way === 'server' && server === null && <p className="wide notice-line soft"><span>{t('serverNone')}</span> <Link className="way-on" to="/settings/mail">{t('toServer')}</Link></p>}
        {draft.way === 'program' && <div className="wide"><FolderField label={t('mailInto')} value={into} onChange={(folder) => change({ into: folder })} /></div>}
      </div>
      <div className="spaced"><Trouble of={make.error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={make.busy} unless={[useWhyNot('mails.draft'), attached === null && t('needPackage'), to.length === 0 && t('needRecipient'), draft.subject.trim() === '' && t('need', { field: t('subject') }), draft.way === 'program' && into === null && t('need', { field: t('mailInto') })]}>{t('mailDraft')}</ActButton>
      </div>
    </form>
  )
}
