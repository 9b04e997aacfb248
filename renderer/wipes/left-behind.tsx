import { useTranslation } from 'react-i18next'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** An interrupted erasure that cannot be gone on with: nobody knows how far a command or a list of files came. */
export function LeftBehind({ wipe }: { wipe: Wipe }) {
  const { t } = useTranslation('wipesOtherwise')
  const settle = useCommand(desk.home.settle)
  return (
    <Notice look="warning" title={t('leftLead')}>
      <Trouble of={settle.error} />
      <div className="acts"><ActButton loading={settle.busy} unless={[useWhyNot('home.settle')]} onClick={() => settle.run({ id: wipe.id })}>{t('settle')}</ActButton></div>
    </Notice>
  )
}
