import { useTranslation } from 'react-i18next'
import type { IssuedDocument } from '../../core/documents/document.ts'
import { dayOf } from '../../core/time.ts'
import { desk } from '../desk.ts'
import { LetterForm } from '../../core/documents/form-letter.ts'
import { Notice } from '../parts/notice.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { SaveDocument } from './save-document.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { Stamp } from '../parts/stamp.tsx'
import { usePersonName } from '../people/person-name.ts'
import { surname } from '../people/surname.ts'
import { useFormWord } from './form-word.ts'
import './documents.css'

const stamped = ['F-25', 'F-28', 'F-30', 'F-31'] as const

/** An issued document as one would hold it: its number, its code, its stamp, and the way to hand it in. */
export function IssuedCard({ document, fresh = false }: { document: IssuedDocument; fresh?: boolean }) {
  const { t } = useTranslation('documents')
  const name = usePersonName()
  const form = useFormWord()
  const issuer = name(document.issuedBy)
  const isLetter = LetterForm.safeParse(document.form).success
  return (
    <section className="issued" aria-label={document.docNo}>
      <div className="issued-head">
        <div>
          {fresh && document.state !== 'acknowledged' && <p className="strong issued-fresh" role="status">{t('fresh', { form: document.title || form(document.form) })}</p>}
          <p className="issued-no">{document.docNo}</p>
          {fresh && document.state !== 'acknowledged' && <p className="soft">{t('freshLead')}</p>}
        </div>
        <Stamp top={isLetter ? t('stampLetter') : t(`stamps.${stamped.find((one) => one === document.form) ?? 'F-25'}`)} day={dayOf(document.issuedAt)} bottom={surname(issuer)} />
      </div>
      {document.supersededBy && <Notice look="warning" title={t('supersededBy', { revision: document.supersededBy.revision, kind: document.supersededBy.kind })}>{t('supersededLead')}</Notice>}
      <Facts of={[
        [t('revision'), `${t('revisionNo', { revision: document.revision })}（${document.revisionKind}）`], ...(document.revisionReason === '' ? [] : [[t('reasonOf'), document.revisionReason] as const]),
        [t('code'), <span key="code"><span className="issued-code">{document.code}</span><br /><span className="small soft">{t('codeWhy')}</span></span>],
        [t('issuedAt'), <When key="at" at={document.issuedAt} />], [t('issuedBy'), issuer],
        ...(document.submittedAt === null ? [] : [[t('submittedAt'), <When key="submitted" at={document.submittedAt} />] as const]),
        [t('cityReceiptNo'), document.cityReceiptNo ?? t('chips.waiting')],
        [t('hash'), <Hash key="hash" of={document.hash} whole />],
        [t('bodies'), <ul key="bodies">{document.bodies.map((body) => <li key={body.name} className="code">{body.name}</li>)}</ul>],
      ]} />
      {isLetter && !document.supersededBy && <SaveInto label={t(document.submittedAt === null ? 'submit' : 'submitAgain')} variant={document.submittedAt === null ? 'filled' : 'default'} operation="documents.submit" save={(into) => desk.documents.submit({ id: document.id, into })} />}
      {!isLetter && <SaveDocument document={document} label={t('saveAgain')} />}
    </section>
  )
}
