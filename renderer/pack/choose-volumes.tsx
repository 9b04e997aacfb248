import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MediumWriting } from '../../core/packages/writing.ts'
import { Bytes } from '../parts/figures.tsx'
import { mediumOf } from './written-volumes.ts'

interface Props { volumes: readonly { name: string; bytes: number }[]; writings: readonly MediumWriting[]; chosen: readonly number[]; onChange: (numbers: number[]) => void }

/** Which volumes go onto this medium; those that lie on another already say so. */
export function ChooseVolumes({ volumes, writings, chosen, onChange }: Props) {
  const { t } = useTranslation('writing')
  const toggle = (no: number): void => onChange(chosen.includes(no) ? chosen.filter((one) => one !== no) : [...chosen, no].sort((a, b) => a - b))
  return (
    <fieldset className="plain">
      <legend className="strong">{t('volumes')}</legend>
      <p className="small soft">{t('volumesWhy')}</p>
      <div className="volumes">
        {volumes.map((volume, index) => {
          const there = mediumOf(writings, volume)
          return <Checkbox key={volume.name} checked={chosen.includes(index + 1)} onChange={() => toggle(index + 1)} label={<><span className="code">{volume.name}</span>　<span className="small soft"><Bytes of={volume.bytes} /></span></>} description={there === null ? undefined : t('volumeThere', { medium: there })} />
        })}
      </div>
    </fieldset>
  )
}
