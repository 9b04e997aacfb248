import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import { useId, type MouseEvent, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Reason } from '../frame/frozen.ts'

interface ActButtonProps extends ButtonProps {
  /** Why not, in sentences. The button stays where it is and says so: beside it, on hover and to screen readers. */
  unless?: readonly (Reason | false | null | undefined)[]
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  type?: 'button' | 'submit'
  children: ReactNode
}

export function ActButton({ unless = [], onClick, type = 'button', children, ...rest }: ActButtonProps) {
  const id = useId()
  const reasons = unless.filter((reason): reason is Reason => Boolean(reason)).toSorted((a, b) => Number(typeof a === 'string') - Number(typeof b === 'string'))
  if (reasons.length === 0) return <Button type={type} {...(onClick ? { onClick } : {})} {...rest}>{children}</Button>
  return (
    <>
      <Tooltip label={reasons.map((reason) => <div key={said(reason)}>{said(reason)}</div>)}>
        <Button type="button" {...rest} aria-disabled aria-describedby={id} onClick={(event) => event.preventDefault()}>{children}</Button>
      </Tooltip>
      <WhyNot id={id} reasons={reasons} />
    </>
  )
}

/** The first reason stands beside the button where there is room for it, with the way to what keeps the evidence; a screen reader hears them all. */
function WhyNot({ id, reasons: [first, ...others] }: { id: string; reasons: readonly Reason[] }) {
  const { t } = useTranslation('parts')
  return (
    <span id={id} className="why-not">
      {first && said(first)}
      {typeof first === 'object' && <>　<Link className="way-on" to={first.to}>{first.look}</Link></>}
      {others.length > 0 && <><span className="why-not-more">{t('othersToo', { count: others.length })}</span><span className="unseen"> {others.map(said).join(' ')}</span></>}
    </span>
  )
}

const said = (reason: Reason): string => (typeof reason === 'string' ? reason : reason.say)
