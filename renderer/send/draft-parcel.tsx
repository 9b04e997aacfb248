import { Checkbox, NumberInput, Radio, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { MediumNo } from '../../core/media/medium.ts'
import type { PackageId } from '../../core/packages/package.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { asOrder, ExceptionFields, type ExceptionDraft } from '../parts/exception.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { ChooseMedium } from './choose-medium.tsx'
import { ChoosePackages } from './choose-packages.tsx'
import { ChooseRecipient } from './choose-recipient.tsx'
import { ChooseService, serviceKey, wantsException } from './choose-service.tsx'
import type { CopiedDraft } from './copied.tsx'
import { Unwritten, useUnwritten } from './unwritten.tsx'

interface Draft { contentKind: 'medium' | 'document'; packages: string[]; medium: string | null; folder: string | null; documentNos: string; content: string; quantity: number; isShinsho: boolean; recipient: string | null; service: string | null; sealNo: string; copied: CopiedDraft | null; exception: ExceptionDraft | null }

/** 起票 (Art. 11(3), (4)): what goes, to whom, by whom. Every rule that can be checked before the counter is checked here. */
export function DraftParcel({ contract, given }: { contract: ContractOfWork; given: string | null }) {
  const { t } = useTranslation('send')
  const go = useNavigate()
  const [draft, change, clear] = useKept<Draft>(`parcel ${contract.id} ${given ?? ''}`, () => ({ contentKind: 'medium', packages: given === null ? [] : [given], medium: null, folder: null, documentNos: '', content: '', quantity: 1, isShinsho: false, recipient: contract.recipients[0]?.name ?? null, service: null, sealNo: '', copied: null, exception: null }))
  const make = useCommand(desk.mailings.draft)
  const isMedium = draft.contentKind === 'medium'
  const [carrier = '', service = ''] = draft.service === null ? [] : [draft.service.slice(0, draft.service.indexOf(' ')), draft.service.slice(draft.service.indexOf(' ') + 1)]
  const known = useQuery(questions.services(contract.id)).data?.find((one) => serviceKey(one) === draft.service)
  const excepted = known !== undefined && wantsException(known, contract)
  const unwritten = useUnwritten(contract, isMedium ? draft.packages : [], isMedium ? draft.medium : null)

  const onDraft = (): void => {
    if (draft.recipient === null) return
    make.run({
      contractId: contract.id, recipientName: draft.recipient, contentKind: draft.contentKind, isShinsho: !isMedium && draft.isShinsho, content: draft.content, quantity: draft.quantity,
      medium: isMedium ? (draft.medium as MediumNo | null) : null, mediumFolder: isMedium ? draft.folder : null, packages: isMedium ? (draft.packages as PackageId[]) : [],
      documentNos: isMedium ? [] : draft.documentNos.split(/[、,，\n]/u).map((no) => no.trim()).filter(Boolean), carrier, service, sealNo: draft.sealNo, copied: unwritten.length > 0 ? draft.copied : null, exception: excepted ? asOrder(draft.exception) : null,
    }, ({ id }) => {
      clear()
      void go({ to: '/send/$id', params: { id } })
    })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onDraft() }}>
      <Block title={t('what')}>
        <Radio.Group label={t('contentKind')} value={draft.contentKind} onChange={(kind) => change({ contentKind: kind as Draft['contentKind'] })}>
          <div className="acts acts-tight"><Radio value="medium" label={t('medium')} /><Radio value="document" label={t('document')} /></div>
        </Radio.Group>
        <div className="fields spaced">
          {isMedium && <ChoosePackages contract={contract} value={draft.packages} onChange={(packages) => change({ packages })} many />}
          {isMedium && <ChooseMedium medium={draft.medium} folder={draft.folder} onChange={change} />}
          {isMedium && <Unwritten unwritten={unwritten} medium={draft.medium} copied={draft.copied} onChange={(copied) => change({ copied })} />}
          {!isMedium && <Textarea className="wide" label={t('documentNos')} description={t('documentNosWhy')} autosize minRows={2} value={draft.documentNos} onChange={(event) => change({ documentNos: event.currentTarget.value })} />}
          {!isMedium && <Checkbox className="wide" label={t('isShinsho')} description={t('isShinshoWhy')} checked={draft.isShinsho} onChange={(event) => change({ isShinsho: event.currentTarget.checked })} />}
          <TextInput label={t('contentName')} placeholder={t('contentExample')} value={draft.content} onChange={(event) => change({ content: event.currentTarget.value })} />
          <NumberInput label={t('quantity')} min={1} max={10_000} allowDecimal={false} value={draft.quantity} onChange={(quantity) => change({ quantity: typeof quantity === 'number' ? quantity : 1 })} />
        </div>
      </Block>
      <Block title={t('recipient')}><ChooseRecipient contract={contract} value={draft.recipient} onChange={(recipient) => change({ recipient })} /></Block>
      <Block title={t('carrierTitle')}>
        <ChooseService contract={contract} value={draft.service} onChange={(picked) => change({ service: picked })} />
        {excepted && <ExceptionFields value={draft.exception} onChange={(exception) => change({ exception })} article="11(4)" why={t('exceptionService')} />}
        <div className="fields spaced"><TextInput label={t('sealNo')} description={t('sealNoWhy')} value={draft.sealNo} onChange={(event) => change({ sealNo: event.currentTarget.value })} /></div>
      </Block>
      <div className="spaced"><Trouble of={make.error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={make.busy} unless={[
          useWhyNot('mailings.draft'), isMedium && draft.packages.length === 0 && t('needPackage'), isMedium && draft.medium === null && t('needMedium'),
          draft.content.trim() === '' && t('need', { field: t('contentName') }), draft.recipient === null && t('needRecipient'), draft.service === null && t('needService'),
        ]}>{t('draft')}</ActButton>
      </div>
    </form>
  )
}
