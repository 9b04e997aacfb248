import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Trouble } from './trouble.tsx'

/** Shows the answer to a question once it is there, and until then that it is being asked. */
export function Asked<T>({ of: question, children }: { of: { data: T | undefined; error: Error | null }; children: (answer: T) => ReactNode }) {
  const { t } = useTranslation('parts')
  if (question.data !== undefined) return <>{children(question.data)}</>
  if (question.error) return <Trouble of={question.error} />
  return <p className="soft" role="status" aria-busy="true"><Loader size="sm" /> {t('loading')}</p>
}
