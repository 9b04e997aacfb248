import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeakProne } from '../../core/devices/leak-prone.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** The office's own list of applications that leak: a line for each, its name first. */
export function LeakProneForm({ onDone }: { onDone: () => void }) {
  return <Asked of={useQuery(questions.leakProne)}>{(list) => <Lines list={list} onDone={onDone} />}</Asked>
}

function Lines({ list, onDone }: { list: readonly LeakProne[]; onDone: () => void }) {
  const { t } = useTranslation('devices')
  const [text, setText] = useState(() => list.map(({ name, words }) => [name, ...words.filter((word) => word !== name)].join('、')).join('\n'))
  const change = useCommand(desk.devices.changeLeakProne)
  const applications = text.split('\n').map((line) => line.split('、').map((word) => word.trim()).filter(Boolean)).flatMap(([name, ...others]): LeakProne[] => {
    if (name === undefined) return []
    return [{ name, kind: list.find((one) => one.name === name)?.kind ?? 'file-sharing', words: [name, ...others] }]
  })
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); change.run({ applications }, onDone) }}>
      <p>{t('listLead')}</p>
      <Textarea aria-label={t('listTitle')} autosize minRows={12} maxRows={24} spellCheck={false} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Trouble of={change.error} />
      <div className="acts"><ActButton type="submit" loading={change.busy} unless={[useWhyNot('devices.changeLeakProne')]}>{t('listNow')}</ActButton></div>
    </form>
  )
}
