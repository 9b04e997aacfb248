import { queryOptions, useQuery } from '@tanstack/react-query'
import { desk } from '../desk.ts'

/** Names, sizes and troubles of what lies under some paths, before anything is taken. */
export function useLooked(paths: readonly string[]) {
  return useQuery(queryOptions({ queryKey: ['looked', paths], queryFn: () => desk.handovers.look({ paths: [...paths] }), enabled: paths.length > 0, staleTime: 0 }))
}
