import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mailing } from '../../core/mailings/mailing.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { nobody, SecondPerson } from '../parts/second-person.tsx'
import { Task } from './task.tsx'

/** 梱包・親展確認: a second person reads the seal, compares the contents, looks at the mark, and signs. */
export function PackingCheck({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const [signer, setSigner] = useState(nobody)
  const [sealNo, setSealNo] = useState('')
  const [contentsCompared, setCompared] = useState(false)
  const confirm = useCommand(desk.mailings.confirmShinten)
  return (
    <Task title={t('shintenTitle')} lead={t('shintenLead')} article="11(4)" error={confirm.error} onSubmit={() => confirm.run({ mailingId: parcel.id, checker: signer, sealNo, contentsCompared })}
      act={<ActButton type="submit" loading={confirm.busy} unless={[!contentsCompared && t('needCompared'), (signer.loginId === '' || signer.password === '') && t('needSecond')]}>{t('shintenNow')}</ActButton>}>
      <div className="fields">
        <TextInput label={t('sealRead')} description={t('sealReadWhy')} autoComplete="off" spellCheck={false} value={sealNo} onChange={(event) => setSealNo(event.currentTarget.value)} />
        <Checkbox className="wide" label={t('contentsCompared')} description={t('contentsComparedWhy')} checked={contentsCompared} onChange={(event) => setCompared(event.currentTarget.checked)} />
      </div>
      <SecondPerson value={signer} onChange={setSigner} />
    </Task>
  )
}
