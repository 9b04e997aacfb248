import { Fragment, type ReactNode } from 'react'

/** A list of names and what they stand for; what is empty is shown as a dash, so that nobody takes it for forgotten. */
export function Facts({ of: facts, wide = false }: { of: readonly (readonly [string, ReactNode] | false | null)[]; wide?: boolean }) {
  return (
    <dl className={wide ? 'facts facts-wide' : 'facts'}>
      {facts.filter((fact): fact is readonly [string, ReactNode] => Boolean(fact)).map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === '' || value === undefined ? '—' : value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
