import { standing, type Person } from '../../core/people/person.ts'
import { Status } from '../parts/status.tsx'
import { useTerm } from '../words/terms.ts'

/** 登録 → 教育済 → 誓約済 → 従事可. */
export function Standing({ of: person }: { of: Person }) {
  const term = useTerm()
  const stands = standing(person)
  return <Status look={stands === '従事可' ? 'good' : stands === '従事停止' ? 'bad' : stands === '登録' || stands === '解除' ? 'calm' : 'warn'}>{term(stands)}</Status>
}
