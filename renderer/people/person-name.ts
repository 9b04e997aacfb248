import { useQuery } from '@tanstack/react-query'
import { questions } from '../asking/questions.ts'

/** Says who stands behind an id. */
export function usePersonName(): (id: string) => string {
  const { data } = useQuery(questions.people)
  return (id) => data?.find((person) => person.id === id)?.name ?? id
}
