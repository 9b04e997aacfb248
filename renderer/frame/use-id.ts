import { useParams } from '@tanstack/react-router'

/** The id in the page's address: `/receive/$id`. */
export function useId(): string {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id ?? ''
}
